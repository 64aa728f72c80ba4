// The questions of an open sitting: a plain form, graded on the server. It never holds a key.
import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { answerField, differing, readAnswers } from '~/domain/assessment/rules';
import { useI18n } from '~/i18n/react';
import { Button } from '~/ui/primitives/button';
import { Notice } from '~/ui/primitives/notice';
import { Countdown } from './countdown';
import { QuestionField } from './question-field';
import type { Answers, QuizData, QuizReply } from './quiz-data';
import { type SavingState, useSaving } from './use-saving';

type Sitting = NonNullable<QuizData['sitting']>;
type Refusal = Extract<QuizReply, { form: 'quiz' }>;

export function SittingForm(props: {
  sitting: Sitting;
  /** What the fields begin with. */
  start: Answers;
  version: number;
  refused: Refusal | undefined;
  /** The answers were typed before signing in. */
  typed: boolean;
  saved: boolean;
  pathTo(rest: string): string;
  onTake(answers: Answers, version: number): void;
}) {
  const { sitting, start, refused, typed, pathTo, onTake } = props;
  const { m, format, locale } = useI18n();
  const text = m.quizzes.sitting;
  const form = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const { questions } = sitting;
  const saving = useSaving({
    form,
    action: pathTo('sitting/answers'),
    version: props.version,
    dirty: differing(start, sitting.answers).length > 0,
    enabled: !sitting.outdated,
  });
  const [answered, setAnswered] = useState(() => countOf(start));
  const [timeUp, setTimeUp] = useState(false);
  const busy = useNavigation().state === 'submitting';
  const missing = refused?.error === 'answers-missing';
  const elsewhere =
    saving.elsewhere ??
    (refused?.error === 'sitting-moved'
      ? { version: sitting.version, savedAt: sitting.savedAt, answers: sitting.answers }
      : null);

  useEffect(() => {
    if (refused) alert.current?.focus();
  }, [refused]);

  const changed = () => {
    saving.touch();
    // After the fields themselves have changed.
    setTimeout(() => form.current && setAnswered(countOf(readAnswers(new FormData(form.current)))));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const wait = saving.busy();
    const stopped = saving.stop();
    if (!wait) {
      saving.stamp();
      return;
    }
    // What is being saved now would count as another's, if the form overtook it.
    event.preventDefault();
    void stopped.then(() => form.current?.requestSubmit(submitter));
  };
  const up = () => {
    setTimeUp(true);
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('#hand-in'));
  };
  const code = refused?.error ?? saving.refused;

  return (
    <div>
      {sitting.locale !== locale && (
        <Notice>{text.language({ language: m.common.languages[sitting.locale] })}</Notice>
      )}
      {props.saved && <Notice tone="positive">{text.kept}</Notice>}
      {typed && <Notice tone="warning">{text.typed}</Notice>}
      {sitting.outdated ? (
        <Outdated action={pathTo('sitting')} />
      ) : elsewhere ? (
        <div
          ref={alert}
          role="alert"
          tabIndex={-1}
          className="mb-6 rounded-card border border-warning bg-warning-soft px-4 py-4"
        >
          <p className="mb-3 font-medium text-warning">
            {text.moved({
              date: format.dateTime(elsewhere.savedAt),
              questions: numbersOf(
                sitting,
                differing(
                  elsewhere.answers,
                  refused?.answers ?? (form.current ? readAnswers(new FormData(form.current)) : start),
                ),
                format.list,
              ),
            })}
          </p>
          <div className="flex flex-wrap gap-3">
            {saving.elsewhere ? (
              <>
                <Button
                  type="button"
                  tone="quiet"
                  onClick={() => onTake(elsewhere.answers, elsewhere.version)}
                >
                  {text.takeOther}
                </Button>
                <Button type="button" tone="quiet" onClick={() => void saving.insist()}>
                  {text.keepMine}
                </Button>
              </>
            ) : (
              <>
                <a
                  href={pathTo('')}
                  className="inline-flex min-h-11 items-center rounded-card border border-control bg-surface px-5 py-2 font-semibold text-ink no-underline hover:bg-raised"
                >
                  {text.takeOther}
                </a>
                <Button form="sitting" name="intent" value="save" tone="quiet">
                  {text.keepMine}
                </Button>
              </>
            )}
          </div>
        </div>
      ) : (
        code && (
          <div
            ref={alert}
            role="alert"
            tabIndex={-1}
            className={`mb-6 rounded-card border px-4 py-3 font-medium ${missing ? 'border-warning bg-warning-soft text-warning' : 'border-danger bg-danger-soft text-danger'}`}
          >
            <p>{(m.errors as Record<string, string>)[code]}</p>
            {refused && <Places sitting={sitting} fields={refused.fields} />}
          </div>
        )
      )}
      <Form
        id="sitting"
        ref={form}
        method="post"
        action={pathTo('attempt')}
        autoComplete="off"
        onChange={changed}
        onSubmit={submit}
        onKeyDown={(event) => {
          // Somebody who confirms a number does not mean to hand in.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        <input type="hidden" name="sitting" value={sitting.id} />
        <input type="hidden" name="version" defaultValue={props.version} autoComplete="off" />
        {/* Without JavaScript, Enter in a field presses the first button there is: it saves. */}
        <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden="true" />
        {!sitting.outdated && (
          <div className="no-print sticky top-0 z-10 -mx-4 mb-6 flex flex-wrap items-center gap-x-5 gap-y-1.5 border-b border-line bg-paper px-4 py-2.5 text-[0.9375rem] text-muted sm:mx-0 sm:px-0">
            <span>{text.answered({ count: answered, total: questions.length })}</span>
            <SavingNote state={saving.state} />
            {sitting.dueAt !== null && sitting.left !== null && (
              <Countdown dueAt={sitting.dueAt} left={sitting.left} total={sitting.limit} onUp={up} />
            )}
          </div>
        )}
        {questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            number={index + 1}
            total={questions.length}
            lang={sitting.locale}
            taken={start[question.id] ?? []}
            error={refused?.fields[answerField(question.id)]}
            onAnswer={changed}
          />
        ))}
        {!sitting.outdated && (
          <div className="flex flex-wrap gap-3">
            <Button id="hand-in" busy={busy || timeUp} className="w-full sm:w-auto">
              {busy || timeUp ? text.submitting : text.submit}
            </Button>
            {missing && (
              <Button name="partly" value="1" tone="quiet" disabled={busy} className="w-full sm:w-auto">
                {text.submitAnyway}
              </Button>
            )}
            <Button name="intent" value="save" tone="quiet" disabled={busy} className="w-full sm:w-auto">
              {text.save}
            </Button>
          </div>
        )}
      </Form>
    </div>
  );
}

