// Brings the line that says how things stand without a connection, to a page that has a worker behind it; to others, nothing.
import { type ComponentType, useEffect, useState } from 'react';

/** Said on the window once a worker is there. */
export const workerStarted = 'parkbridge:worker';

export function OfflineLine() {
  const [Line, setLine] = useState<ComponentType | null>(null);
  useEffect(() => {
    const fetchLine = () => {
      import('./status-line')
        .then(({ StatusLine }) => setLine(() => StatusLine))
        .catch(() => {
          // Without a connection and not kept: the page reads well as it is.
        });
    };
    if (navigator.serviceWorker?.controller) fetchLine();
    window.addEventListener(workerStarted, fetchLine);
    return () => window.removeEventListener(workerStarted, fetchLine);
  }, []);
  return Line && <Line />;
}
