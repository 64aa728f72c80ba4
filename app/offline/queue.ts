// What was written without a connection, in order, until the server has it.
import { device, say, setOwner, type Waiting, type WaitingKind } from './device';

export type Written = {
  owner: string;
  what: WaitingKind;
  course: string;
  lesson: string;
  target: string;
  fields: Record<string, string>;
};

/** The owner's own things, in the order they were done. */
export const waitingOf = async (owner: string | null): Promise<Waiting[]> =>
  owner === null ? [] : (await (await device()).getAll('waiting')).filter((each) => each.owner === owner);

/** How many things of anybody are on this device and not sent. */
export const countWaiting = async (): Promise<number> =>
  (await (await device()).getAll('waiting')).filter(({ state }) => state !== 'merged').length;

export const isSending = ({ state }: Waiting): boolean => state === 'waiting';

/**
 * Puts one more thing in the queue. The same thing written again takes the place of what was not sent yet, and keeps the version that
 * was written from, so that a device never disagrees with itself.
 */
export async function enqueue(written: Written, at: number): Promise<void> {
  const { store, done } = (await device()).transaction('waiting', 'readwrite');
  const same = (await store.getAll()).find(
    (each) =>
      each.state === 'waiting' &&
      each.owner === written.owner &&
      each.course === written.course &&
      each.lesson === written.lesson &&
      each.target === written.target &&
      (each.what === written.what || (each.what === 'annotation' && written.what === 'removal')),
  );
  if (!same || written.what !== 'completion') {
    const fields = same ? { ...written.fields, ...versionOf(same) } : written.fields;
    // A new name: should the earlier text have arrived after all, this one is not taken for it.
    const delivery = crypto.randomUUID();
    const fresh = { ...written, fields, delivery, at, state: 'waiting' as const, tries: 0, notBefore: 0 };
    if (same) await store.put({ ...fresh, seq: same.seq });
    else await store.add(fresh as Waiting);
  }
  await done;
  say({ said: 'changed' });
}

const versionOf = ({ fields: { version } }: Waiting): Record<string, string> =>
  version === undefined ? {} : { version };

/** Takes a thing off the list because its writer said so. */
export async function discard(seq: number): Promise<void> {
  await (await device()).delete('waiting', seq);
  say({ said: 'changed' });
}

/** A refused thing is tried once more. */
export async function tryAgain(seq: number): Promise<void> {
  const db = await device();
  const item = await db.get('waiting', seq);
  if (item) await db.put('waiting', { ...item, state: 'waiting', tries: 0, notBefore: 0 });
  say({ said: 'changed' });
}

/**
 * sent: nothing is left to send. offline: no answer. later: the server is in trouble, or asks to wait. signed-out: its writer has to
 * sign in here first.
 */
export type Sent = 'sent' | 'offline' | 'later' | 'signed-out';

/** Sends what waits of `owner`, one after the other, by one page or the worker at a time. */
export async function sendWaiting(owner: string | null, now: () => number): Promise<Sent> {
  if (owner === null) return 'signed-out';
  return await navigator.locks.request('parkbridge-sending', () => sendAll(owner, now));
}

async function sendAll(owner: string, now: () => number): Promise<Sent> {
  for (;;) {
    const item = (await waitingOf(owner)).find(isSending);
    if (!item) return 'sent';
    if (item.notBefore > now()) return 'later';
    const answer = await post(item);
    const outcome = await settle(item, answer, now());
    if (outcome !== 'next') return outcome;
  }
}

/** Milliseconds to wait for an answer. */
const patience = 20_000;

type Answer =
  | { kind: 'none' }
  | { kind: 'trouble'; retryAfter: number }
  | { kind: 'said'; status: number; body: Record<string, unknown> };

async function post(item: Waiting): Promise<Answer> {
  const { what, owner, delivery, course, lesson, target, fields } = item;
  const body = new URLSearchParams({ ...fields, what, owner, delivery, course, lesson });
  if (target) body.set('target', target);
  try {
    const response = await fetch('/my/deliveries', {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const json = response.headers.get('content-type')?.startsWith('application/json');
    if (response.status >= 500 || response.status === 429 || !json) {
      return { kind: 'trouble', retryAfter: Number(response.headers.get('retry-after')) || 0 };
    }
    return {
      kind: 'said',
      status: response.status,
      body: (await response.json()) as Record<string, unknown>,
    };
  } catch {
    return { kind: 'none' };
  }
}

/** Milliseconds until the next try: twice as long each time, from five seconds to a quarter of an hour. */
const pause = (tries: number): number => Math.min(5000 * 2 ** tries, 15 * 60_000);

async function settle(item: Waiting, answer: Answer, now: number): Promise<'next' | Sent> {
  if (answer.kind === 'none') return 'offline';
  if (answer.kind === 'trouble') {
    const wait = Math.max(pause(item.tries), answer.retryAfter * 1000);
    await replace(item, { tries: item.tries + 1, notBefore: now + wait });
    return 'later';
  }
  const { status, body } = answer;
  const error = String(body.error ?? '');
  if (status === 401 || error === 'other-account') {
    await setOwner(null);
    return 'signed-out';
  }
  if (status >= 400) await replace(item, { state: 'refused', error });
  else if (body.removed === false)
    await replace(item, { state: 'refused', error: 'note-changed', kept: String(body.note ?? '') });
  else if (body.merged === true) await replace(item, { state: 'merged', kept: String(body.note ?? '') });
  else await replace(item, null);
  return 'next';
}

/** Changes the thing, or removes it, unless it was written anew while it was on its way; then that is sent as well. */
async function replace(item: Waiting, change: Partial<Waiting> | null): Promise<void> {
  const { store, done } = (await device()).transaction('waiting', 'readwrite');
  const now = await store.get(item.seq);
  if (now?.delivery === item.delivery) {
    if (change) await store.put({ ...now, ...change });
    else await store.delete(item.seq);
  }
  await done;
  say({ said: 'changed' });
}
