import { useEffect, useState } from 'react';
import { useI18n } from '~/i18n/react';
import { dropKept, type KeptCourse, keptCourses, listen, whose } from '~/offline/device';
import type { DeviceState } from '~/offline/device-state';
import { CannotKeep, type KeepFailure, type KeepProgress, keepCourse } from '~/offline/keep';
import { Button } from '~/ui/primitives/button';
import { Icon } from '~/ui/primitives/icon';
import { useSize } from './size';
import { canKeep, startWorker } from './start-worker';

/** Keeps a course, says how that goes, and takes it away again. Nothing where the browser cannot, or nobody may. */
export function KeepControl({ course, compact }: { course: string; compact: boolean }) {
  const { m } = useI18n();
  const words = m.offline;
  const size = useSize();
  const [state, setState] = useState<DeviceState | null>(null);
  const [progress, setProgress] = useState<KeepProgress | null>(null);
  const [failure, setFailure] = useState<KeepFailure | null>(null);
  const kept = useKept(course);
  useEffect(() => {
    let gone = false;
    if (canKeep()) {
      startWorker()
        .then((started) => !gone && setState(started))
        .catch(() => undefined);
    }
    return () => {
      gone = true;
    };
  }, []);
  const wanted = state?.courses.find(({ slug }) => slug === course);
  if (kept === undefined || (!kept && !wanted)) return null;
  const keep = async () => {
    if (!state || !wanted) return;
    setFailure(null);
    setProgress({ done: 0, total: 1, bytes: 0 });
    try {
      // Otherwise a browser short of room may take it away unasked.
      void navigator.storage?.persist?.();
      await keepCourse(state, wanted, setProgress);
    } catch (error) {
      setFailure(error instanceof CannotKeep ? error.why : 'network');
    } finally {
      setProgress(null);
    }
  };
  return (
    <div>
      {progress ? (
        <div>
          <p role="status" className="flex min-h-11 items-center text-sm">
            {words.keeping({ done: progress.done, total: progress.total, size: size(progress.bytes) })}
          </p>
          <progress
            value={progress.done}
            max={progress.total}
            aria-label={words.keep}
            className="keep-progress block h-1.5 w-full max-w-md"
          />
        </div>
      ) : kept ? (
        <p className="flex min-h-11 flex-wrap items-center gap-x-2 text-sm">
          <Icon name="check" className="text-positive" />
          <span>
            {words.isKept} · {size(kept.bytes)}
          </span>
          <Button
            tone="plain"
            type="button"
            aria-label={words.removeFrom({ course: kept.title })}
            onClick={() => void dropKept((each) => each.course === course)}
          >
            {words.remove}
          </Button>
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4">
          <Button
            tone={compact ? 'plain' : 'quiet'}
            type="button"
            onClick={keep}
            className={compact ? '-ml-3' : ''}
          >
            <Icon name="device" />
            {words.keep}
          </Button>
          {!compact && (
            <p className="max-w-prose flex-1 basis-60 py-2 text-sm text-muted">{words.keepHint}</p>
          )}
        </div>
      )}
      {failure && (
        <p role="alert" className="mt-1 flex gap-2 text-sm font-medium text-danger">
          <Icon name="alert" />
          {words.failures[failure]}
        </p>
      )}
    </div>
  );
}

/** The course as it is kept here; null where it is not, undefined until that is known. */
function useKept(course: string): KeptCourse | null | undefined {
  const [kept, setKept] = useState<KeptCourse | null>();
  useEffect(() => {
    const look = async () => {
      const { owner } = await whose();
      setKept((await keptCourses(owner)).find((each) => each.course === course) ?? null);
    };
    const lookAgain = () => void look().catch(() => setKept(null));
    lookAgain();
    return listen(lookAgain);
  }, [course]);
  return kept;
}
