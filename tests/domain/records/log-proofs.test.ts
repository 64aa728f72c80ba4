// The log's proofs: against the standard's own example, against a plain recursive reading of it, and against someone who tampers.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/error';
import {
  consistencyProof,
  inclusionProof,
  logEntriesBetween,
  logHead,
  proveInclusion,
  revokeRecord,
  signRecord,
  viewLog,
} from '~/domain/records/index.server';
import { ed25519Jwk } from '~/domain/records/keys/multikey';
import {
  consistencyHolds,
  consistencySpans,
  inclusionHolds,
  inclusionSpans,
  type Span,
} from '~/domain/records/log/proofs';
import { leafHash, nodeHash } from '~/domain/records/log/tree';
import { makeWorld, now, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');

/** RFC 9162 §2.1.1, word by word. */
function naiveRoot(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (!only) return createHash('sha256').digest();
  if (leaves.length === 1) return Buffer.from(only);
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}
/** §2.1.3.1: PATH(m, D_n). */
function naivePath(m: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}
/** §2.1.4.1: SUBPROOF(m, D_n, b). */
function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Buffer[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m <= k
    ? [...naiveSubproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}
const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(`leaf ${at}`));
const hashIn = (leaves: readonly Uint8Array[]) => (span: Span) => naiveRoot(leaves.slice(span.from, span.to));

// The reference tree of Certificate Transparency, by which its implementations are tested.
const reference = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(unhex);
const roots: Record<number, string> = {
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  4: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  5: '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  6: '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  7: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};

describe('the reference tree', () => {
  const leaves = reference.map((data) => leafHash(data));

  test.each(Object.entries(roots))('of %s leaves has its root', (size, root) => {
    expect(hex(hashIn(leaves)({ from: 0, to: Number(size) }))).toBe(root);
  });

  test.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves leaf %s of %s', (index, size, path) => {
    const made = inclusionSpans(index, size).map(hashIn(leaves));
    expect(made.map(hex)).toEqual(path);
    const root = unhex(roots[size] ?? '');
    expect(inclusionHolds({ leaf: leaves[index] ?? root, index, size, path: made, root })).toBe(true);
  });

  test.each([
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that the tree of %s leaves is the beginning of that of %s', (first, second, path) => {
    const made = consistencySpans(first, second).map(hashIn(leaves));
    expect(made.map(hex)).toEqual(path);
    const [firstRoot, secondRoot] = [unhex(roots[first] ?? ''), unhex(roots[second] ?? '')];
    expect(consistencyHolds({ first, second, firstRoot, secondRoot, path: made })).toBe(true);
  });
});

