// What is kept on the device beside the pages: whose they are, which courses, and what waits to be sent. Read and written by the
// pages and by the worker alike, which tell each other of every change.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export type Owner = {
  /** The account whose pages this device may show; null after signing out, or when the server says nobody is signed in. */
  owner: string | null;
  /** The account that was signed in last, whose pages are still here. */
  last: string | null;
};

export type KeptCourse = {
  owner: string;
  course: string;
  title: string;
  theme: string;
  edition: string;
  standing: string;
  locale: string;
  /** The site's version whose scripts the pages ask for. */
  release: string;
  keptAt: number;
  bytes: number;
  /** The Cache that holds the pages, and with them their images and sounds. */
  cache: string;
  pages: { path: string; title: string }[];
};

export type WaitingKind = 'completion' | 'reflection' | 'annotation' | 'removal';

export type Waiting = {
  /** The order in which things were done. */
  seq: number;
  /** Names this one thing to the server, which does it once. */
  delivery: string;
  owner: string;
  what: WaitingKind;
  course: string;
  lesson: string;
  /** The Reflect's or annotation's id; empty for a completion. */
  target: string;
  fields: Record<string, string>;
  at: number;
  /**
   * `waiting`: to be sent. `refused`: the server will not have it as it is, `error` says why. `merged`: sent, but another device had
   * written in between, and `kept` is what it has become.
   */
  state: 'waiting' | 'refused' | 'merged';
  error?: string;
  kept?: string;
  tries: number;
  /** Not before this time (epoch milliseconds), after the server was in trouble. */
  notBefore: number;
};

interface Schema extends DBSchema {
  device: { key: 'owner'; value: Owner };
  kept: { key: [string, string]; value: KeptCourse };
  waiting: { key: number; value: Waiting };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The device's own database. A newer version of it, opened elsewhere, closes this one, and the next call opens it again. */
export function device(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    opened = undefined;
  };
  opened ??= openDB<Schema>('parkbridge', 1, {
    upgrade(db) {
      db.createObjectStore('device');
      db.createObjectStore('kept', { keyPath: ['owner', 'course'] });
      db.createObjectStore('waiting', { keyPath: 'seq', autoIncrement: true });
    },
    blocking(_old, _next, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** What pages and worker say to each other: something changed on the device; or a request found (no) connection. */
export type Said = { said: 'changed' } | { said: 'connection'; there: boolean };

const channel = () => new BroadcastChannel('parkbridge');

/** Says it to every other page, and to the worker. */
export function say(message: Said): void {
  const to = channel();
  to.postMessage(message);
  to.close();
}

/** Calls `heard` for whatever others say; returns what ends it. */
export function listen(heard: (message: Said) => void): () => void {
  const from = channel();
  from.onmessage = ({ data }: MessageEvent<Said>) => heard(data);
  return () => from.close();
}

const nobody: Owner = { owner: null, last: null };

export const whose = async (): Promise<Owner> => (await (await device()).get('device', 'owner')) ?? nobody;

/**
 * Notes who is signed in here. Pages kept by anybody else are removed at once; what they wrote and could not send stays for them,
 * unseen, until they sign in here again. Null locks the pages and keeps them.
 */
export async function setOwner(owner: string | null): Promise<void> {
  const before = await whose();
  if (before.owner === owner) return;
  await (await device()).put('device', { owner, last: owner ?? before.last }, 'owner');
  if (owner !== null) await dropKept((kept) => kept.owner !== owner);
  say({ said: 'changed' });
}

/** Signing out: nothing of a course stays. */
export async function forgetEverybody(): Promise<void> {
  await (await device()).put('device', nobody, 'owner');
  await dropKept(() => true);
  say({ said: 'changed' });
}

export const keptCourses = async (owner: string | null): Promise<KeptCourse[]> =>
  owner === null
    ? []
    : (await (await device()).getAll('kept'))
        .filter((each) => each.owner === owner)
        .sort((a, b) => b.keptAt - a.keptAt);

/** Removes what the device keeps of the courses that `which` names, and caches that belong to no course. */
export async function dropKept(which: (kept: KeptCourse) => boolean): Promise<void> {
  const db = await device();
  for (const kept of await db.getAll('kept'))
    if (which(kept)) await db.delete('kept', [kept.owner, kept.course]);
  await sweep();
}

/** How the names of our caches begin: pages of a course, scripts of a release, the page for when there is nothing else. */
export const cachesOf = { pages: 'pages/', files: 'files/', shell: 'shell' } as const;

/** Deletes caches that nothing kept needs any more. Those being filled at this moment (see keep.ts) are left alone. */
export async function sweep(): Promise<void> {
  const kept = await (await device()).getAll('kept');
  const needed = new Set(kept.flatMap((each) => [each.cache, cachesOf.files + each.release]));
  const locks = await navigator.locks.query();
  const filling = locks.held?.some(({ name }) => name === fillingLock) ?? false;
  for (const name of await caches.keys()) {
    const ours = name.startsWith(cachesOf.pages) || name.startsWith(cachesOf.files);
    if (ours && !needed.has(name) && !filling) await caches.delete(name);
  }
}

/** Held while a course is being fetched. */
export const fillingLock = 'parkbridge-keeping';
