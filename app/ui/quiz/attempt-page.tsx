// What became of a submitted quiz, question by question.
import { useSearchParams } from '@remix-run/react';
import type { ReviewedQuestion } from '~/domain/assessment/schema';
import type { Locale } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { FinishedCard } from '~/ui/learning/finished-card';
import { coursePath, lessonPath } from '~/ui/learning/paths';
import { ButtonLink } from '~/ui/primitives/button';
import { Notice } from '~/ui/primitives/notice';
import { Page } from '~/ui/primitives/page';
import { VerdictMark } from './icons';
import { Reviewed } from './reviewed-question';

export type AttemptData = {
  title: string;
  course: { slug: string; title: string; theme: string };
  lesson: { slug: string; title: string };
  attempt: {
    locale: Locale;
    correct: number;
    total: number;
    score: number;
    mark: number;
    passed: boolean;
    submittedAt: number;
    /** Whether right answers are shown; and where not, whether passing shows them. */
    key: 'shown' | 'after-pass' | 'never';
    questions: ReviewedQuestion[];
  };
  /** The lesson to go on with. */
  next: string | null;
  /** This attempt completed the course. */
  finished: { recordId: string | null } | null;
};

export function AttemptPage({ data }: { data: AttemptData }) {
  const { m, format } = useI18n();
  const [query] = useSearchParams();
  const lng = query.get('lng');
  const { course, lesson, attempt, next, finished } = data;
  const text = m.quizzes.attempt;
  const said = query.get('said');
  const retry = lessonPath(course.slug, lesson.slug, { lng, hash: 'quiz' });
  const onward = next ? lessonPath(course.slug, next, { lng }) : coursePath(course.slug, { lng });
  const ways = (
    <div className="flex flex-wrap gap-3">
      {attempt.passed && (
        <ButtonLink to={onward} tone={finished ? 'quiet' : 'main'}>
          {next ? text.continue : m.learning.lesson.backToCourse}
        </ButtonLink>
      )}
      {!attempt.passed && <ButtonLink to={retry}>{text.again}</ButtonLink>}
      {attempt.passed && (
        <ButtonLink to={retry} tone="quiet">
          {text.backToLesson}
        </ButtonLink>
      )}
    </div>
  );
  return (
    <div data-theme={course.theme}>
      <Page title={text.title({ lesson: lesson.title })} eyebrow={course.title}>
        {said === 'late' && <Notice tone="warning">{text.late}</Notice>}
        {said === 'already' && <Notice>{text.already}</Notice>}
        {finished && <FinishedCard course={course.title} recordId={finished.recordId} />}
        <section
          aria-labelledby="score"
          className={`mb-10 rounded-card border p-6 ${attempt.passed ? 'border-positive/40 bg-positive-soft' : 'border-warning/40 bg-warning-soft'}`}
        >
          <h2
            id="score"
            className={`flex items-center gap-3 text-2xl ${attempt.passed ? 'text-positive' : 'text-warning'}`}
          >
            <VerdictMark right={attempt.passed} />
            {attempt.passed ? text.passed : text.failed}
          </h2>
          <p className="mt-2 text-lg">
            {text.score({
              correct: attempt.correct,
              total: attempt.total,
              score: format.percent(attempt.score / 100),
              mark: format.percent(attempt.mark / 100),
            })}
          </p>
          <p className="mt-1 mb-5 text-[0.9375rem] text-muted">
            {text.submitted({ date: format.dateTime(attempt.submittedAt) })}
          </p>
          {ways}
        </section>
        {attempt.key !== 'shown' && (
          <p className="mb-6 text-muted">{attempt.key === 'never' ? text.neverShown : text.hidden}</p>
        )}
        <ol className="space-y-6">
          {attempt.questions.map((question, index) => (
            <Reviewed
              key={question.id}
              question={question}
              number={index + 1}
              total={attempt.total}
              lang={attempt.locale}
            />
          ))}
        </ol>
        <div className="mt-10">{ways}</div>
      </Page>
    </div>
  );
}
