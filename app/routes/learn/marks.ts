// What the reader has put on a lesson, and where they were in it: their own, so in no page that others could be given.
//
// GET /courses/:course/lessons/:lesson/marks
//   200      {owner, position: {block, updatedAt} | null, annotations: […], reflections: {id: version}}
//            owner: tells two accounts on one device apart
//   401 403 404  {error}
import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readMarks } from '~/domain/learning/index.server';
import { answerJson, enterQuietly } from '~/http/answer-json.server';
import type { LessonMarksData } from '~/ui/notes/marks';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await enterQuietly(args);
  const { course = '', lesson = '' } = args.params;
  return await answerJson((): LessonMarksData => {
    const owner = createHash('sha256').update(`marks of ${actor.id}`).digest('hex').slice(0, 16);
    return { owner, ...readMarks(db, actor, { course, lesson }) };
  });
}
