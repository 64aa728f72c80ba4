// The quiz on its lesson's page: what awaits before it is begun, its questions while it is open.
import { useState } from 'react';
import { useI18n } from '~/i18n/react';
import { Notice } from '~/ui/primitives/notice';
import { BeforeQuiz } from './before-quiz';
import { PastAttempts } from './past-attempts';
import type { Answers, QuizData, QuizReply } from './quiz-data';
import { SittingForm } from './sitting-form';

export type QuizPanelProps = {
  quiz: QuizData;
  reply: QuizReply | undefined;
  /** Answers sent before signing in was asked. */
  kept: Answers | undefined;
  enrolled: boolean;
  /** The page was answered by a plain POST that saved. */
  saved: boolean;
  /** The address of the quiz's `sitting`, `sitting/answers`, `attempt` and `attempts/…`. */
  pathTo(rest: string): string;
};

export function QuizPanel(props: QuizPanelProps) {
  const { quiz, enrolled, pathTo } = props;
  const { m } = useI18n();
  const refused = props.reply?.form === 'quiz' ? props.reply : undefined;
  const { sitting } = quiz;
  const [taken, take] = useState<{ answers: Answers; version: number } | null>(null);
  // Each answer of the server is a form of its own, with the answers and the version that came with it.
  const [round, setRound] = useState({ of: props.reply, number: 0 });
  if (round.of !== props.reply) {
    setRound({ of: props.reply, number: round.number + 1 });
    take(null);
  }
  return (
    <section id="quiz" className="my-8 scroll-mt-6">
      {refused && !sitting && <Notice tone="danger">{m.errors[refused.error]}</Notice>}
      {sitting ? (
        <SittingForm
          key={`${sitting.id}/${round.number}/${taken?.version ?? ''}`}
          sitting={sitting}
          start={taken?.answers ?? refused?.answers ?? props.kept ?? sitting.answers}
          version={taken?.version ?? sitting.version}
          refused={taken ? undefined : refused}
          typed={!taken && !refused && props.kept !== undefined}
          saved={props.saved && !refused}
          pathTo={pathTo}
          onTake={(answers, version) => take({ answers, version })}
        />
      ) : (
        <BeforeQuiz quiz={quiz} enrolled={enrolled} action={pathTo('sitting')} />
      )}
      <PastAttempts attempts={quiz.attempts} pathTo={pathTo} />
    </section>
  );
}
