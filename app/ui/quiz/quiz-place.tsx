// Where a lesson's quiz stands. Its code travels only to who opens a quiz: most lessons have none.
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { bringFirst } from '~/ui/layout/before-life';
import type { QuizPanelProps } from './quiz-panel';

type Panel = ComponentType<QuizPanelProps>;

let provided: Panel | undefined;

/** On the server, where nothing is fetched: gives the panel, so that it is in the page that is sent. */
export const provideQuizPanel = (panel: Panel): void => {
  provided = panel;
};

async function fetchPanel(): Promise<{ default: Panel }> {
  const { QuizPanel } = await import('./quiz-panel');
  provided = QuizPanel;
  return { default: QuizPanel };
}

const Fetched = lazy(fetchPanel);

// A page that was sent with a quiz comes to life with it, in one piece. Were the quiz to follow, in a boundary of its own, then any
// change of the page before that (what the device keeps, say) would have React throw the sent quiz away and draw it anew (error 421).
if (typeof document !== 'undefined' && document.getElementById('quiz')) bringFirst(fetchPanel());

export function QuizPlace(props: QuizPanelProps) {
  // As it was at first: to change would be to begin anew, and lose what was answered.
  const [Ready] = useState(() => provided);
  if (Ready) return <Ready {...props} />;
  return (
    <Suspense fallback={<div id="quiz" className="min-h-96" />}>
      <Fetched {...props} />
    </Suspense>
  );
}
