// Remembers the paragraph the reader is at.
//
// POST /courses/:course/lessons/:lesson/position
//   fields   block
//   200      {kept: true}   never worth sending later: by then the reader is elsewhere
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { savePosition } from '~/domain/learning/index.server';
import { positionSchema } from '~/domain/learning/schema';
import { enterQuietly, submitJson } from '~/http/answer-json.server';
import { lessonPath } from '~/ui/learning/paths';

export async function action(args: ActionFunctionArgs) {
  const visit = await enterQuietly(args);
  const { course = '', lesson = '' } = args.params;
  return await submitJson(
    visit,
    positionSchema,
    ({ block }) => {
      savePosition(visit.db, visit.actor, { course, lesson, block, at: visit.at });
      return { kept: true };
    },
    () => redirect(lessonPath(course, lesson), 303),
  );
}
