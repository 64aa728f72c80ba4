import type { Actor } from '~/domain/actor';
import { beginSitting, dropSitting, findSitting, isOver } from '~/domain/assessment/index.server';
import { currentEdition, pickText, readText } from '~/domain/courses/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { closeSitting } from './close-quiz.server';
import { demandReader, type QuizName } from './find-quiz.server';
import { statements } from './statements.server';
import type { QuizOutcome } from './submit-quiz.server';

/**
 * Begins a sitting of a quiz on its newest text, in `locale` where there is one. One that is open already is gone on with; one whose
 * time is up is graded instead, and its outcome returned; one on a text from before a major change gives way. Throws `forbidden`,
 * `not-found`, `not-a-quiz`, `not-enrolled`, `quiz-missing`, `attempts-used` and `attempt-too-soon`.
 */
export function startQuiz(
  db: Db,
  actor: Actor,
  input: QuizName & { locale: Locale; at: number },
): { sitting: string } | QuizOutcome {
  currentEdition(db, input.course);
  return db.transaction(
    () => {
      const reader = demandReader(db, actor, input);
      const { actor: account, edition, lesson } = reader;
      const open = findSitting(db, account.id, lesson.id);
      if (open) {
        const closed = isOver(open, input.at) ? closeSitting(db, reader, open, input.at) : null;
        if (closed) return closed;
        if (!isOutdated(db, edition.courseId, lesson, open.textDigest)) return { sitting: open.id };
        dropSitting(db, account, open, input.at);
      }
      const { locale, text } = pickText(lesson, edition, input.locale);
      const rules = readText(db, edition.courseId, text.digest).quiz;
      const sitting = beginSitting(db, account, {
        lessonId: lesson.id,
        revision: lesson.revision,
        editionId: edition.id,
        textDigest: text.digest,
        locale,
        rules: rules ?? { id: '' },
        at: input.at,
      });
      return { sitting: sitting.id };
    },
    { behavior: 'immediate' },
  );
}

/** Whether the text is from before a major change of the lesson. */
export function isOutdated(
  db: Db,
  course: number,
  lesson: { id: number; revision: number },
  text: string,
): boolean {
  const seen = statements(db).published.get({ course, lesson: lesson.id, text });
  return (seen?.revision ?? 0) < lesson.revision;
}