describe('proofs', () => {
  test('of every leaf in every tree up to 130 are the standard’s, and hold', () => {
    const all = leavesOf(130);
    for (let size = 1; size <= all.length; size++) {
      const leaves = all.slice(0, size);
      const root = naiveRoot(leaves);
      for (const [index, leaf] of leaves.entries()) {
        const path = inclusionSpans(index, size).map(hashIn(leaves));
        if (size % 13 === 0 || size < 20) expect(path.map(hex)).toEqual(naivePath(index, leaves).map(hex));
        expect(inclusionHolds({ leaf, index, size, path, root })).toBe(true);
        if (path.length > 0)
          expect(inclusionHolds({ leaf, index, size, path: path.slice(1), root })).toBe(false);
        expect(inclusionHolds({ leaf, index, size, path: [...path, root], root })).toBe(false);
        if (size > 1) {
          const index2 = (index + 1) % size;
          expect(inclusionHolds({ leaf, index: index2, size, path, root })).toBe(false);
        }
      }
    }
  });

  test('of consistency between any two trees up to 130 are the standard’s, and hold', () => {
    const all = leavesOf(130);
    const rootAt = Array.from({ length: 131 }, (_, size) => naiveRoot(all.slice(0, size)));
    for (let second = 1; second <= all.length; second++) {
      for (let first = 1; first <= second; first++) {
        const leaves = all.slice(0, second);
        const path = consistencySpans(first, second).map(hashIn(leaves));
        if (second % 13 === 0 || second < 20)
          expect(path.map(hex)).toEqual(naiveSubproof(first, leaves, true).map(hex));
        const [firstRoot, secondRoot] = [rootAt[first] ?? all[0], rootAt[second] ?? all[0]];
        if (!firstRoot || !secondRoot) throw new Error('no root');
        const proof = { first, second, firstRoot, secondRoot, path };
        expect(consistencyHolds(proof)).toBe(true);
        if (first === second) continue;
        expect(consistencyHolds({ ...proof, firstRoot: secondRoot })).toBe(false);
        expect(consistencyHolds({ ...proof, secondRoot: firstRoot })).toBe(false);
        expect(consistencyHolds({ ...proof, path: path.slice(1) })).toBe(false);
        expect(consistencyHolds({ ...proof, path: [...path, firstRoot] })).toBe(false);
      }
    }
  });

  test('of trees larger than anyone has are no longer than the tree is high', () => {
    // Beyond what can be hashed leaf by leaf: a complete subtree's hash is made up from where it lies.
    const complete = ({ from, to }: Span) => createHash('sha256').update(`${from} ${to}`).digest();
    const hash = (span: Span): Buffer => {
      const size = span.to - span.from;
      const k = 2 ** Math.ceil(Math.log2(size));
      if (k === size) return complete(span);
      return nodeHash(
        hash({ from: span.from, to: span.from + k / 2 }),
        hash({ from: span.from + k / 2, to: span.to }),
      );
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2 ** 45 }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (size, share) => {
          const index = Math.floor(size * share);
          const spans = inclusionSpans(index, size);
          expect(spans.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
          const first = index + 1;
          const path = consistencySpans(first, size);
          expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)) + 1);
          // What a proof is made of and what it proves fill the tree, each leaf once.
          const covered = [...spans, { from: index, to: index + 1 }].sort((a, b) => a.from - b.from);
          expect(covered[0]?.from).toBe(0);
          expect(covered.at(-1)?.to).toBe(size);
          for (const [at, span] of covered.entries()) if (at > 0) expect(span.from).toBe(covered[at - 1]?.to);
        },
      ),
    );
    const [first, second] = [2 ** 40, 2 ** 40 + 12345];
    const path = consistencySpans(first, second).map(hash);
    const firstRoot = hash({ from: 0, to: first });
    const secondRoot = hash({ from: 0, to: second });
    expect(consistencyHolds({ first, second, firstRoot, secondRoot, path })).toBe(true);
  });

  test('for sizes that are none hold never', () => {
    const root = leafHash('a');
    for (const [index, size] of [
      [-1, 1],
      [1, 1],
      [0, 0],
      [0.5, 2],
      [0, Number.NaN],
      [0, 2 ** 60],
    ] as const) {
      expect(inclusionHolds({ leaf: root, index, size, path: [], root })).toBe(false);
    }
    for (const [first, second] of [
      [0, 0],
      [0, 1],
      [2, 1],
      [1.5, 2],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(consistencyHolds({ first, second, firstRoot: root, secondRoot: root, path: [] })).toBe(false);
    }
  });
});

