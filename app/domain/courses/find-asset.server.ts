import type { Db } from '~db/open.server';

export type Asset = { mediaType: string; bytes: Buffer };

const statements = new WeakMap<Db, (digest: string) => Asset | undefined>();

/** The asset whose SHA-256 (hex) is `digest`, or null. Bytes are as published (text formats with LF line ends). */
export function findAsset(db: Db, digest: string): Asset | null {
  let find = statements.get(db);
  if (!find) {
    const statement = db.$client.prepare<[string], Asset>(
      'select media_type as mediaType, bytes from assets where digest = ?',
    );
    find = (wanted) => statement.get(wanted);
    statements.set(db, find);
  }
  return find(digest) ?? null;
}
