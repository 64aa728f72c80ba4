import { createHash } from 'node:crypto';
import type { Db } from '~db/open.server';
import { faceRule } from './cut-face.server';

type Rules = { version: string; css: string };
type Row = { digest: string; characters: string };

const prepare = ({ $client: client }: Db) => ({
  newest: client.prepare<[], number>('select coalesce(max(id), 0) from faces').pluck(),
  current: client.prepare<[], Row>('select digest, characters from faces where replaced = 0 order by id'),
  bytes: client.prepare<[string], Buffer>('select bytes from faces where digest = ?').pluck(),
});
type Shelf = ReturnType<typeof prepare> & { kept?: { newest: number; rules: Rules } };
const shelves = new WeakMap<Db, Shelf>();

function shelfOf(db: Db): Shelf {
  let shelf = shelves.get(db);
  if (!shelf) {
    shelf = prepare(db);
    shelves.set(db, shelf);
  }
  return shelf;
}

/**
 * The style rules of the Chinese heading face as published headings need it, and a digest of them: 16 hex digits. Sees a
 * publication by another process at once, for one look at an index. The files are at `/faces/<digest>.woff2`.
 */
export function faceRules(db: Db): Rules {
  const shelf = shelfOf(db);
  const newest = shelf.newest.get() ?? 0;
  if (shelf.kept?.newest !== newest) {
    const css = shelf.current
      .all()
      .map(({ digest, characters }) => faceRule(`/faces/${digest}.woff2`, characters))
      .join('\n');
    const version = createHash('sha256').update(css).digest('hex').slice(0, 16);
    shelf.kept = { newest, rules: { version, css } };
  }
  return shelf.kept.rules;
}

/** A piece of the Chinese heading face, a WOFF2 file, by its SHA-256 (hex); null where there is none. */
export const findFace = (db: Db, digest: string): Buffer | null => shelfOf(db).bytes.get(digest) ?? null;
