// Keeps the paragraph a reader is at: on the device for whoever reads, and on the server for who is signed in.
import { lessonSubpath } from '~/ui/learning/paths';
import { loadMarks } from '~/ui/notes/marks';

/** Slugs of the lesson, and whether the server keeps places in it. */
export type PlaceKeeper = { course: string; lesson: string; signedIn: boolean };

type Place = { block: number; at: number };

const keyOf = ({ course, lesson }: PlaceKeeper) => `parkbridge:at:${course}/${lesson}`;

/** The block kept last, on this device or another; null when there is none. */
export async function findPlace(keeper: PlaceKeeper): Promise<number | null> {
  const here = placeHere(keeper);
  const marks = keeper.signedIn ? await loadMarks(keeper.course, keeper.lesson) : null;
  const there = marks?.position;
  if (!there || (here && here.at > there.updatedAt)) return here?.block ?? null;
  return there.block;
}

/** Writes the place down, also while the page is going away. */
export function keepPlace(keeper: PlaceKeeper, block: number): void {
  try {
    localStorage.setItem(keyOf(keeper), JSON.stringify({ block, at: Date.now() } satisfies Place));
  } catch {
    // A private window: then only the server knows.
  }
  if (!keeper.signedIn) return;
  fetch(lessonSubpath(keeper.course, keeper.lesson, 'position'), {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ block: String(block) }),
    keepalive: true,
    // Offline, or signed out meanwhile: a bookmark is no promise, and the next one is sent in a moment.
  }).catch(() => {});
}

function placeHere(keeper: PlaceKeeper): Place | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(keeper)) ?? 'null');
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'block' in value &&
  typeof value.block === 'number' &&
  'at' in value &&
  typeof value.at === 'number';
