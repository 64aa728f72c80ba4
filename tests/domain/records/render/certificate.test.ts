// The certificate as others see it: poppler and qpdf read the file, a QR reader the picture of the page.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { themes } from '~/domain/courses/schema';
import { renderCertificate } from '~/domain/records/render/certificate-pdf.server';
import { accents, inks } from '~/domain/records/render/colours';
import type { CertificateFacts, RecordState } from '~/domain/records/render/facts';
import { renderTranscript } from '~/domain/records/render/transcript-pdf.server';
import { runProgram } from '../../../support/programs';
import { credentialText, inChinese, inEnglish, inMalay } from './facts';

const json = Buffer.from(credentialText);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-certificate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function save(bytes: Uint8Array): string {
  files += 1;
  const file = path.join(folder, `${files}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
const drawn = async (facts: CertificateFacts, enclosed: Uint8Array | null = json) =>
  save(await renderCertificate(facts, enclosed));
/** The file's text without its spaces and line ends, which are the reader's guess. */
const textOf = (file: string) => runProgram('pdftotext', ['-raw', file, '-']).replace(/\s/g, '');
const info = (file: string) => runProgram('pdfinfo', [file]);

/** Every face is embedded and cut to what is used, with a map back to Unicode. */
function expectFacesEmbedded(file: string): void {
  const rows = runProgram('pdffonts', [file]).trim().split('\n').slice(2);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/Identity-H\s+yes yes yes/);
}

describe.each([
  ['en', inEnglish],
  ['ms', inMalay],
  ['zh-Hans', inChinese],
] as const)('a certificate in %s', (_, facts) => {
  let file: string;
  beforeAll(async () => {
    file = await drawn(facts);
  });

  test('is one sound page of A4, tagged, with a title and no script or form', () => {
    runProgram('qpdf', ['--check', file]);
    const said = info(file);
    expect(said).toMatch(/Pages: +1\n/);
    expect(said).toMatch(/\(A4\)/);
    expect(said).toMatch(/Tagged: +yes/);
    expect(said).toMatch(/JavaScript: +no/);
    expect(said).toContain(`${facts.course.title} – ${facts.holder}`);
  });

  test('says who, what, when and how to check it', () => {
    const text = textOf(file);
    for (const said of [
      facts.holder ?? '',
      facts.course.title,
      facts.url,
      facts.edition.digest,
      facts.issuer,
    ])
      expect(text).toContain(said.replace(/\s/g, ''));
    expect(text).toContain(facts.locale === 'zh-Hans' ? '2026年11月12日' : '12November2026');
  });

  test('carries its faces', () => expectFacesEmbedded(file));

  test('is structured: a heading, lists, a figure with words for its picture, a link, the language', () => {
    const tree = runProgram('pdfinfo', ['-struct', file]);
    for (const kind of ['Document', 'H1', 'P', 'L', 'LI', 'LBody', 'Figure', 'Link']) {
      expect(tree).toMatch(new RegExp(`^ *${kind}\\b`, 'm'));
    }
    const source = qdf(file);
    expect(source).toContain(`/Lang (${facts.locale})`);
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('/Alt ');
    expect(source).toContain('/Tabs /S');
  });

  test('carries the signed credential to the byte, as its source', () => {
    const out = path.join(folder, `${files}.json`);
    runProgram('pdfdetach', ['-save', '1', '-o', out, file]);
    expect(readFileSync(out)).toEqual(json);
    expect(qdf(file)).toContain('/AFRelationship /Source');
  });

  test('has a QR code that leads to the record, read from a picture of the page', () => {
    expect(readQr(file)).toBe(facts.url);
  });

  test('has metadata that is XML and says the same', () => {
    const metadata = qdf(file);
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadata).toContain(`<rdf:li>${facts.locale}</rdf:li>`);
  });

  test('is the same file for the same record', async () => {
    expect(Buffer.from(await renderCertificate(facts, json))).toEqual(readFileSync(file));
  });
});

/** The file with its streams unpacked, as Latin-1. */
function qdf(file: string): string {
  const out = `${file}.qdf`;
  runProgram('qpdf', ['--qdf', '--object-streams=disable', file, out]);
  return readFileSync(out, 'latin1');
}

function readQr(file: string, page = 1): string | undefined {
  const prefix = `${file}-${page}`;
  runProgram('pdftoppm', [
    '-r',
    '110',
    '-png',
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    '-singlefile',
    file,
    prefix,
  ]);
  const { data, width, height } = PNG.sync.read(readFileSync(`${prefix}.png`));
  // The library's default export is its namespace's, as bundlers see it.
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  return read(new Uint8ClampedArray(data), width, height)?.data;
}

describe('a name', () => {
  test.each([
    ['Zoë Ångström-Nguyễn Thị Ánh'],
    ['Ravi a/l Subramaniam @ Ahmad'],
    ['Siti Nurhaliza binti Mohd. Sa’ad'],
    ['喆堃·翀旻'],
    ['陳國龍'],
    ['Łukasz Žižek'],
    ['Ελένη Παπαδοπούλου'],
    ['Дмитрий Иванов'],
  ])('%s is written in letters', async (holder) => {
    const file = await drawn({ ...inEnglish, holder });
    expectFacesEmbedded(file);
    const text = textOf(file);
    expect(text).toContain(holder.replace(/\s/g, ''));
    expect(text).not.toContain('numberedsquare');
  });

  test('with letters that no face has shows their numbers, and can be copied as it is', async () => {
    const file = await drawn({ ...inChinese, holder: '王䶮𬭎' });
    const text = textOf(file);
    expect(text).toContain('王䶮𬭎');
    expect(text).toContain('带编号的方框');
    runProgram('qpdf', ['--check', file]);
  });

  test('that is not told is said to be withheld', async () => {
    const file = await drawn({ ...inEnglish, holder: null });
    expect(textOf(file)).toContain('theholderofthisrecord');
    expect(info(file)).not.toContain('–');
  });

  test('and a title with what XML and PDF write otherwise stay what they are', async () => {
    const title = 'R&D <in> "practice" (part 1) \\ – 100 %';
    const facts = { ...inEnglish, holder: 'A & B <c>', course: { ...inEnglish.course, title, titles: {} } };
    const file = await drawn(facts);
    expect(info(file)).toContain(`${title} – A & B <c>`);
    expect(qdf(file)).toContain('R&amp;D &lt;in&gt; &quot;practice&quot;');
  });

  test('of any letters and any length makes one sound page', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        async (holder, title) => {
          const course = { ...inEnglish.course, title, titles: { en: title } };
          const file = await drawn({ ...inEnglish, holder, course });
          runProgram('qpdf', ['--check', file]);
          expect(info(file)).toMatch(/Pages: +1\n/);
          rmSync(file);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what no longer holds', () => {
  const at = Date.UTC(2027, 1, 3);
  const newer = 'https://parkbridge.test/records/0f3f1a2b-0000-4000-8000-000000000000';
  test.each<[string, RecordState, string]>([
    ['revoked', { kind: 'revoked', at }, 'Revokedon3February2027'],
    ['expired', { kind: 'expired', at }, 'Expiredon3February2027'],
    ['replaced', { kind: 'replaced', by: newer }, newer],
  ])('because it is %s says so before all else', async (_, state, said) => {
    const text = textOf(await drawn({ ...inEnglish, state }));
    expect(text).toContain(said);
    expect(text.indexOf(said)).toBeLessThan(text.indexOf('NurAisyah'));
  });

  test('can be drawn without a credential, and does not speak of one', async () => {
    const file = await drawn({ ...inEnglish, state: { kind: 'revoked', at } }, null);
    expect(runProgram('pdfdetach', ['-list', file])).toMatch(/^0 /);
    expect(textOf(file)).not.toContain('attached');
  });
});

describe('evidence', () => {
  test('beyond what has room is counted', async () => {
    const evidence = Array.from({ length: 40 }, (_, index) => `Quiz number ${index} of a course: 90 %`);
    const text = textOf(await drawn({ ...inEnglish, evidence }));
    expect(text).toContain('Quiznumber4of');
    expect(text).not.toContain('Quiznumber5of');
    expect(text).toContain('and35moreitems');
  });
});

describe('a transcript', () => {
  const records = Array.from({ length: 23 }, (_, index) => ({
    ...inEnglish,
    course: { ...inEnglish.course, title: `Course number ${index}`, titles: {} },
  }));
  const transcript = {
    person: { name: 'Nur Aisyah binti Abdullah', park: 'MRANTI' },
    records,
    issuer: 'Parkbridge',
    madeAt: Date.UTC(2027, 5, 5),
    verifyUrl: 'https://parkbridge.test/verify',
    locale: 'en',
    timeZone: 'Asia/Kuala_Lumpur',
  } as const;
  const enclosures = records.map((_, index) => ({
    name: `${index}.json`,
    bytes: Buffer.from(`${credentialText}${' '.repeat(index)}`),
    mediaType: 'application/vc',
    description: 'Open Badges 3.0 credential',
  }));

  test('has every record in a table over as many pages as it takes, and all of them inside', async () => {
    const bytes = await renderTranscript(transcript, enclosures);
    const file = save(bytes);
    runProgram('qpdf', ['--check', file]);
    expectFacesEmbedded(file);
    const pages = Number(/Pages: +(\d+)/.exec(info(file))?.[1]);
    expect(pages).toBeGreaterThan(1);
    const text = textOf(file);
    for (const { course } of records) expect(text).toContain(course.title.replace(/\s/g, ''));
    expect(text).toContain(`Page${pages}of${pages}`);
    expect(runProgram('pdfdetach', ['-list', file])).toMatch(/^23 embedded/);
    const tree = runProgram('pdfinfo', ['-struct', file]);
    expect(tree.match(/^ *TR\b/gm)).toHaveLength(24);
    expect(tree.match(/Scope/g)).toHaveLength(4);
    expect(readQr(file, pages)).toBe(transcript.verifyUrl);
    expect(Buffer.from(await renderTranscript(transcript, enclosures))).toEqual(Buffer.from(bytes));
  });

  test('of nobody’s records says that there are none', async () => {
    const file = save(await renderTranscript({ ...transcript, records: [] }, []));
    expect(textOf(file)).toContain('Norecordshavebeenissued');
  });
});

describe('colours', () => {
  const tokens = readFileSync('app/ui/tokens.css', 'utf8');
  const light = (text: string, name: string) =>
    new RegExp(`--${name}: var\\(--if-light, (#[0-9a-f]{6})\\)`).exec(text)?.[1];

  test('are the design’s, in its light scheme', () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const [name, colour] of Object.entries(inks)) expect(light(tokens, kebab(name))).toBe(colour);
    for (const theme of themes) {
      const own = tokens.slice(tokens.indexOf(`[data-theme="${theme}"]`));
      expect([light(own, 'accent'), light(own, 'accent-soft')]).toEqual([
        accents[theme].accent,
        accents[theme].soft,
      ]);
    }
  });
});
