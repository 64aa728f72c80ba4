// Where a lesson's quiz stands. Its code travels only to who opens a quiz: most lessons have none.
import { type ComponentType, lazy, Suspense } from 'react';
import type { QuizPanelProps } from './quiz-panel';

type Panel = ComponentType<QuizPanelProps>;

let provided: Panel | undefined;

/** On the server, where nothing is fetched: gives the panel, so that it is in the page that is sent. */
export const provideQuizPanel = (panel: Panel): void => {
  provided = panel;
};

const Fetched = lazy(async () => ({ default: (await import('./quiz-panel')).QuizPanel }));

export function QuizPlace(props: QuizPanelProps) {
  const Panel = provided ?? Fetched;
  return (
    <Suspense fallback={<div id="quiz" className="min-h-96" />}>
      <Panel {...props} />
    </Suspense>
  );
}
