// Keeps a note, highlight or bookmark. For scripts, also those that send later what was written offline: everything may be sent again.
//
// POST /courses/:course/lessons/:lesson/annotations/:annotation       :annotation is a UUID the device made, in small letters
//   fields   kind (note | highlight | bookmark), block, text (digest), quote, quoteStart ('' for the whole paragraph), note,
//            version (the one it was written from; 0 for a new one)
//   200      {id, version, note, merged}   merged: another device wrote in between, `note` holds both texts
//   400      {error}   form-damaged, note-too-long, quote-too-long, text-unknown: sending it again will not help
//   401      {error: 'signed-out'}         keep it, and send it again once signed in
//   403 404  {error}   not-enrolled, forbidden; not-found
//   409      {error: 'annotations-full'}
// With `Accept: application/json`; a plain form is led back to the paragraph. What is not answered so was not kept.
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { saveAnnotation } from '~/domain/learning/index.server';
import { annotationIdSchema, annotationSchema } from '~/domain/learning/schema';
import { enterQuietly, json, submitJson } from '~/http/answer-json.server';
import { lessonPath } from '~/ui/learning/paths';
import { dividerOf } from './divider.server';

export async function action(args: ActionFunctionArgs) {
  const visit = await enterQuietly(args);
  const { course = '', lesson = '', annotation } = args.params;
  const id = annotationIdSchema.safeParse(annotation);
  if (!id.success) return json({ error: 'form-damaged' }, 400);
  const { db, actor, at } = visit;
  let block = 1;
  return await submitJson(
    visit,
    annotationSchema,
    ({ text, ...input }) => {
      block = input.block;
      const divider = dividerOf(visit);
      return saveAnnotation(db, actor, {
        ...input,
        id: id.data,
        course,
        lesson,
        textDigest: text,
        divider,
        at,
      });
    },
    () =>
      redirect(
        lessonPath(course, lesson, { lng: visit.url.searchParams.get('lng'), hash: `b${block}` }),
        303,
      ),
  );
}
