import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Badge } from '~/ui/primitives/notice';
import type { QuizData } from './quiz-data';

/** What was handed in before, newest first; each leads to its review. */
export function PastAttempts(props: { attempts: QuizData['attempts']; pathTo(rest: string): string }) {
  const { m, format } = useI18n();
  const text = m.quizzes.past;
  if (props.attempts.length === 0) return null;
  return (
    <div className="mt-12">
      <h2 className="mb-3 text-xl">{text.title}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {props.attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <Link
              to={props.pathTo(`attempts/${attempt.id}`)}
              className="link inline-flex min-h-11 items-center"
            >
              {text.line({
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
  );
}
