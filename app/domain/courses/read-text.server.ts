// A rendered text, parsed once and kept.
import { LRUCache } from 'lru-cache';
import type { RenderedText } from '~/mdx/index.server';
import type { Db } from '~db/open.server';
import { notFound } from '../error';

/** What a learner may be sent of a text. Questions and keys are not in it. */
export type Rendering = Pick<
  RenderedText,
  'title' | 'summary' | 'objectives' | 'segments' | 'outline' | 'minutes' | 'words' | 'reflections' | 'quiz'
>;

type Shelf = {
  find: (courseId: number, digest: string) => string | undefined;
  kept: LRUCache<string, Rendering>;
};
const shelves = new WeakMap<Db, Shelf>();

/**
 * The rendering of a text for a course (its links name the course). Throws `not-found`.
 * The object is shared: never change it.
 */
export function readText(db: Db, courseId: number, textDigest: string): Rendering {
  const shelf = shelfOf(db);
  const key = `${courseId}/${textDigest}`;
  const kept = shelf.kept.get(key);
  if (kept) return kept;
  const content = shelf.find(courseId, textDigest);
  if (content === undefined) throw notFound();
  // What an earlier renderer made has no objectives.
  const rendering: Rendering = { objectives: [], ...JSON.parse(content) };
  shelf.kept.set(key, rendering, { size: content.length });
  return rendering;
}

/** Drops what is kept: a newer renderer has made texts again. */
export function forgetTexts(db: Db): void {
  shelves.get(db)?.kept.clear();
}

function shelfOf(db: Db): Shelf {
  let shelf = shelves.get(db);
  if (!shelf) {
    const statement = db.$client
      .prepare<[number, string], string>(
        'select content from renderings where course_id = ? and text_digest = ?',
      )
      .pluck();
    shelf = {
      find: (courseId, digest) => statement.get(courseId, digest),
      kept: new LRUCache({ maxSize: 64 * 1024 * 1024 }),
    };
    shelves.set(db, shelf);
  }
  return shelf;
}
