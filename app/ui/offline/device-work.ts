// What a page does for the device: notices whether there is a connection, sends what waits, and keeps what is kept up to date.
import {
  dropKept,
  type KeptCourse,
  keptCourses,
  listen,
  say,
  setOwner,
  type Waiting,
  whose,
} from '~/offline/device';
import type { DeviceState } from '~/offline/device-state';
import { isCurrent, keepCourse, keepShell } from '~/offline/keep';
import { countWaiting, isSending, sendWaiting, waitingOf } from '~/offline/queue';
import { passBy } from '~/offline/requests';

export type Device = {
  offline: boolean;
  /** Null: nobody, or it is not known yet. */
  owner: string | null;
  waiting: Waiting[];
  /** How many things wait here for somebody who is not signed in. */
  foreign: number;
  kept: KeptCourse[];
  /** What is being sent at this moment. */
  sending: boolean;
};

/** Milliseconds between two looks whether the connection is back, at first and at most. */
const firstLook = 3000;
const slowestLook = 30_000;
/** Milliseconds that pages may show an older progress than the server's before they are fetched again. */
const refreshEvery = 5 * 60_000;

/** Who is signed in here and what may be kept; null when nobody is. Throws where there is no answer. */
export async function askState(): Promise<DeviceState | null> {
  const response = await fetch('/my/offline.json', {
    headers: { Accept: 'application/json', [passBy]: '1' },
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`offline.json: ${response.status}`);
  return (await response.json()) as DeviceState;
}

/** Begins the work; `tell` hears of every change. Returns what ends it, and what does all of it at once. */
export function workForDevice(
  locale: string,
  tell: (device: Device) => void,
): { stop(): void; tryNow(): void } {
  let there = navigator.onLine && document.documentElement.dataset.kept === undefined;
  let stopped = false;
  let sending = false;
  let pause = firstLook;
  let look: number | undefined;
  let again: number | undefined;

  const publish = async () => {
    const { owner } = await whose();
    const [waiting, kept, all] = await Promise.all([waitingOf(owner), keptCourses(owner), countWaiting()]);
    const foreign = all - waiting.filter(({ state }) => state !== 'merged').length;
    if (!stopped) tell({ offline: !there, owner, waiting, kept, foreign, sending });
  };
  const show = () => void publish().catch(() => undefined);

  /** A look whether the site answers; until it does, again and again, less and less often. */
  const lookForSite = async () => {
    window.clearTimeout(look);
    const answers = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) })
      .then(({ ok }) => ok)
      .catch(() => false);
    if (stopped) return;
    setThere(answers);
    if (answers) return;
    look = window.setTimeout(lookForSite, pause);
    pause = Math.min(pause * 2, slowestLook);
  };
  const setThere = (now: boolean) => {
    if (now) pause = firstLook;
    const back = now && !there;
    there = now;
    show();
    if (back) void settle();
  };

  const send = async (owner: string): Promise<boolean> => {
    if (!(await waitingOf(owner)).some(isSending)) return false;
    sending = true;
    show();
    const outcome = await sendWaiting(owner, Date.now).finally(() => {
      sending = false;
    });
    if (outcome === 'offline') lost();
    const times = (await waitingOf(owner)).filter(isSending).map(({ notBefore }) => notBefore);
    window.clearTimeout(again);
    if (outcome === 'later') {
      again = window.setTimeout(settle, Math.max(1000, Math.min(...times) - Date.now()));
    }
    show();
    return outcome === 'sent';
  };

  const settle = async () => {
    try {
      const state = await askState();
      await setOwner(state?.owner ?? null);
      if (!state) return show();
      const sent = await send(state.owner);
      const now = sent ? await askState() : state;
      if (now?.worker) await update(now, sent);
      if (now?.worker) await keepShell(locale);
    } catch {
      lost();
    }
    show();
  };

  const lost = () => {
    if (!stopped) void lookForSite();
  };

  const stopListening = listen((message) => {
    if (message.said === 'changed') return show();
    // Known already: the next look is under way.
    if (message.there || !there) return;
    setThere(false);
    lost();
  });
  const online = () => void lookForSite();
  const offline = () => setThere(false);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  show();
  if (there) void settle();
  else void lookForSite();
  return {
    tryNow: () => void (there ? settle() : lookForSite()),
    stop: () => {
      stopped = true;
      stopListening();
      window.clearTimeout(look);
      window.clearTimeout(again);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
    },
  };
}

/** Brings kept courses up to date, in one page at a time. A course that is no longer one's own goes. */
async function update(state: DeviceState, now: boolean): Promise<void> {
  await navigator.locks.request('parkbridge-updating', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const kept of await keptCourses(state.owner)) {
      const course = state.courses.find(({ slug }) => slug === kept.course);
      if (!course) {
        await dropKept((each) => each.owner === kept.owner && each.course === kept.course);
        continue;
      }
      if (isCurrent(kept, course, state)) continue;
      const onlyProgress =
        kept.edition === course.edition && isCurrent({ ...kept, standing: course.standing }, course, state);
      if (onlyProgress && !now && Date.now() - kept.keptAt < refreshEvery) continue;
      // What was kept stays until the new is whole; the next page tries again.
      await keepCourse(state, course, () => undefined).catch(() => undefined);
    }
  });
  say({ said: 'changed' });
}
