// The quiz: a plain form, graded on the server. It never holds a key.
import { Form, Link, useNavigation } from '@remix-run/react';
import { answerField, neededFor } from '~/domain/assessment/rules';
import { useI18n } from '~/i18n/react';
import type { PublicQuestion } from '~/mdx/schema';
import { Button } from '~/ui/primitives/button';
import { Badge } from '~/ui/primitives/notice';
import type { LessonData, LessonReply } from './lesson-data';
import { Rendered, RenderedPhrase } from './rendered';

type Quiz = NonNullable<LessonData['quiz']>;

export function QuizForm(props: {
  quiz: Quiz;
  digest: string;
  action: string;
  /** The language of the questions. */
  lang: string;
  answers: Record<string, string[]>;
  reply: LessonReply | undefined;
  attemptPath(id: number): string;
}) {
  const { quiz, digest, action, lang, answers, attemptPath } = props;
  const { m, format } = useI18n();
  const text = m.learning.quiz;
  const busy = useNavigation().formAction?.split('?')[0] === action.split('?')[0];
  const refused = props.reply?.form === 'quiz' ? props.reply : undefined;
  const total = quiz.questions.length;
  return (
    <section id="quiz" className="my-8 scroll-mt-6">
      <p className="mb-6 text-muted">
        {text.rule({ needed: neededFor(total, quiz.mark), total, mark: format.percent(quiz.mark / 100) })}
      </p>
      {refused && (
        <div
          role="alert"
          className="mb-6 rounded-card border border-danger bg-danger-soft px-4 py-3 font-medium text-danger"
        >
          {sentenceOf(m.errors, refused.error)}
        </div>
      )}
      <Form method="post" action={action}>
        <input type="hidden" name="submission" value={quiz.submission} autoComplete="off" />
        <input type="hidden" name="text" value={digest} />
        {quiz.questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            number={index + 1}
            total={total}
            lang={lang}
            taken={answers[question.id] ?? []}
            error={refused?.fields[answerField(question.id)]}
          />
        ))}
        <Button disabled={busy}>{busy ? text.submitting : text.submit}</Button>
      </Form>
      {quiz.attempts.length > 0 && (
        <div className="mt-10">
          <h2 className="mb-3 text-xl">{text.attempts}</h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {quiz.attempts.map((attempt) => (
              <li key={attempt.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
                <Link to={attemptPath(attempt.id)} className="link inline-flex min-h-11 items-center">
                  {text.attempt({
                    correct: attempt.correct,
                    total: attempt.total,
                    date: format.dateTime(attempt.submittedAt),
                  })}
                </Link>
                <Badge tone={attempt.passed ? 'positive' : 'plain'}>
                  {attempt.passed ? text.passed : text.failed}
                </Badge>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function QuestionField(props: {
  question: PublicQuestion;
  number: number;
  total: number;
  lang: string;
  taken: string[];
  error: string | undefined;
}) {
  const { question, number, total, lang, taken, error } = props;
  const { m } = useI18n();
  const id = `question-${question.id}`;
  const single = question.type === 'single';
  return (
    <fieldset
      id={id}
      aria-labelledby={`${id}-number ${id}-prompt`}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      className="mb-8 min-w-0 rounded-card border border-line bg-surface p-5 sm:p-6"
    >
      <legend id={`${id}-number`} className="eyebrow float-left mb-2 w-full">
        {m.learning.quiz.question({ number, total })}
      </legend>
      <Rendered id={`${id}-prompt`} lang={lang} html={question.prompt} className="prose clear-both" />
      <p id={`${id}-hint`} className="mt-3 text-[0.9375rem] text-muted">
        {single ? m.learning.quiz.single : m.learning.quiz.multiple}
      </p>
      {error && (
        <p id={`${id}-error`} className="mt-2 flex gap-2 font-medium text-danger">
          <span aria-hidden="true">▲</span>
          {sentenceOf(m.fields, error)}
        </p>
      )}
      <div className="mt-3 space-y-2">
        {question.choices.map((choice) => (
          <label
            key={choice.id}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded-card border border-line px-4 py-2.5 hover:bg-raised has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type={single ? 'radio' : 'checkbox'}
              name={answerField(question.id)}
              value={choice.id}
              required={single}
              defaultChecked={taken.includes(choice.id)}
              className="mt-1 size-5 shrink-0"
            />
            <RenderedPhrase lang={lang} html={choice.html} className="prose min-w-0 flex-1" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const sentenceOf = (sentences: Record<string, string>, code: string): string =>
  sentences[code] ?? sentences.invalid ?? '';
