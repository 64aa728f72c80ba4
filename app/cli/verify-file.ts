// `records verify` and `records bundle`: the same checks as on /verify, at a terminal and away from the site.
import { existsSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { loadConfig } from '~/config.server';
import { openApp } from '~/context.server';
import {
  homeOfBundle,
  makeBundle,
  nobody,
  readBundle,
  verifyDocument,
  verifyWith,
} from '~/domain/records/index.server';
import { verdictOf } from '~/domain/records/verify/rules';
import { type Checked, limits, type Verification } from '~/domain/records/verify/schema';
import { en } from '~/i18n/en';
import { sentenceOf } from '~/i18n/finding-words';
import { type Format, formatFor } from '~/i18n/format';
import { databaseFile } from '~db/open.server';

/** What cannot be read, and why; exit code 2. */
class Unreadable extends Error {}

/** Bytes of a bundle: four million of leaves, and room for many lists. */
const largestBundle = 64 * 1024 * 1024;

type Asked = { file: string; bundle: string | undefined; holder: string | undefined; fetch: boolean };

/** Verifies a file and prints what it found. The exit code: 0 genuine and valid, 1 not, or not wholly checked, 2 could not be read. */
export async function verifyFile(asked: Asked): Promise<void> {
  try {
    const bytes = await readSome(asked.file, limits.file);
    const { outcome, against } = await look(bytes, asked);
    if (!outcome.ok) throw new Unreadable(en.verify.problems[outcome.problem]);
    process.stdout.write(say(outcome, against));
    process.exitCode = verdictOf(outcome.documents) === 'valid' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    process.stderr.write(`${asked.file}: ${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Writes the bundle of this site's issuer, as of now, to `file`. */
export async function writeBundle(file: string): Promise<void> {
  const app = await openApp(loadConfig(process.env), { jobs: false });
  try {
    const at = Date.now();
    await writeFile(file, `${await makeBundle(app.db, app.keys, at)}\n`);
    process.stdout.write(
      `${file}: keys, status lists and log of ${app.keys.issuer} as of ${new Date(at).toISOString()}\n`,
    );
  } finally {
    await app.close();
  }
}

/** With the bundle where one is given, else with this site's database where there is one, else with what the document itself tells. */
async function look(
  bytes: Uint8Array,
  { bundle, holder, fetch }: Asked,
): Promise<{ outcome: Verification; against: string }> {
  const input = { bytes, fetch, holder, at: Date.now() };
  if (bundle !== undefined) {
    const text = Buffer.from(await readSome(bundle, largestBundle)).toString('utf8');
    const read = await readBundle(text);
    if (!read)
      throw new Unreadable(`the bundle ${bundle} is damaged, or not signed by the issuer that it names`);
    const against = `the bundle of ${read.did.id}, as of ${read.at}`;
    return { outcome: await verifyWith(homeOfBundle(read), input, null), against };
  }
  const config = loadConfig(process.env);
  if (!existsSync(databaseFile(config.databaseUrl))) {
    return { outcome: await verifyWith(nobody, input, null), against: 'nothing but the document itself' };
  }
  const app = await openApp(config, { jobs: false });
  try {
    return {
      outcome: await verifyDocument(app.db, app.keys, input),
      against: `the database of ${app.keys.issuer}`,
    };
  } finally {
    await app.close();
  }
}

/** The file's bytes; no more of it is read than may be looked at. */
async function readSome(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file).catch(() => {
    throw new Unreadable('there is no such file, or it may not be read');
  });
  try {
    const { size } = await handle.stat();
    if (size > most) throw new Unreadable(en.verify.problems['too-large']);
    const buffer = Buffer.alloc(most + 1);
    const { bytesRead } = await handle.read(buffer, 0, most + 1, 0).catch(() => {
      throw new Unreadable('it may not be read');
    });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const marks = { holds: '✓', fails: '✗', open: '?', note: '·' } as const;

function say(outcome: Extract<Verification, { ok: true }>, against: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const format = formatFor('en', timeZone);
  const { documents, left, source, asked } = outcome;
  const lines = [
    `${en.verify.verdicts[verdictOf(documents)]} (${en.verify.sources[source]})`,
    ...documents.flatMap((document) => ['', ...sayOne(document, format)]),
    '',
    `Checked against ${against}.`,
    asked.length > 0 ? en.verify.asked({ hosts: asked.join(', ') }) : en.verify.askedNobody,
    ...(left > 0 ? [en.verify.bundleLeft({ count: String(left) })] : []),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function sayOne({ verdict, claims, issuer, findings }: Checked, format: Format): string[] {
  const { facts } = en.verify;
  const holder =
    claims &&
    (claims.holder.named.join(', ') || (claims.holder.hashed ? facts.holderHashed : facts.holderUnnamed));
  return [
    claims?.title || '–',
    `  ${en.verify.verdicts[verdict]}`,
    ...(claims ? [`  ${facts.holder}: ${holder}`] : [`  ${facts.withheld}`]),
    ...(claims?.holder.matches == null
      ? []
      : [`  ${claims.holder.matches ? facts.holderMatches : facts.holderDiffers}`]),
    `  ${facts.issuer}: ${[issuer.name, issuer.id].filter(Boolean).join(', ')}`,
    ...(claims?.issuedAt == null ? [] : [`  ${facts.issued}: ${format.date(claims.issuedAt)}`]),
    ...findings.map((finding) => {
      const { title, detail } = sentenceOf(finding, en.verify, format);
      return `  ${marks[finding.outcome]} ${title}. ${detail}`;
    }),
  ];
}

/** What a document says must not move the cursor or colour the terminal. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�');
