// One question of a graded attempt: what was answered, what its author says to that, and what is right where it may be shown.
import type { ReactNode } from 'react';
import type { ReviewedQuestion } from '~/domain/assessment/schema';
import { useI18n } from '~/i18n/react';
import { Rendered, RenderedPhrase } from '~/ui/learning/rendered';
import { VerdictMark } from './icons';
import { showDecimal } from './show-decimal';

type Of<T extends ReviewedQuestion['type']> = Extract<ReviewedQuestion, { type: T }>;
type Choices = Extract<ReviewedQuestion, { choices: unknown }>;

export function Reviewed(props: { question: ReviewedQuestion; number: number; total: number; lang: string }) {
  const { question, number, total, lang } = props;
  const { m } = useI18n();
  const text = m.quizzes.attempt;
  return (
    <li className="rounded-card border border-line bg-surface p-5 sm:p-6">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h3 className="eyebrow font-sans">{m.quizzes.question({ number, total })}</h3>
        <span
          className={`inline-flex items-center gap-2 font-semibold ${question.right ? 'text-positive' : 'text-danger'}`}
        >
          <VerdictMark right={question.right} />
          {question.right ? text.right : text.wrong}
        </span>
      </div>
      <Rendered lang={lang} html={question.prompt} />
      {!question.answered ? (
        <p className="mt-3 text-muted">{text.unanswered}</p>
      ) : (
        !question.whole && <p className="mt-3 text-muted">{text.partly}</p>
      )}
      <div className="mt-4">
        <Answered question={question} lang={lang} />
      </div>
      {question.feedback && (
        <p lang={lang} className="mt-4 border-l-2 border-accent pl-3 text-[0.9375rem]">
          {question.feedback}
        </p>
      )}
    </li>
  );
}

function Answered({ question, lang }: { question: ReviewedQuestion; lang: string }) {
  switch (question.type) {
    case 'numeric':
      return <NumberGiven question={question} />;
    case 'short-text':
      return <WordsGiven question={question} lang={lang} />;
    case 'matching':
      return <PairsMade question={question} lang={lang} />;
    case 'ordering':
      return <OrderGiven question={question} lang={lang} />;
    default:
      return <ChoicesTaken question={question} lang={lang} />;
  }
}

function ChoicesTaken({ question, lang }: { question: Choices; lang: string }) {
  const { m } = useI18n();
  const text = m.quizzes.attempt;
  return (
    <ul className="space-y-2">
      {question.choices.map((choice) => (
        <li
          key={choice.id}
          className={`rounded-card border px-4 py-3 ${choice.taken ? 'border-control bg-raised' : 'border-line'}`}
        >
          {(choice.taken || choice.correct) && (
            <p className="mb-1 flex flex-wrap gap-x-4 text-[0.875rem] font-semibold">
              {choice.taken && <span>{text.yours}</span>}
              {choice.correct && <Correct>{text.correct}</Correct>}
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
  );
}

function NumberGiven({ question }: { question: Of<'numeric'> }) {
  const { m } = useI18n();
  const text = m.quizzes.attempt;
  const { typed, read, solution } = question;
  const understood = read && showDecimal(read.value, read.unit);
  return (
    <dl className="space-y-2">
      {typed !== null && (
        <Given label={text.yours}>
          {typed}
          {understood && understood !== typed && (
            <span className="ml-3 text-[0.9375rem] text-muted">
              {m.quizzes.field.readAs({ number: understood })}
            </span>
          )}
        </Given>
      )}
      {solution && (
        <Given label={<Correct>{text.correct}</Correct>}>
          {showDecimal(solution.answer, solution.unit)}
          {/[1-9]/.test(solution.within.value) && (
            <span className="ml-3 text-[0.9375rem] text-muted">
              {text.within({
                number: showDecimal(solution.within.value, solution.within.percent ? '%' : solution.unit),
              })}
            </span>
          )}
        </Given>
      )}
    </dl>
  );
}

function WordsGiven({ question, lang }: { question: Of<'short-text'>; lang: string }) {
  const { m, format } = useI18n();
  const text = m.quizzes.attempt;
  const [first, ...others] = question.solution ?? [];
  return (
    <dl className="space-y-2">
      {question.typed !== null && <Given label={text.yours}>{question.typed}</Given>}
      {first !== undefined && (
        <Given label={<Correct>{text.correct}</Correct>}>
          <span lang={lang}>{first}</span>
          {others.length > 0 && (
            <span lang={lang} className="ml-3 text-[0.9375rem] text-muted">
              {text.or({ words: format.list(others) })}
            </span>
          )}
        </Given>
      )}
    </dl>
  );
}

function PairsMade({ question, lang }: { question: Of<'matching'>; lang: string }) {
  const { m } = useI18n();
  const text = m.quizzes.attempt;
  return (
    <ul className="divide-y divide-line rounded-card border border-line">
      {question.pairs.map((pair) => (
        <li key={pair.id} className="grid gap-x-5 gap-y-1 px-4 py-3 sm:grid-cols-[2fr_3fr]">
          <RenderedPhrase lang={lang} html={pair.html} className="prose font-medium" />
          <div lang={lang}>
            <p className={pair.taken === null ? 'text-muted' : ''}>{pair.taken ?? '–'}</p>
            {pair.solution !== undefined && pair.solution !== pair.taken && (
              <p className="mt-1 text-positive">
                <Correct>{pair.solution}</Correct>
              </p>
            )}
            {pair.solution === undefined ? null : pair.solution === pair.taken ? (
              <span className="sr-only">{text.right}</span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function OrderGiven({ question, lang }: { question: Of<'ordering'>; lang: string }) {
  const { m } = useI18n();
  const text = m.quizzes.attempt;
  const { solution } = question;
  return (
    <div className={solution && !question.right ? 'grid gap-5 sm:grid-cols-2' : ''}>
      {question.answered && (
        <div>
          <p className="mb-2 text-[0.875rem] font-semibold">{text.yours}</p>
          <ol className="space-y-2">
            {question.items.map((item) => (
              <li key={item.id} className="flex gap-3 rounded-card border border-line px-4 py-2.5">
                <span className="min-w-4 shrink-0 text-muted tabular-nums">
                  {item.place ?? <span title={text.noPlace}>–</span>}
                </span>
                <RenderedPhrase lang={lang} html={item.html} className="prose min-w-0 flex-1" />
              </li>
            ))}
          </ol>
        </div>
      )}
      {solution && !question.right && (
        <div>
          <p className="mb-2 text-[0.875rem] font-semibold">
            <Correct>{text.correctOrder}</Correct>
          </p>
          <ol className="space-y-2">
            {solution.map((item, index) => (
              <li key={item.id} className="flex gap-3 rounded-card border border-positive/40 px-4 py-2.5">
                <span className="min-w-4 shrink-0 text-muted tabular-nums">{index + 1}</span>
                <RenderedPhrase lang={lang} html={item.html} className="prose min-w-0 flex-1" />
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

function Given({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-card border border-line px-4 py-3">
      <dt className="mb-0.5 text-[0.875rem] font-semibold">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

function Correct({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-positive">
      <VerdictMark right />
      {children}
    </span>
  );
}
