// One question to be answered. Plain fields all of them, so that it works without JavaScript too.
import { type ReactNode, useState } from 'react';
import { answerField, longestAnswer, partsOf, readNumber } from '~/domain/assessment/rules';
import { useI18n } from '~/i18n/react';
import type { PublicQuestion } from '~/mdx/schema';
import { Rendered, RenderedPhrase } from '~/ui/learning/rendered';
import { OrderingField } from './ordering-field';
import { showDecimal } from './show-decimal';

type Of<T extends PublicQuestion['type']> = Extract<PublicQuestion, { type: T }>;
type Choices = Extract<PublicQuestion, { choices: unknown }>;

type Shared = {
  lang: string;
  /** What was answered when the page was made. */
  taken: readonly string[];
  /** Ids of what describes the fields. */
  describedBy: string;
  invalid: boolean;
};

export const control =
  'block min-h-11 w-full rounded-card border border-control bg-surface px-3.5 py-2 text-ink aria-[invalid=true]:border-danger';

export function QuestionField(props: {
  question: PublicQuestion;
  number: number;
  total: number;
  lang: string;
  taken: readonly string[];
  /** A message code for what must be looked at again. */
  error: string | undefined;
  /** Told when an answer changes without a field's own event. */
  onAnswer(): void;
}) {
  const { question, number, total, lang, taken, error } = props;
  const { m } = useI18n();
  const id = `question-${question.id}`;
  const describedBy = error ? `${id}-hint ${id}-error` : `${id}-hint`;
  const shared = { lang, taken, describedBy, invalid: error !== undefined && error !== 'not-answered' };
  const missing = error === 'not-answered';
  const edge = error ? (missing ? 'border-warning' : 'border-danger') : 'border-line';
  return (
    <fieldset
      id={id}
      aria-labelledby={`${id}-number ${id}-prompt`}
      aria-describedby={describedBy}
      className={`mb-8 min-w-0 scroll-mt-24 rounded-card border bg-surface p-5 sm:p-6 ${edge}`}
    >
      <legend id={`${id}-number`} className="eyebrow float-left mb-2 w-full">
        {m.quizzes.question({ number, total })}
      </legend>
      <Rendered id={`${id}-prompt`} lang={lang} html={question.prompt} className="prose clear-both" />
      <p id={`${id}-hint`} className="mt-3 text-[0.9375rem] text-muted">
        {hintOf(question, m.quizzes.hints)}
      </p>
      {error && (
        <p
          id={`${id}-error`}
          className={`mt-2 flex gap-2 font-medium ${missing ? 'text-warning' : 'text-danger'}`}
        >
          <span aria-hidden="true">▲</span>
          <Problem question={question} typed={taken[0] ?? ''} code={error} />
        </p>
      )}
      <div className="mt-3">
        <Answer question={question} {...shared} onAnswer={props.onAnswer} />
      </div>
    </fieldset>
  );
}

function hintOf(
  question: PublicQuestion,
  hints: ReturnType<typeof useI18n>['m']['quizzes']['hints'],
): string {
  return question.type === 'numeric' && question.askUnit
    ? hints.numericUnits({ units: question.units.join(' / ') })
    : hints[question.type];
}

/** What is wrong, with what was typed and how it was read where that helps. */
function Problem({ question, typed, code }: { question: PublicQuestion; typed: string; code: string }) {
  const { m } = useI18n();
  const text = m.quizzes.unclear;
  const plain = (m.fields as Record<string, string>)[code] ?? m.fields.invalid ?? '';
  if (question.type !== 'numeric') return <span>{plain}</span>;
  const reading = readNumber(typed, question);
  const units = question.units.join(' / ');
  if (reading.kind !== 'unclear' || reading.value === null) return <span>{plain}</span>;
  const number = showDecimal(reading.value);
  if (code === 'number-two-ways' && reading.other !== undefined)
    return <span>{text.twoWays({ typed, one: number, other: showDecimal(reading.other) })}</span>;
  if (code === 'unit-missing') return <span>{text.unitMissing({ units, number })}</span>;
  if (code === 'unit-unknown') return <span>{text.unitUnknown({ units })}</span>;
  return <span>{plain}</span>;
}

