// Issuing and verifying records on one core, beside canonicalising and signing the same document and nothing else; and a status list of a
// million records after one of them was revoked.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { eq } from 'drizzle-orm';
import { system } from '~/domain/actor';
import { currentEdition, editionById } from '~/domain/courses/index.server';
import { knownContext } from '~/domain/records/contexts.server';
import {
  issueRecord,
  loadOrCreateKeys,
  revokeRecord,
  signRecord,
  statusList,
  verifyCredential,
} from '~/domain/records/index.server';
import type { IssuerKeys } from '~/domain/records/issuer';
import { listSize } from '~/domain/records/status/addresses';
import { type Db, openDatabase } from '~db/open.server';
import { accounts, records } from '~db/schema';
import { prepareData } from '../support/data';
import { alternate, median, type Result, timed } from './measure';

const course = 'technology-incubation';
const each = 40;
const rounds = 6;
const million = 1_000_000;

export async function recordWork(): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  try {
    await prepareData(folder);
    const db = openDatabase(`file:${path.join(folder, 'parkbridge.db')}`);
    const keys = await loadOrCreateKeys({ dataDir: folder, origin: 'https://bench.example' });
    const results = [...(await signing(db, keys)), ...(await listing(db, keys))];
    db.$client.close();
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signing(db: Db, keys: IssuerKeys): Promise<Result[]> {
  const edition = currentEdition(db, course);
  const model = db.select().from(accounts).get();
  if (!edition || !model) throw new Error('the demo data has no course or nobody in it');
  let people = 0;
  const issue = (at: number): string => {
    people += 1;
    const email = `record-${people}@bench.example`;
    const account = db
      .insert(accounts)
      .values({ ...model, id: undefined, email, name: `Holder ${people}` })
      .returning()
      .get();
    return db.transaction((tx) =>
      issueRecord(tx, {
        account,
        course: { id: edition.courseId },
        edition: editionById(db, edition.id),
        locale: 'en',
        completedAt: at,
        evidence: { lessons: [] },
        at,
      }),
    );
  };
  const at = Date.now();
  const jsons: string[] = [];
  const issueAndSign = async () => {
    const ms = await timed(async () => {
      for (let n = 0; n < each; n += 1) jsons.push(await signRecord(db, keys, { id: issue(at), at }));
    });
    return each / (ms / 1000);
  };
  await issueAndSign();
  const documents = jsons.map((json) => JSON.parse(json) as { proof: object[] });
  let turn = 0;
  /** What the suite cannot do without: both documents canonical, hashed, and signed or verified. */
  const bare = async (work: (data: Uint8Array) => Promise<unknown>) => {
    const ms = await timed(async () => {
      for (let n = 0; n < each; n += 1) {
        const { proof, ...credential } = documents[turn++ % documents.length] ?? { proof: [] };
        const { proofValue: _value, ...options } = (proof[0] ?? {}) as Record<string, unknown>;
        await work(
          Buffer.concat([
            sha256(await canonical({ '@context': (credential as Linked)['@context'], ...options })),
            sha256(await canonical(credential)),
          ]),
        );
      }
    });
    return each / (ms / 1000);
  };
  const bareSigning = () => bare((data) => keys.sign(data));
  await bareSigning();
  const issued = await alternate(rounds, issueAndSign, bareSigning);

  const verifier = await cryptosuite.createVerifier({
    verificationMethod: {
      '@context': 'https://w3id.org/security/multikey/v1',
      id: keys.verificationMethod,
      type: 'Multikey',
      controller: keys.issuer,
      publicKeyMultibase: keys.publicKeyMultibase,
    },
  });
  const signature = new Uint8Array(64);
  const bareVerifying = () => bare((data) => verifier.verify({ data, signature }));
  // What was verified once is known; each is verified for the first time, by a ring that has seen none.
  const verify = async () => {
    const ring = { ...keys };
    const some = jsons.slice(-each);
    const ms = await timed(async () => {
      for (const json of some) {
        const { verified } = await verifyCredential(ring, json, { at });
        if (!verified) throw new Error('a record that was just issued is not genuine');
      }
    });
    return each / (ms / 1000);
  };
  await verify();
  await bareVerifying();
  const verified = await alternate(rounds, verify, bareVerifying);
  const row = (name: string, measured: typeof issued): Result => ({
    name,
    unit: 'a second',
    ...measured,
    aim: '≥ 0.5',
    met: measured.ratio >= 0.5,
  });
  return [row('record-issue', issued), row('record-verify', verified)];
}

type Linked = { '@context'?: unknown };

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const canonical = (document: object): Promise<string> =>
  cryptosuite.canonize(document, {
    documentLoader: async (url) => {
      const known = knownContext(url);
      if (!known) throw new Error(`${url} is not known here`);
      return { contextUrl: null, documentUrl: url, document: known, tag: 'static' };
    },
  });

async function listing(db: Db, keys: IssuerKeys): Promise<Result[]> {
  const model = db.select().from(records).get();
  if (!model) throw new Error('nothing was issued');
  fillRegistry(db, model.id);
  const list = 1;
  const some = db
    .select({ id: records.id })
    .from(records)
    .where(eq(records.statusList, list))
    .limit(20)
    .all()
    .map(({ id }) => id);
  const at = Date.now();
  let bytes = 0;
  const times: number[] = [];
  for (const id of some) {
    revokeRecord(db, system, { id, reason: 'bench', at });
    times.push(
      await timed(async () => {
        bytes = (await statusList(db, keys, { purpose: 'suspension', list, at }))?.length ?? 0;
      }),
    );
  }
  const plain = { reference: null, ratio: null };
  return [
    {
      name: 'status-list-rebuild',
      value: median(times),
      unit: 'ms',
      ...plain,
      aim: '< 100 ms',
      met: median(times) < 100,
    },
    {
      name: 'status-list-size',
      value: bytes / 1000,
      unit: 'kB',
      ...plain,
      aim: '≤ 20 kB',
      met: bytes <= 20_000,
    },
  ];
}

/** A million records in eight lists, one in a hundred of them revoked: rows only, as like `like` as its constraints allow. */
function fillRegistry(db: Db, like: string): void {
  const client = db.$client;
  client.pragma('foreign_keys = OFF');
  client.pragma('synchronous = OFF');
  const triggers = client
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'records'`,
    )
    .all();
  const columns = client.prepare<[], string>(`select name from pragma_table_info('records')`).pluck().all();
  const other: Record<string, string> = {
    id: "printf('00000000-0000-4000-8000-%012d', n.i)",
    account_id: '1000000 + n.i',
    status_list: `1 + n.i / ${listSize}`,
    status_index: `(n.i % ${listSize}) * 7919 % ${listSize}`,
    revoked_at: 'iif(n.i % 100, null, r.issued_at)',
    credential_id: 'null',
    replaces: 'null',
  };
  client.transaction(() => {
    for (const { name } of triggers) client.exec(`drop trigger "${name}"`);
    client
      .prepare(
        `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${million - 1})
         insert into records (${columns.join(', ')})
         select ${columns.map((name) => other[name] ?? `r.${name}`).join(', ')} from n, records r where r.id = ?`,
      )
      .run(like);
    client
      .prepare(
        `insert or replace into status_lists (number, taken, version)
         select status_list, count(*), 0 from records where status_list > 0 group by 1`,
      )
      .run();
    for (const { sql } of triggers) client.exec(sql);
  })();
  client.pragma('foreign_keys = ON');
}
