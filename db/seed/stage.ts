// Runs many lives beside each other, each step at its time, so that everybody sees the world as it was at that moment.
import type { Life } from './learner.server';

type Waiting = { at: number; order: number; life: Life };

export type Stage = {
  /** Lets a life begin; one that would begin before another step does so first. */
  enter(life: Life): void;
  /** Runs everything that is to happen before `end` (epoch milliseconds), in the order of time. */
  runUntil(end: number): void;
};

export function openStage(): Stage {
  const heap: Waiting[] = [];
  let order = 0;
  const wait = (life: Life, step: IteratorResult<number, void>) => {
    // A database keeps whole milliseconds.
    if (!step.done) push(heap, { at: Math.round(step.value), order: order++, life });
  };
  return {
    enter: (life) => wait(life, life.next(0)),
    runUntil(end) {
      for (;;) {
        const [first] = heap;
        if (!first || first.at >= end) return;
        pop(heap);
        wait(first.life, first.life.next(first.at));
      }
    },
  };
}

const before = (one: Waiting | undefined, other: Waiting | undefined): boolean =>
  one !== undefined &&
  (other === undefined || one.at < other.at || (one.at === other.at && one.order < other.order));

function push(heap: Waiting[], waiting: Waiting): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (before(heap[parent], waiting)) break;
    heap[at] = heap[parent] as Waiting;
    at = parent;
  }
  heap[at] = waiting;
}

function pop(heap: Waiting[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const child = before(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!before(heap[child], last)) break;
    heap[at] = heap[child] as Waiting;
    at = child;
  }
  heap[at] = last;
}
