// The hashes of the log's Merkle tree (RFC 9162 §2.1). Pure.
import { createHash } from 'node:crypto';

/** What follows a leaf's or a node's first byte, so that neither can pass for the other (RFC 9162 §2.1.1). */
const leafByte = Buffer.of(0);
const nodeByte = Buffer.of(1);

export const emptyRoot = (): Buffer => createHash('sha256').digest();

export const leafHash = (leaf: string | Uint8Array): Buffer =>
  createHash('sha256').update(leafByte).update(leaf).digest();

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(nodeByte).update(left).update(right).digest();

/** A complete subtree: the `position`-th from the left that spans 2^`level` leaves. */
export type Subtree = { level: number; position: number };

/** The complete subtrees that a tree of `size` leaves is made of, the largest (leftmost) first. */
export function subtreesOf(size: number): Subtree[] {
  const found: Subtree[] = [];
  let from = 0;
  // Beyond 2^31 leaves bit operators would lose bits.
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level--) {
    const span = 2 ** level;
    if (size - from >= span) {
      found.push({ level, position: from / span });
      from += span;
    }
  }
  return found;
}

/** The root over the hashes of `subtreesOf(size)`, in that order. */
export function rootOver(hashes: readonly Uint8Array[]): Buffer {
  const last = hashes.at(-1);
  if (!last) return emptyRoot();
  return hashes.slice(0, -1).reduceRight<Buffer>((right, left) => nodeHash(left, right), Buffer.from(last));
}
