// What awaits: said before anything is begun, so that nobody starts a clock unaware.
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { neededFor } from '~/domain/assessment/rules';
import { useI18n } from '~/i18n/react';
import { Button } from '~/ui/primitives/button';
import { durationIn } from './duration';
import { QuizIcon } from './icons';
import type { QuizData } from './quiz-data';

export function BeforeQuiz(props: { quiz: QuizData; enrolled: boolean; action: string }) {
  const { quiz, enrolled, action } = props;
  const { rules, standing } = quiz;
  const { m, format } = useI18n();
  const text = m.quizzes.before;
  const busy = useNavigation().formAction?.split('?')[0] === action.split('?')[0];
  const time = (minutes: number) => durationIn(minutes, m.quizzes.time);
  const total = quiz.questions;
  const closed = standing.left === 0 || standing.nextAt !== null;
  return (
    <div className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-7">
      <h2 className="mb-4 text-xl">{text.title}</h2>
      <ul className="space-y-3.5">
        <Fact icon={<QuizIcon name="list" />}>
          <strong className="font-semibold">{text.questions({ count: total })}</strong>
          {rules.shuffle ? ` · ${text.shuffled}` : ''}
        </Fact>
        <Fact icon={<QuizIcon name="check" />}>
          {text.pass({
            needed: neededFor(total, quiz.mark),
            total,
            mark: format.percent(quiz.mark / 100),
          })}
        </Fact>
        <Fact icon={<QuizIcon name="repeat" />}>
          {rules.attempts === undefined
            ? text.anyAttempts
            : text.attemptsLeft({ left: standing.left ?? 0, total: rules.attempts })}
          {rules.wait && <span className="block">{text.wait({ time: time(rules.wait) })}</span>}
        </Fact>
        <Fact icon={<QuizIcon name="clock" />}>
          {rules.minutes === undefined ? text.noLimit : text.limit({ time: time(rules.minutes) })}
        </Fact>
        <Fact icon={<QuizIcon name="eye" />}>
          {rules.review === 'always' ? text.always : rules.review === 'never' ? text.never : text.afterPass}
        </Fact>
      </ul>
      <div className="mt-6">
        {!enrolled ? (
          <p className="font-medium">{text.enrolFirst}</p>
        ) : closed ? (
          <p role="status" className="rounded-card bg-raised px-4 py-3 font-medium">
            {standing.left === 0 ? text.used : text.nextAt({ date: format.dateTime(standing.nextAt ?? 0) })}
          </p>
        ) : (
          <Form method="post" action={action}>
            <Button disabled={busy} className="w-full sm:w-auto sm:min-w-40">
              {quiz.attempts.length > 0 ? text.again : text.start}
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-3">
      <span className="mt-[0.15em] text-accent">{icon}</span>
      <span>{children}</span>
    </li>
  );
}
