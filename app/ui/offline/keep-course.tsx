// Where a course can be kept on the device: a place for the control, which comes once the page is idle and only where it can work.
import { type ComponentType, useEffect, useState } from 'react';

type Control = ComponentType<{ course: string; compact: boolean }>;

export function KeepCourse({ course, compact = false }: { course: string; compact?: boolean }) {
  const [Control, setControl] = useState<Control | null>(null);
  useEffect(() => {
    let gone = false;
    const fetchControl = () => {
      import('./keep-control')
        .then(({ KeepControl }) => {
          if (!gone) setControl(() => KeepControl);
        })
        .catch(() => {
          // Without a connection there is nothing to keep.
        });
    };
    const idle = window.setTimeout(fetchControl, 300);
    return () => {
      gone = true;
      window.clearTimeout(idle);
    };
  }, []);
  return <div className="no-print min-h-11">{Control && <Control course={course} compact={compact} />}</div>;
}
