// Credentials in files and out again: to the byte from ours, and never more than a reason, in bounded time, from what others may send.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Extraction,
  extractFromPdf,
  extractFromPng,
  extractFromSvg,
} from '~/domain/records/index.server';
import { limits } from '~/domain/records/open/extraction';
import { renderPng, renderSvg } from '~/domain/records/render/badge.server';
import { bakePng, bakeSvg } from '~/domain/records/render/bake';
import { renderCertificate } from '~/domain/records/render/certificate-pdf.server';
import { crc32 } from '~/domain/records/render/crc32';
import { runProgram } from '../../../support/programs';
import { credentialText, inChinese, inEnglish, inMalay } from '../render/facts';

const json = Buffer.from(credentialText);
const found = { found: [{ kind: 'json', text: credentialText }] };
const plain = '{\n  "@context": []\n}';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln';
const why = (reason: string) => ({ found: null, why: reason });
const svgOf = (inside: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`);
const baked = ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

let folder: string;
let pdf: Uint8Array = new Uint8Array();
let svg: Uint8Array = new Uint8Array();
let png: Uint8Array = new Uint8Array();
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-extract-'));
  pdf = await renderCertificate(inEnglish, json);
  svg = Buffer.from(await renderSvg(inEnglish, credentialText));
  png = await renderPng(inEnglish, json);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads within two seconds, whatever it is. */
function inTime(read: () => Extraction): Extraction {
  const from = performance.now();
  const outcome = read();
  expect(performance.now() - from).toBeLessThan(2_000);
  return outcome;
}

describe('a baked SVG', () => {
  test.each([inEnglish, inMalay, inChinese])(
    'in $locale is drawn without typefaces and gives the credential back',
    async (facts) => {
      const text = await renderSvg(facts, credentialText);
      expect(text).not.toMatch(/<text|font-family|href|<script|<style|url\((?!#)/);
      expect(extractFromSvg(Buffer.from(text))).toEqual(found);
      const pixels = new Resvg(text, { font: { loadSystemFonts: false } }).render();
      expect([pixels.width, pixels.height]).toEqual([1024, 1024]);
      expect(await renderSvg(facts, credentialText)).toBe(text);
    },
  );

  test('has the element where the standard wants it: first, once, in CDATA', async () => {
    const text = Buffer.from(svg).toString();
    expect(text).toMatch(
      /^<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential><!\[CDATA\[\{/,
    );
    expect(text.match(/<openbadges:credential/g)).toHaveLength(1);
  });

  test('of any JSON gives it back to the byte', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const text = JSON.stringify({ '@context': [], ...value, end: ']]>' });
        const outcome = extractFromSvg(
          Buffer.from(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>'.replace('/>', '></svg>'), text)),
        );
        const back = outcome.found?.[0].text ?? '';
        if (/[\ufffe\uffff]/.test(text)) expect(JSON.parse(back)).toEqual(JSON.parse(text));
        else expect(back).toBe(text);
      }),
    );
  });

  test.each([
    [
      'as the standard’s example has it',
      svgOf(`<openbadges:credential>\n  <![CDATA[\n ${plain} \n]]>\n</openbadges:credential>`, baked),
      { found: [{ kind: 'json', text: plain }] },
    ],
    [
      'with a JWS',
      svgOf(`<openbadges:credential verify="${jwt}"></openbadges:credential>`, baked),
      { found: [{ kind: 'jwt', text: jwt }] },
    ],
    [
      'with another prefix',
      svgOf(
        `<g><x:credential xmlns:x="https://purl.imsglobal.org/ob/v3p0"><![CDATA[{"a":1}]]></x:credential></g>`,
      ),
      { found: [{ kind: 'json', text: '{"a":1}' }] },
    ],
    [
      'of a namespace that only looks like it',
      svgOf(
        '<openbadges:credential>{}</openbadges:credential>',
        ' xmlns:openbadges="https://purl.imsglobal.org/ob/v4"',
      ),
      why('nothing'),
    ],
    [
      'of Open Badges 2',
      svgOf('<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="x"/>'),
      why('older'),
    ],
    ['with nothing in it', svgOf('<rect/>'), why('nothing')],
    [
      'with something else in it',
      svgOf('<openbadges:credential>hello</openbadges:credential>', baked),
      why('unreadable'),
    ],
    ['that is no SVG', Buffer.from('<html></html>'), why('unreadable')],
    ['that is no XML', Buffer.from('{"a":1}'), why('unreadable')],
    ['that is not UTF-8', Buffer.from([0x3c, 0xff, 0xfe]), why('unreadable')],
    ['that is empty', Buffer.alloc(0), why('unreadable')],
    ['that ends early', svgOf('<g>').subarray(0, 45), why('unreadable')],
  ])('%s', (_, bytes, outcome) => expect(extractFromSvg(bytes)).toEqual(outcome));

  test('knows no entities but XML’s own: none grow, none are fetched', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    for (const entity of ['&b;', '&c;']) {
      const text = `${bomb}<svg xmlns="http://www.w3.org/2000/svg"${baked}><openbadges:credential>{${entity}}</openbadges:credential></svg>`;
      expect(inTime(() => extractFromSvg(Buffer.from(text)))).toEqual(why('unreadable'));
    }
  });

  test('huge or nested without end has its end', () => {
    expect(extractFromSvg(Buffer.alloc(limits.svg + 1, 0x20))).toEqual(why('too-large'));
    for (const part of ['<g>', ' a="1"', '<x:g xmlns:x="u">', '&lt;', '<!--', '<a:', "<g a='"]) {
      const bytes = svgOf(
        part.repeat(Math.floor((limits.svg - 100) / part.length)),
        part[0] === ' ' ? part : '',
      );
      expect(inTime(() => extractFromSvg(bytes)).found).toBeNull();
    }
    const long = svgOf(
      `<openbadges:credential>${' '.repeat(limits.credential + 1)}</openbadges:credential>`,
      baked,
    );
    expect(extractFromSvg(long)).toEqual(why('too-large'));
  });
});

describe('a baked PNG', () => {
  test.each([inEnglish, inMalay, inChinese])(
    'in $locale is a picture and gives the credential back',
    async (facts) => {
      const bytes = await renderPng(facts, json);
      const picture = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
      expect([picture.width, picture.height]).toEqual([1024, 1024]);
      // Not one flat colour: the sky is the theme's, the ground the paper's.
      const colours = new Set<number>();
      for (let at = 0; at < picture.data.length; at += 4 * 997) colours.add(picture.data.readUInt32BE(at));
      expect(colours.size).toBeGreaterThan(5);
      expect(extractFromPng(bytes)).toEqual(found);
      expect(Buffer.from(await renderPng(facts, json))).toEqual(Buffer.from(bytes));
    },
  );

  test('has the chunk as the standard wants it: once, by its keyword, not compressed', () => {
    const file = Buffer.from(png);
    const at = file.indexOf('iTXtopenbadgecredential\0\0\0\0\0', 'latin1');
    expect(at).toBe(8 + 25 + 4);
    expect(file.readUInt32BE(at - 4)).toBe('openbadgecredential'.length + 5 + json.length);
    expect(file.indexOf('openbadgecredential', at + 10, 'latin1')).toBe(-1);
  });

  test('survives being copied', () => {
    const copy = path.join(folder, 'copy.png');
    writeFileSync(copy, png);
    expect(extractFromPng(readFileSync(copy))).toEqual(found);
  });

  test('of which one byte of the credential was changed is damaged', () => {
    const file = Buffer.from(png);
    const from = file.indexOf('{"@context"');
    fc.assert(
      fc.property(fc.nat({ max: json.length - 1 }), fc.integer({ min: 1, max: 255 }), (offset, change) => {
        const changed = Buffer.from(file);
        changed[from + offset] = (changed[from + offset] ?? 0) ^ change;
        expect(extractFromPng(changed)).toEqual(why('unreadable'));
      }),
    );
  });

  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const file = (...chunks: Buffer[]) =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.alloc(13)),
      ...chunks,
      chunk('IEND', Buffer.alloc(0)),
    ]);
  const text = (head: string, body: string | Buffer = '') =>
    chunk('iTXt', Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));

  test.each([
    ['with a JWS', file(text('openbadgecredential\0\0\0\0\0', jwt)), { found: [{ kind: 'jwt', text: jwt }] }],
    [
      'with languages named',
      file(text('openbadgecredential\0\0\0en\0x\0', '{"a":1}')),
      { found: [{ kind: 'json', text: '{"a":1}' }] },
    ],
    [
      'the first of two counts',
      file(
        text('openbadgecredential\0\0\0\0\0', '{"a":1}'),
        text('openbadgecredential\0\0\0\0\0', '{"a":2}'),
      ),
      { found: [{ kind: 'json', text: '{"a":1}' }] },
    ],
    [
      'compressed',
      file(text('openbadgecredential\0\u0001\0\0\0', deflateSync('{"a":1}'))),
      why('compressed'),
    ],
    ['of Open Badges 2', file(text('openbadges\0\0\0\0\0', '{}')), why('older')],
    ['of Open Badges 1', file(chunk('tEXt', Buffer.from('openbadges\0https://a.test'))), why('older')],
    ['with nothing in it', file(), why('nothing')],
    ['with something else in it', file(text('openbadgecredential\0\0\0\0\0', 'hello')), why('unreadable')],
    ['with half a chunk', file(text('openbadgecredential\0')), why('unreadable')],
    [
      'with a chunk longer than the file',
      file(Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4])),
      why('unreadable'),
    ],
    ['without a header', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), why('unreadable')],
    ['that is none', Buffer.from('GIF89a'), why('unreadable')],
    ['that is empty', Buffer.alloc(0), why('unreadable')],
    [
      'of a credential too large',
      file(text('openbadgecredential\0\0\0\0\0', `{"a":"${'x'.repeat(limits.credential)}"}`)),
      why('too-large'),
    ],
    ['too large', Buffer.alloc(limits.file + 1), why('too-large')],
  ])('%s', (_, bytes, outcome) => expect(extractFromPng(bytes)).toEqual(outcome));

  test('cannot be made of what is no PNG', () => {
    expect(() => bakePng(Buffer.from('no'), json)).toThrow('not a PNG');
    expect(() => bakeSvg('no', '{}')).toThrow('not an SVG');
  });
});

describe('a PDF file', () => {
  const save = (name: string, bytes: Uint8Array) => {
    const target = path.join(folder, name);
    writeFileSync(target, bytes);
    return target;
  };
  const rewritten = (...options: string[]): Buffer => {
    const out = path.join(folder, 'rewritten.pdf');
    runProgram('qpdf', [...options, save('original.pdf', pdf), out]);
    return readFileSync(out);
  };

  test('gives the credential back', () => expect(extractFromPdf(pdf)).toEqual(found));

  test.each([
    ['objects in streams', ['--object-streams=generate', '--compression-level=9', '--recompress-flate']],
    ['made for the web', ['--linearize']],
    ['unpacked', ['--qdf', '--object-streams=disable']],
    ['of another version', ['--force-version=2.0', '--newline-before-endstream']],
  ])('that another program wrote anew (%s) still does', (_, options) => {
    expect(extractFromPdf(rewritten(...options))).toEqual(found);
  });

  test('that needs a password is locked', () => {
    expect(extractFromPdf(rewritten('--encrypt', 'a', 'b', '256', '--'))).toEqual(why('locked'));
  });

  test('of another program, with its objects in streams and other files attached, gives what is a credential', async () => {
    const made = await PDFDocument.create();
    made.addPage();
    await made.attach(Buffer.from('just notes'), 'notes.txt', { mimeType: 'text/plain' });
    await made.attach(json, 'credential.json', { afRelationship: AFRelationship.Source });
    await made.attach(Buffer.from(jwt), 'credential.jwt');
    for (const useObjectStreams of [true, false]) {
      expect(extractFromPdf(await made.save({ useObjectStreams }))).toEqual({
        found: [...found.found, { kind: 'jwt', text: jwt }],
      });
    }
  });

  test('of which the attachment was replaced later gives the later one', () => {
    const later = '{"@context":[],"later":true}';
    const text = Buffer.from(rewritten('--qdf', '--object-streams=disable')).toString('latin1');
    const number = /(\d+) 0 obj\s*<<[^>]*?\/Type \/EmbeddedFile/.exec(
      text.replace(/<<\s*\/(CheckSum|CreationDate|ModDate)[^>]*>+/g, ''),
    )?.[1];
    expect(number).toBeDefined();
    const update = `\n${number} 0 obj\n<</Type /EmbeddedFile /Length ${later.length}>>\nstream\n${later}\nendstream\nendobj\n`;
    const outcome = extractFromPdf(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(update)]));
    expect(outcome).toEqual({ found: [{ kind: 'json', text: later }] });
  });

  const document = (body: string | Buffer) =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body as string, 'latin1')]);
  const streamOf = (dictionary: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`1 0 obj <<${dictionary} /Length ${bytes.length}>> stream\n`),
      bytes,
      Buffer.from('\nendstream endobj\n'),
    ]);

  test.each([
    ['that is none', Buffer.from('hello'), 'unreadable'],
    ['that is empty', Buffer.alloc(0), 'unreadable'],
    ['with nothing after its first line', document(''), 'unreadable'],
    ['without attachments', document('1 0 obj <</Type /Catalog>> endobj'), 'nothing'],
    ['too large', Buffer.alloc(limits.file + 1), 'too-large'],
    [
      'with an attachment that is no deflate',
      document(streamOf('/Type /EmbeddedFile /Filter /FlateDecode', Buffer.from('zz')).toString('latin1')),
      'nothing',
    ],
    [
      'with an attachment packed by another method',
      document(streamOf('/Type /EmbeddedFile /Filter /LZWDecode', json).toString('latin1')),
      'nothing',
    ],
  ])('%s', (_, bytes, reason) => expect(extractFromPdf(bytes)).toEqual(why(reason)));

  test('that would unpack to gigabytes does not', () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 0x20), { level: 9 });
    for (const kind of ['/Type /EmbeddedFile', '/Type /ObjStm /N 9 /First 9']) {
      const one = streamOf(`${kind} /Filter /FlateDecode`, bomb).toString('latin1');
      const many = Array.from({ length: 60 }, (_, index) =>
        one.replace('1 0 obj', `${index + 1} 0 obj`),
      ).join('');
      expect(inTime(() => extractFromPdf(document(many)))).toEqual(why('too-large'));
    }
  });

  test('nested or broken without end has its end', () => {
    const parts = [
      '1 0 obj(',
      '1 0 obj<<',
      '1 0 obj[',
      'obj ',
      '1 0 obj<',
      '1 0 obj<</Length 3>>stream\n',
      '1 0 obj/a',
      'trailer<<',
      '1 0 obj 5 ',
      '1 ',
      '1 0 obj%',
      '[',
      '<</A',
      '1 0 obj<</EF 1 0 R>>',
    ];
    for (const part of parts) {
      const bytes = document(part.repeat(Math.floor((limits.file - 100) / part.length)));
      expect(inTime(() => extractFromPdf(bytes)).found).toBeNull();
    }
    const deep = document(`1 0 obj ${'['.repeat(1_000_000)}`);
    expect(inTime(() => extractFromPdf(deep))).toEqual(why('unreadable'));
  });
});

describe('any bytes', () => {
  const readers = [extractFromPdf, extractFromPng, extractFromSvg];

  test('give a credential or a reason, never an error', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.constantFrom('', '%PDF-1.7 1 0 obj', '\x89PNG\r\n\x1a\n', '<svg '),
        (bytes, head) => {
          const file = Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
          for (const read of readers) {
            const outcome = read(file);
            expect(outcome.found === null ? outcome.why : outcome.found.length).toBeTruthy();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of our own files, cut, changed or with a part twice, do the same', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ maxLength: 8 }),
        (which, first, second, put) => {
          const file = Buffer.from([pdf, png, svg][which] ?? pdf);
          const [from, to] = [Math.floor(first * file.length), Math.floor(second * file.length)];
          const changed = Buffer.concat([file.subarray(0, from), put, file.subarray(to)]);
          const read = readers[which] ?? extractFromPdf;
          const outcome = inTime(() => read(changed));
          expect(outcome.found === null ? outcome.why : outcome.found.length).toBeTruthy();
        },
      ),
      { numRuns: 200 },
    );
  });
});
