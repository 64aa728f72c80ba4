// Chance that is the same in every run: what it gives follows from its key alone.

export type Random = {
  /** In [0, 1). */
  next(): number;
  /** In [from, to). */
  between(from: number, to: number): number;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the list's first members, each as likely as its second says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
};

/** FNV-1a, then mulberry32. No secret depends on it. */
export function randomOf(key: string): Random {
  let state = 0x811c9dc5;
  for (const unit of key) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    weighted: <T>(list: readonly (readonly [T, number])[]) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [each, weight] of list) {
        left -= weight;
        if (left < 0) return each;
      }
      return list[list.length - 1]?.[0] as T;
    },
  };
}
