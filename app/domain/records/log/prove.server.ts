// What the log proves to whoever asks: that an entry is in it, that it only ever grew, and what its entries are.
import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { logEntries } from '~db/schema';
import { DomainError, notFound } from '../../error';
import { badRange } from '../errors';
import type { IssuerKeys } from '../issuer';
import { hashOf } from './append-entry.server';
import { consistencySpans, inclusionSpans, type Span, subtreesIn } from './proofs';
import { logSize, rootOf } from './read-log.server';
import { type Head, logHead } from './sign-head.server';
import { leafHash, rootOver } from './tree';

export type Inclusion = {
  /** The leaf's index, and of how many leaves the tree is. */
  position: number;
  size: number;
  /** The bytes that are hashed as the leaf. */
  leaf: string;
  /** Hex, as all hashes. */
  leafHash: string;
  path: string[];
  root: string;
};

export type Consistency = { from: number; to: number; fromRoot: string; toRoot: string; path: string[] };

export type LogEntry = Pick<typeof logEntries.$inferSelect, 'position' | 'at' | 'event' | 'digest' | 'leaf'>;

/** Entries that are handed out at once. */
export const mostEntries = 1000;

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

const hashOver = (db: Queryable, span: Span): Buffer =>
  rootOver(subtreesIn(span).map(({ level, position }) => hashOf(db, level, position)));

/**
 * The proof that the log has the entry `position`, or the issue of the signed form of `digest`, among its first `size` entries
 * (RFC 9162 §2.1.3.1); `size`: all that it has now, where it is not said. Reads as many rows as the tree is high. Throws `not-found`.
 */
export function inclusionProof(
  db: Db,
  asked: ({ digest: string } | { position: number }) & { size?: number | undefined },
): Inclusion {
  return db.transaction((tx) => {
    const size = asked.size ?? logSize(tx);
    const which =
      'digest' in asked
        ? and(eq(logEntries.digest, asked.digest), eq(logEntries.event, 'issued'))
        : eq(logEntries.position, asked.position);
    const entry = tx.select().from(logEntries).where(which).orderBy(asc(logEntries.position)).limit(1).get();
    if (!entry || entry.position >= size || size > logSize(tx)) throw notFound();
    const { position, leaf } = entry;
    return {
      position,
      size,
      leaf,
      leafHash: hex(leafHash(leaf)),
      path: inclusionSpans(position, size).map((span) => hex(hashOver(tx, span))),
      root: hex(rootOf(tx, size)),
    };
  });
}

/** The proof that the log's first `to` entries begin with its first `from` (RFC 9162 §2.1.4.1). 0 < from ≤ to, or `log-range`. */
export function consistencyProof(db: Db, { from, to }: { from: number; to: number }): Consistency {
  return db.transaction((tx) => {
    if (from < 1 || from > to || to > logSize(tx)) throw badRange();
    return {
      from,
      to,
      fromRoot: hex(rootOf(tx, from)),
      toRoot: hex(rootOf(tx, to)),
      path: consistencySpans(from, to).map((span) => hex(hashOver(tx, span))),
    };
  });
}

/** The entries from `from` up to but not including `to`, at most `mostEntries` of them. Throws `log-range`. */
export function logEntriesBetween(db: Db, { from, to }: { from: number; to: number }): LogEntry[] {
  if (from < 0 || to < from) throw badRange();
  return db
    .select(shown)
    .from(logEntries)
    .where(and(gte(logEntries.position, from), lt(logEntries.position, to)))
    .orderBy(asc(logEntries.position))
    .limit(mostEntries)
    .all();
}

const shown = {
  position: logEntries.position,
  at: logEntries.at,
  event: logEntries.event,
  digest: logEntries.digest,
  leaf: logEntries.leaf,
};

/**
 * `inclusionProof` in a tree whose head is signed: the newest, or one made for it where that does not cover the entry yet, or that of
 * `size`. `at`: epoch milliseconds. Throws as `inclusionProof` and `logHead`.
 */
export async function proveInclusion(
  db: Db,
  keys: IssuerKeys,
  { at, ...asked }: Parameters<typeof inclusionProof>[1] & { at: number },
): Promise<Inclusion & { head: string }> {
  const { size } = asked;
  const { position } = inclusionProof(db, asked);
  const head = await logHead(db, keys, { at, size, atLeast: position + 1 });
  return { ...inclusionProof(db, { position, size: head.size }), head: head.jws };
}

/** The log as its page shows it: the head, null where the log is not what was promised before, and the newest entries. */
export async function viewLog(
  db: Db,
  keys: IssuerKeys,
  { at, count }: { at: number; count: number },
): Promise<{ head: Head | null; entries: Omit<LogEntry, 'leaf'>[] }> {
  const head = await logHead(db, keys, { at }).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'log-broken') return null;
    throw error;
  });
  const { leaf: _leaf, ...columns } = shown;
  const entries = db.select(columns).from(logEntries).orderBy(desc(logEntries.position)).limit(count).all();
  return { head, entries };
}
