// Removes a note, highlight or bookmark; one that is not there is removed already, so it may be sent again.
//
// POST /courses/:course/lessons/:lesson/annotations/:annotation/remove
//   fields   version (the one the reader saw)
//   200      {removed: true}
//   409      {error: 'note-changed', id, version, note}   another device wrote on it since; it stays
//   400 401  as for saving
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { removeAnnotation } from '~/domain/learning/index.server';
import { annotationIdSchema, removalSchema } from '~/domain/learning/schema';
import { enterQuietly, json, submitJson } from '~/http/answer-json.server';

export async function action(args: ActionFunctionArgs) {
  const visit = await enterQuietly(args);
  const { annotation } = args.params;
  const id = annotationIdSchema.safeParse(annotation);
  if (!id.success) return json({ error: 'form-damaged' }, 400);
  return await submitJson(
    visit,
    removalSchema,
    ({ version }) => {
      const done = removeAnnotation(visit.db, visit.actor, { id: id.data, version, at: visit.at });
      return done.removed ? { removed: true } : json({ error: 'note-changed', ...done.newer }, 409);
    },
    () => redirect('/my/notes', 303),
  );
}
