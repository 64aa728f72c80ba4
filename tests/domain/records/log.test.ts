import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { signRecord } from '~/domain/records/index.server';
import { appendEntry } from '~/domain/records/log/append-entry.server';
import { loggedAt, logSize, rootOf } from '~/domain/records/log/read-log.server';
import { rootOver, subtreesOf } from '~/domain/records/log/tree';
import { logEntries, recordCredentials } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { issue, publishCourse } from './completed-course';

let world: World;
let id: string;
beforeEach(async () => {
  world = await makeWorld();
  id = issue(world.db, world.people.learner, publishCourse(world.db), now);
  await signRecord(world.db, world.app.keys, { id, at: now });
});

const sha = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** The Merkle Tree Hash as RFC 9162 §2.1.1 defines it: by halves, over all leaves. */
function treeHash(leaves: string[]): Buffer {
  if (leaves.length === 0) return sha('');
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0] ?? '');
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Buffer.of(1), treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half)));
}

describe('the log', () => {
  test('takes in an issued record with its signature, and says nothing of its holder', () => {
    const [entry] = world.db.select().from(logEntries).all();
    const [form] = world.db.select().from(recordCredentials).all();
    expect(entry).toMatchObject({
      position: 0,
      event: 'issued',
      recordId: id,
      digest: form?.digest,
      at: now,
    });
    expect(entry?.leaf).toBe(
      canonicalize({
        at: new Date(now).toISOString(),
        credential: form?.digest,
        event: 'issued',
        // Not the address itself: nobody finds people’s pages by reading the log.
        record: sha(`${origin}/records/${id}`).toString('hex'),
      }),
    );
    expect(entry?.leaf).not.toContain('Aisyah');
    expect(loggedAt(world.db, form?.digest ?? '')).toBe(now);
    expect(loggedAt(world.db, 'none')).toBeNull();
  });

  test('has the root that the RFC defines, at every size', () => {
    const leaves = () =>
      world.db
        .select()
        .from(logEntries)
        .all()
        .map(({ leaf }) => leaf);
    for (let turn = 1; turn < 70; turn++) {
      const entry = { event: 'revoked' as const, recordId: id, address: 'a', digest: String(turn), at: now };
      world.db.transaction((tx) => appendEntry(tx, entry));
    }
    const all = leaves();
    expect(logSize(world.db)).toBe(70);
    for (let size = 0; size <= all.length; size++) {
      expect(rootOf(world.db, size).toString('hex')).toBe(treeHash(all.slice(0, size)).toString('hex'));
    }
  });

  test('goes forward in time even when the clock does not', () => {
    const entry = { event: 'revoked' as const, recordId: id, address: 'a', digest: 'd', at: now - 5_000 };
    expect(appendEntry(world.db, entry)).toBe(1);
    expect(
      world.db
        .select()
        .from(logEntries)
        .all()
        .map(({ at }) => at),
    ).toEqual([now, now]);
  });

  test('is left as it was by a transaction that fails', () => {
    const before = rootOf(world.db, 1);
    expect(() =>
      world.db.transaction((tx) => {
        appendEntry(tx, { event: 'revoked', recordId: id, address: 'a', digest: 'd', at: now });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(logSize(world.db)).toBe(1);
    expect(rootOf(world.db, 1)).toEqual(before);
  });
});

test('a tree of any size is made of complete subtrees that follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (size) => {
      let from = 0;
      for (const { level, position } of subtreesOf(size)) {
        expect(position * 2 ** level).toBe(from);
        from += 2 ** level;
      }
      expect(from).toBe(size);
    }),
  );
});

test('the empty tree has the hash of nothing', () => {
  expect(rootOver([]).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});
