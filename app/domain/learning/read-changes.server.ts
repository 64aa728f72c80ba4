import type { Actor } from '~/domain/actor';
import { publicQuestions } from '~/domain/assessment/index.server';
import { type Edition, type EditionLesson, readText } from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Db } from '~db/open.server';
import { blocksOf, type Change, compareBlocks, wordsOf } from './changes';
import { statements } from './statements.server';

/** `position`: where it stands among all of both texts' blocks. */
export type PlacedChange = Change & { position: number };

/**
 * What changed in a lesson since the actor completed it, in the language they completed it in; only what is different.
 * Null where it was never completed, did not change, or is no longer taught in that language.
 */
export function readChanges(
  db: Db,
  actor: Actor,
  edition: Edition,
  lesson: EditionLesson,
): PlacedChange[] | null {
  if (actor.kind !== 'account') return null;
  const completed = statements(db)
    .completions.all({ account: actor.id, course: edition.courseId })
    .filter(({ lessonId }) => lessonId === lesson.id)
    .sort((a, b) => b.revision - a.revision)[0];
  const now = completed && lesson.texts[completed.locale];
  if (!completed || !now || now.digest === completed.textDigest) return null;
  const before = wordsAt(db, edition, completed.textDigest);
  const after = wordsAt(db, edition, now.digest);
  if (!before || !after) return null;
  return compareBlocks(before, after)
    .map((change, position) => ({ ...change, position }))
    .filter(({ kind }) => kind !== 'same');
}

/** A text's words with the wording of its questions, never their keys; null for one that was never rendered. */
function wordsAt(db: Db, edition: Edition, digest: string): string[] | null {
  try {
    const text = readText(db, edition.courseId, digest);
    const asked = publicQuestions(db, digest).flatMap(({ prompt, choices }) => [
      ...wordsOf(prompt),
      ...choices.flatMap(({ html }) => wordsOf(html)),
    ]);
    return [text.title, text.summary, ...blocksOf(text.segments), ...asked];
  } catch (error) {
    if (error instanceof DomainError && error.refusal === 'not-found') return null;
    throw error;
  }
}
