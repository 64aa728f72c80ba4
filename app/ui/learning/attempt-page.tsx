// What became of a submitted quiz, question by question.
import { useSearchParams } from '@remix-run/react';
import type { ReviewedQuestion } from '~/domain/assessment/rules';
import type { Locale } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '~/ui/primitives/button';
import { Page } from '~/ui/primitives/page';
import { FinishedCard } from './finished-card';
import { coursePath, lessonPath } from './paths';
import { Rendered, RenderedPhrase } from './rendered';

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
  const text = m.learning.attempt;
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
        {!attempt.passed && <p className="mb-6 text-muted">{text.hidden}</p>}
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

function Reviewed(props: { question: ReviewedQuestion; number: number; total: number; lang: string }) {
  const { question, number, total, lang } = props;
  const { m } = useI18n();
  const text = m.learning.attempt;
  const answered = question.choices.some((choice) => choice.taken);
  return (
    <li className="rounded-card border border-line bg-surface p-5 sm:p-6">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="eyebrow font-sans">{m.learning.quiz.question({ number, total })}</h3>
        <span
          className={`inline-flex items-center gap-2 font-semibold ${question.right ? 'text-positive' : 'text-danger'}`}
        >
          <VerdictMark right={question.right} />
          {question.right ? text.right : text.wrong}
        </span>
      </div>
      <Rendered lang={lang} html={question.prompt} />
      {!answered && <p className="mt-3 text-muted">{text.unanswered}</p>}
      <ul className="mt-4 space-y-2">
        {question.choices.map((choice) => (
          <li
            key={choice.id}
            className={`rounded-card border px-4 py-3 ${choice.taken ? 'border-control bg-raised' : 'border-line'}`}
          >
            {(choice.taken || choice.correct) && (
              <p className="mb-1 flex flex-wrap gap-x-4 text-[0.875rem] font-semibold">
                {choice.taken && <span>{text.yours}</span>}
                {choice.correct && (
                  <span className="inline-flex items-center gap-1.5 text-positive">
                    <VerdictMark right />
                    {text.correct}
                  </span>
                )}
              </p>
            )}
            <RenderedPhrase lang={lang} html={choice.html} />
            {choice.feedback && (
              <p lang={lang} className="mt-2 border-l-2 border-accent pl-3 text-[0.9375rem]">
                {choice.feedback}
              </p>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function VerdictMark({ right }: { right: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="shrink-0">
      <path
        d={right ? 'M4 10.5l4 4 8-9' : 'M5 5l10 10M15 5L5 15'}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