function Answer(props: Shared & { question: PublicQuestion; onAnswer(): void }): ReactNode {
  const { question, onAnswer, ...shared } = props;
  switch (question.type) {
    case 'numeric':
      return <NumericField question={question} {...shared} />;
    case 'short-text':
      return <WordsField question={question} {...shared} />;
    case 'matching':
      return <MatchingField question={question} {...shared} />;
    case 'ordering':
      return <OrderingField question={question} {...shared} onAnswer={onAnswer} />;
    default:
      return <ChoiceFields question={question} {...shared} />;
  }
}

function ChoiceFields({ question, lang, taken }: Shared & { question: Choices }) {
  return (
    <div className="space-y-2">
      {question.choices.map((choice) => (
        <label
          key={choice.id}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-card border border-line px-4 py-2.5 hover:bg-raised has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type={question.type === 'multiple' ? 'checkbox' : 'radio'}
            name={answerField(question.id)}
            value={choice.id}
            defaultChecked={taken.includes(choice.id)}
            className="mt-1 size-5 shrink-0"
          />
          <RenderedPhrase lang={lang} html={choice.html} className="prose min-w-0 flex-1" />
        </label>
      ))}
    </div>
  );
}

function NumericField({ question, taken, describedBy, invalid }: Shared & { question: Of<'numeric'> }) {
  const { m } = useI18n();
  const [typed, setTyped] = useState(taken[0] ?? '');
  const id = `field-${question.id}`;
  const reading = readNumber(typed, question);
  // Only where it is not what stands there anyway.
  const read =
    reading.kind === 'number' && /[^\d.]/.test(typed.trim())
      ? showDecimal(
          reading.value,
          reading.unit === null ? question.unit : (question.units[reading.unit] ?? null),
        )
      : null;
  return (
    <div className="max-w-sm">
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {m.quizzes.field.answer}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          name={answerField(question.id)}
          defaultValue={taken[0] ?? ''}
          inputMode={question.askUnit ? 'text' : 'decimal'}
          maxLength={longestAnswer}
          autoComplete="off"
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={`${control} tabular-nums`}
        />
        {question.unit && <span className="shrink-0 text-lg text-muted">{question.unit}</span>}
      </div>
      <output htmlFor={id} className="mt-1.5 block min-h-[1.5em] text-[0.9375rem] text-muted">
        {read && m.quizzes.field.readAs({ number: read })}
      </output>
    </div>
  );
}

function WordsField({
  question,
  lang,
  taken,
  describedBy,
  invalid,
}: Shared & { question: Of<'short-text'> }) {
  const { m } = useI18n();
  const id = `field-${question.id}`;
  return (
    <div className="max-w-md">
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {m.quizzes.field.answer}
      </label>
      <input
        id={id}
        lang={lang}
        name={answerField(question.id)}
        defaultValue={taken[0] ?? ''}
        maxLength={longestAnswer}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        className={control}
      />
    </div>
  );
}

function MatchingField({
  question,
  lang,
  taken,
  describedBy,
  invalid,
}: Shared & { question: Of<'matching'> }) {
  const { m } = useI18n();
  const parts = partsOf(taken);
  return (
    <ul className="divide-y divide-line">
      {question.pairs.map((pair) => {
        const id = `field-${question.id}-${pair.id}`;
        return (
          <li key={pair.id} className="grid gap-x-5 gap-y-1.5 py-3 sm:grid-cols-[2fr_3fr] sm:items-center">
            <label htmlFor={id} className="font-medium">
              <RenderedPhrase lang={lang} html={pair.html} />
            </label>
            <select
              id={id}
              lang={lang}
              name={answerField(question.id, pair.id)}
              defaultValue={parts.get(pair.id) ?? ''}
              autoComplete="off"
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
              className={`${control} pr-9`}
            >
              <option value="">{m.quizzes.field.choose}</option>
              {question.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.text}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ul>
  );
}
