import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, desc, eq } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { logEntries, logNodes } from '~db/schema';
import { leafHash, nodeHash } from './tree';

export type LogEvent = 'issued' | 'revoked' | 'reinstated' | 'replaced';

/**
 * Appends an entry to the log, inside the transaction whose change it tells of, which has to be an immediate one. `digest`: of the
 * signed form; `address`: the record's; `at`: epoch milliseconds. An entry is never dated before the one that precedes it. Takes
 * time that grows with the logarithm of the log. Returns the leaf's index.
 */
export function appendEntry(
  tx: Queryable,
  input: { event: LogEvent; recordId: string; address: string; digest: string; at: number },
): number {
  const { event, recordId, address, digest } = input;
  const last = tx
    .select({ position: logEntries.position, at: logEntries.at })
    .from(logEntries)
    .orderBy(desc(logEntries.position))
    .limit(1)
    .get();
  const position = last ? last.position + 1 : 0;
  const at = Math.max(input.at, last?.at ?? 0);
  const leaf = leafOf({ event, address, digest, at });
  tx.insert(logEntries).values({ position, at, event, recordId, digest, leaf }).run();
  let node = { level: 0, position, hash: leafHash(leaf) };
  tx.insert(logNodes).values(node).run();
  // A right child completes its parent.
  while (node.position % 2 === 1) {
    const left = hashOf(tx, node.level, node.position - 1);
    node = {
      level: node.level + 1,
      position: (node.position - 1) / 2,
      hash: nodeHash(left, node.hash),
    };
    tx.insert(logNodes).values(node).run();
  }
  return position;
}

/**
 * The bytes of a leaf: RFC 8785 JSON. The record's address stands in it as its SHA-256 (hex): who has the record finds it, and nobody finds
 * people's pages by reading the log.
 */
export const leafOf = (entry: { event: LogEvent; address: string; digest: string; at: number }): string =>
  canonicalize({
    at: new Date(entry.at).toISOString(),
    credential: entry.digest,
    event: entry.event,
    record: createHash('sha256').update(entry.address).digest('hex'),
  }) ?? '';

/** The hash of a complete subtree. */
export function hashOf(tx: Queryable, level: number, position: number): Buffer {
  const node = tx
    .select({ hash: logNodes.hash })
    .from(logNodes)
    .where(and(eq(logNodes.level, level), eq(logNodes.position, position)))
    .get();
  if (!node) throw new Error(`the log has no node ${position} of level ${level}`);
  return node.hash;
}