const countOf = (answers: Answers): number =>
  Object.values(answers).filter((taken) => taken.length > 0).length;

/** The numbers of questions, as they stand on this page. */
const numbersOf = (sitting: Sitting, ids: string[], list: (items: string[]) => string): string =>
  list(sitting.questions.flatMap(({ id }, index) => (ids.includes(id) ? [String(index + 1)] : [])));

/** The way to each question that must be looked at again. */
function Places({ sitting, fields }: { sitting: Sitting; fields: Record<string, string> }) {
  const { m } = useI18n();
  const places = sitting.questions.flatMap(({ id }, index) =>
    fields[answerField(id)] ? [{ id, number: index + 1 }] : [],
  );
  if (places.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5">
      {places.map(({ id, number }) => (
        <li key={id}>
          <a href={`#question-${id}`} className="inline-flex min-h-11 items-center underline">
            {m.quizzes.question({ number, total: sitting.questions.length })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Seen, and heard only when something is wrong. */
function SavingNote({ state }: { state: SavingState }) {
  const { m } = useI18n();
  const text = m.quizzes.sitting;
  const wrong = state === 'failed' ? text.failed : state === 'signed-out' ? text.signedOut : null;
  return (
    <>
      <span>
        {state === 'saving' ? text.saving : state === 'saved' ? text.saved : wrong ? '' : text.unsaved}
      </span>
      <span role="alert" className={wrong ? 'order-last w-full font-medium text-danger' : 'sr-only'}>
        {wrong}
      </span>
    </>
  );
}

function Outdated({ action }: { action: string }) {
  const { m } = useI18n();
  return (
    <Form
      method="post"
      action={action}
      className="mb-6 rounded-card border border-warning bg-warning-soft p-5"
    >
      <p className="mb-4 font-medium text-warning">{m.quizzes.sitting.outdated}</p>
      <Button>{m.quizzes.sitting.startNew}</Button>
    </Form>
  );
}