describe('the log', () => {
  let world: World;
  let course: Course;
  beforeEach(async () => {
    world = await makeWorld();
    course = publishCourse(world.db);
  });
  const people = () => Object.values(world.people);

  /** Issues and signs a record for each person, and revokes those of the first three. Ten entries. */
  async function fill() {
    const ids: string[] = [];
    for (const [index, person] of people().entries()) {
      const id = issue(world.db, person, course, now + index * 1000);
      await signRecord(world.db, world.app.keys, { id, at: now + index * 1000 });
      ids.push(id);
    }
    for (const id of ids.slice(0, 3))
      revokeRecord(world.db, world.people.programmeAdministrator, { id, reason: 'x', at: now + 60_000 });
    return ids;
  }

  const holds = (proof: Awaited<ReturnType<typeof inclusionProof>>) =>
    inclusionHolds({
      leaf: leafHash(proof.leaf),
      index: proof.position,
      size: proof.size,
      path: proof.path.map(unhex),
      root: unhex(proof.root),
    });
  const consistent = (proof: ReturnType<typeof consistencyProof>, firstRoot: string, secondRoot: string) =>
    consistencyHolds({
      first: proof.from,
      second: proof.to,
      firstRoot: unhex(firstRoot),
      secondRoot: unhex(secondRoot),
      path: proof.path.map(unhex),
    });

  test('proves each entry at each size, and that it only grew', async () => {
    await fill();
    const leaves = logEntriesBetween(world.db, { from: 0, to: 99 }).map(({ leaf }) => leafHash(leaf));
    expect(leaves).toHaveLength(10);
    for (let size = 1; size <= 10; size++) {
      for (let position = 0; position < size; position++) {
        const proof = inclusionProof(world.db, { position, size });
        expect(proof.root).toBe(hex(naiveRoot(leaves.slice(0, size))));
        expect(holds(proof)).toBe(true);
      }
      for (let from = 1; from <= size; from++) {
        const proof = consistencyProof(world.db, { from, to: size });
        expect(consistent(proof, proof.fromRoot, proof.toRoot)).toBe(true);
      }
    }
  });

  test('names nobody, and no address of a record', async () => {
    const ids = await fill();
    const said = JSON.stringify(logEntriesBetween(world.db, { from: 0, to: 99 }).map(({ leaf }) => leaf));
    for (const id of ids) expect(said).not.toContain(id);
    for (const person of people()) {
      expect(said).not.toContain(person.name);
      expect(said).not.toContain(person.email);
    }
  });

  test('gives its entries in bounded pieces and refuses what it has not', async () => {
    await fill();
    expect(logEntriesBetween(world.db, { from: 2, to: 5 }).map(({ position }) => position)).toEqual([
      2, 3, 4,
    ]);
    expect(logEntriesBetween(world.db, { from: 50, to: 5000 })).toEqual([]);
    const code = (ask: () => unknown) => {
      try {
        ask();
        return 'answered';
      } catch (error) {
        return error instanceof DomainError ? error.code : 'another error';
      }
    };
    expect(code(() => logEntriesBetween(world.db, { from: 5, to: 2 }))).toBe('log-range');
    expect(code(() => consistencyProof(world.db, { from: 0, to: 2 }))).toBe('log-range');
    expect(code(() => consistencyProof(world.db, { from: 1, to: 11 }))).toBe('log-range');
    expect(code(() => inclusionProof(world.db, { position: 10 }))).toBe('not-found');
    expect(code(() => inclusionProof(world.db, { position: 5, size: 5 }))).toBe('not-found');
    expect(code(() => inclusionProof(world.db, { digest: '0'.repeat(64) }))).toBe('not-found');
    await expect(logHead(world.db, world.app.keys, { at: now, size: 11 })).rejects.toMatchObject({
      code: 'log-range',
    });
  });

  test('signs heads that its key vouches for, at most one a minute, and none twice for a size', async () => {
    const { db } = world;
    const { keys } = world.app;
    const empty = await logHead(db, keys, { at: now });
    expect(empty).toMatchObject({ size: 0, root: hex(createHash('sha256').digest()) });
    await fill();
    expect(await logHead(db, keys, { at: now + 59_000 })).toEqual(empty);
    const head = await logHead(db, keys, { at: now + 61_000 });
    expect(head.size).toBe(10);
    const key = await importJWK(ed25519Jwk(keys.publicKeyMultibase), 'EdDSA');
    const { payload, protectedHeader } = await compactVerify(head.jws, key);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: keys.verificationMethod });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      at: new Date(now + 61_000).toISOString(),
      issuer: keys.issuer,
      root: head.root,
      size: 10,
    });
    // Nothing was added since: it is said again with a later time, and what was promised for this size stays as it was.
    const later = await logHead(db, keys, { at: now + 200_000 });
    expect(later).toMatchObject({ size: 10, root: head.root, at: now + 200_000 });
    expect(await logHead(db, keys, { at: now + 300_000, size: 10 })).toEqual(head);
  });

  test('proves a record that came within the last minute with a head that covers it', async () => {
    const { db } = world;
    const { keys } = world.app;
    await logHead(db, keys, { at: now });
    await fill();
    const proof = await proveInclusion(db, keys, { position: 9, at: now + 1000 });
    expect(proof.size).toBe(10);
    expect(holds(proof)).toBe(true);
    const key = await importJWK(ed25519Jwk(keys.publicKeyMultibase), 'EdDSA');
    const { payload } = await compactVerify(proof.head, key);
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ size: 10, root: proof.root });
  });

  /** What somebody does who has the database: the triggers off, the entries changed, the tree built anew over what is left. */
  function tamper(change: (leaves: { leaf: string; digest: string; at: number }[]) => void) {
    const client = world.db.$client;
    const triggers = client
      .prepare<[], { name: string }>(
        "select name from sqlite_master where type = 'trigger' and tbl_name like 'log_%'",
      )
      .all();
    expect(triggers.length).toBeGreaterThan(5);
    for (const { name } of triggers) client.exec(`drop trigger "${name}"`);
    const rows = client.prepare('select * from log_entries order by position').all() as {
      position: number;
      at: number;
      event: string;
      record_id: string;
      digest: string;
      leaf: string;
    }[];
    change(rows);
    client.exec('delete from log_entries; delete from log_nodes');
    const insert = client.prepare('insert into log_entries values (?, ?, ?, ?, ?, ?)');
    const node = client.prepare('insert into log_nodes values (?, ?, ?)');
    let level = rows.map(({ leaf }) => leafHash(leaf));
    for (const [position, row] of rows.entries())
      insert.run(position, row.at, row.event, row.record_id, row.digest, row.leaf);
    for (let height = 0; level.length > 0; height++) {
      for (const [position, hash] of level.entries()) node.run(height, position, hash);
      level = Array.from({ length: Math.floor(level.length / 2) }, (_, at) =>
        nodeHash(level[at * 2] ?? Buffer.of(), level[at * 2 + 1] ?? Buffer.of()),
      );
    }
  }

  test.each([
    ['removed', (rows: { leaf: string }[]) => void rows.splice(4, 1)],
    ['removed from the end', (rows: { leaf: string }[]) => void rows.pop()],
    [
      'dated back',
      (rows: { leaf: string }[]) => {
        const row = rows[4];
        if (row) row.leaf = row.leaf.replace('2026-', '2025-');
      },
    ],
    [
      'put between older ones',
      (rows: { leaf: string; digest: string; at: number }[]) => {
        const row = rows[2];
        if (row)
          rows.splice(2, 0, {
            ...row,
            digest: 'f'.repeat(64),
            leaf: row.leaf.replace(/[0-9a-f]{64}/, 'f'.repeat(64)),
          });
      },
    ],
  ])('shows whoever kept a head that an entry was %s', async (_what, change) => {
    const { db } = world;
    const { keys } = world.app;
    await fill();
    const kept = await logHead(db, keys, { at: now + 61_000 });
    const [, , , , victim] = logEntriesBetween(db, { from: 0, to: 99 });
    tamper(change);
    // More is issued, as if nothing had happened, until the log is longer than it was.
    const second = publishCourse(db, 'second-course');
    for (const person of people()) {
      const id = issue(db, person, second, now + 100_000);
      await signRecord(db, keys, { id, at: now + 100_000 });
    }
    const now2 = logEntriesBetween(db, { from: 0, to: 99 }).length;
    expect(now2).toBeGreaterThan(kept.size);
    const proof = consistencyProof(db, { from: kept.size, to: now2 });
    expect(proof.fromRoot).not.toBe(kept.root);
    expect(consistent(proof, kept.root, proof.toRoot)).toBe(false);
    // The server itself signs nothing over it, and says so on the page.
    await expect(logHead(db, keys, { at: now + 200_000 })).rejects.toMatchObject({ code: 'log-broken' });
    expect((await viewLog(db, keys, { at: now + 200_000, count: 5 })).head).toBeNull();
    if (_what === 'removed') {
      expect(() => inclusionProof(db, { digest: victim?.digest ?? '' })).toThrow();
    }
  });
});
