// Merkle inclusion and consistency proofs (RFC 9162 §2.1.3, §2.1.4). Pure: which hashes a proof is made of, and whether one holds.
import { nodeHash, type Subtree, subtreesOf } from './tree';

/** The leaves from `from` up to but not including `to`, as the tree divides them: its hash is the root over them alone. */
export type Span = { from: number; to: number };

/** The largest power of two smaller than `size`, which is at least 2: where a tree of `size` leaves is divided (RFC 9162 §2.1.1). */
function splitOf(size: number): number {
  let split = 1;
  // Beyond 2^31 leaves bit operators would lose bits.
  while (split * 2 < size) split *= 2;
  return split;
}

/** What the proof of leaf `index` in a tree of `size` leaves is made of, the leaf's own level first (RFC 9162 §2.1.3.1). 0 ≤ index < size. */
export function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const left = index < middle;
    spans.push(left ? { from: middle, to } : { from, to: middle });
    if (left) to = middle;
    else from = middle;
  }
  return spans.reverse();
}

/** What the proof is made of that a tree of `second` leaves begins with the `first` ones (RFC 9162 §2.1.4.1). 0 < first ≤ second. */
export function consistencySpans(first: number, second: number): Span[] {
  const spans: Span[] = [];
  let [from, to] = [0, second];
  // Down to the subtree that ends where the first tree ended.
  while (to !== first) {
    const middle = from + splitOf(to - from);
    const left = first <= middle;
    spans.push(left ? { from: middle, to } : { from, to: middle });
    if (left) to = middle;
    else from = middle;
  }
  // Who asks has the hash of the first tree, if that is what is left.
  if (from > 0) spans.push({ from, to });
  return spans.reverse();
}

/** The complete subtrees that a span is made of, the largest first. Only the right edge of a tree is made of more than one. */
export const subtreesIn = ({ from, to }: Span): Subtree[] =>
  subtreesOf(to - from).map(({ level, position }) => ({ level, position: from / 2 ** level + position }));

/** Whether `path` shows that the leaf of that hash is at `index` of the tree of `size` leaves and that root (RFC 9162 §2.1.3.2). */
export function inclusionHolds(proof: {
  leaf: Uint8Array;
  index: number;
  size: number;
  path: readonly Uint8Array[];
  root: Uint8Array;
}): boolean {
  const { leaf, index, size, path, root } = proof;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf);
  for (const each of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(each, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeHash(hash, each);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

/** Whether `path` shows that the tree of `second` leaves begins with the one of `first` leaves (RFC 9162 §2.1.4.2). */
export function consistencyHolds(proof: {
  first: number;
  second: number;
  firstRoot: Uint8Array;
  secondRoot: Uint8Array;
  path: readonly Uint8Array[];
}): boolean {
  const { first, second, firstRoot, secondRoot } = proof;
  if (!isCount(first) || !isCount(second) || first === 0 || first > second) return false;
  if (first === second) return proof.path.length === 0 && Buffer.from(firstRoot).equals(secondRoot);
  // A first tree that is a complete subtree of the second is where its own proof begins.
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof.path] : proof.path;
  const [start, ...rest] = path;
  if (!start) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr]: [Buffer, Buffer] = [Buffer.from(start), Buffer.from(start)];
  for (const each of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(each, fr), nodeHash(each, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = nodeHash(sr, each);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
