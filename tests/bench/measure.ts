// What a row says, and how two things are measured side by side.

export type Result = {
  name: string;
  value: number;
  unit: string;
  /** The same measure of what the row is held against; null where the aim is a bare number. */
  reference: number | null;
  /** `value` over `reference`: see the row's aim for which way is better. */
  ratio: number | null;
  aim: string;
  met: boolean;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Measures A B B A A B … so that what else the machine does, or has become, meets both alike. Returns medians; the ratio is that of the rounds. */
export async function alternate(
  rounds: number,
  a: () => number | Promise<number>,
  b: () => number | Promise<number>,
): Promise<{ value: number; reference: number; ratio: number }> {
  const pairs: { a: number; b: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await a();
      pairs.push({ a: first, b: await b() });
    } else {
      const first = await b();
      pairs.push({ a: await a(), b: first });
    }
  }
  return {
    value: median(pairs.map((pair) => pair.a)),
    reference: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
