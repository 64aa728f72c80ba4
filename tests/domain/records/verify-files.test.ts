// Files that anybody may upload: what is in them is found, and what is made to hurt is told in one word, in bounded time and memory.
import { Readable } from 'node:stream';
import { createDeflate, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseIdentity, signRecord, verifyDocument } from '~/domain/records/index.server';
import { bakePng, bakeSvg } from '~/domain/records/render/bake';
import { crc32 } from '~/domain/records/render/crc32';
import { makeWorld, now, origin, type World } from '../../support/world';
import { issue, publishCourse } from './completed-course';

let world: World;
let id: string;
let json: string;
let started: number;
/** 600 megabytes of nothing, packed. */
let bomb: Buffer;

beforeAll(async () => {
  bomb = await packNothing(600);
  world = await makeWorld();
  chooseIdentity(world.db, world.people.learner, { identity: 'named', at: now });
  id = issue(world.db, world.people.learner, publishCourse(world.db), now);
  json = await signRecord(world.db, world.app.keys, { id, at: now });
});
beforeEach(() => {
  started = performance.now();
});
afterEach(() => {
  expect(performance.now() - started).toBeLessThan(15_000);
});

/** Packed piece by piece, so that making it takes no memory either. */
async function packNothing(megabytes: number): Promise<Buffer> {
  const piece = Buffer.alloc(1024 * 1024);
  const pieces = Readable.from(Array.from({ length: megabytes }, () => piece));
  return Buffer.concat(await pieces.pipe(createDeflate()).toArray());
}

const verify = (bytes: Uint8Array) =>
  verifyDocument(world.db, world.app.keys, { bytes, fetch: false, at: now });
const problem = async (bytes: Uint8Array) => {
  const result = await verify(bytes);
  return result.ok ? 'looked at' : result.problem;
};

function picture(width: number, height: number, paint: (x: number, y: number) => number): PNG {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) png.data.fill(paint(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255;
  return png;
}
function code(text: string, scale: number): PNG {
  const { data, size } = encode(text, { border: 4 });
  return picture(size * scale, size * scale, (x, y) =>
    data[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255,
  );
}
const blank = () => PNG.sync.write(picture(20, 20, () => 128));
const header = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
function sized(width: number, height: number, interlaced = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, interlaced], 8);
  return chunk('IHDR', head);
}

describe('a credential', () => {
  test.each([
    ['a PNG', () => bakePng(blank(), Buffer.from(json)), 'png'],
    [
      'an SVG',
      () => Buffer.from(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>'.replace('/>', '></svg>'), json)),
      'svg',
    ],
    ['a text file', () => Buffer.from(`\ufeff${json}\n`), 'json'],
  ])('in %s is found', async (_name, make, source) => {
    expect(await verify(make())).toMatchObject({ ok: true, source, documents: [{ verdict: 'valid' }] });
  });

  test.each([3, 5, 17, 30])(
    'is found through the QR code of a picture, %s pixels a module',
    async (scale) => {
      const png = code(`${origin}/records/${id}`, scale);
      expect(await verify(PNG.sync.write(png))).toMatchObject({
        ok: true,
        source: 'qr',
        documents: [{ verdict: 'valid' }],
      });
      const photo = jpeg.encode({ width: png.width, height: png.height, data: png.data }, 70);
      expect(await verify(photo.data)).toMatchObject({
        ok: true,
        source: 'qr',
        documents: [{ verdict: 'valid' }],
      });
    },
  );

  test('is not found through a QR code that leads elsewhere', async () => {
    expect(await problem(PNG.sync.write(code('https://evil.example/records/1', 6)))).toBe(
      'address-elsewhere',
    );
    expect(await problem(PNG.sync.write(code('hello', 6)))).toBe('no-credential');
  });
});

describe('what is made to hurt', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['nothing', 'empty', () => Buffer.alloc(0)],
    ['more than two megabytes', 'too-large', () => Buffer.alloc(2 * 1024 * 1024 + 1, 32)],
    [
      'a picture that says it is enormous',
      'too-large',
      () =>
        Buffer.concat([
          header,
          sized(60_000, 60_000),
          chunk('IDAT', deflateSync(Buffer.alloc(1024))),
          chunk('IEND', Buffer.alloc(0)),
        ]),
    ],
    [
      'a picture whose pixels cannot be unpacked',
      'unreadable',
      () =>
        Buffer.concat([
          header,
          sized(2, 2),
          chunk('IDAT', Buffer.from('no deflate')),
          chunk('IEND', Buffer.alloc(0)),
        ]),
    ],
    ['a picture without an end', 'unreadable', () => Buffer.concat([header, sized(20, 20)])],
    [
      'a compressed text in a picture',
      'compressed',
      () => {
        const data = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), bomb]);
        return Buffer.concat([header, sized(20, 20), chunk('iTXt', data), chunk('IEND', Buffer.alloc(0))]);
      },
    ],
    [
      'an older badge in a picture',
      'older',
      () =>
        Buffer.concat([
          header,
          sized(20, 20),
          chunk('tEXt', Buffer.from('openbadges\0{}', 'latin1')),
          chunk('IEND', Buffer.alloc(0)),
        ]),
    ],
    [
      'a photo that says it is enormous',
      'too-large',
      () => {
        const { data } = jpeg.encode({ width: 16, height: 16, data: Buffer.alloc(16 * 16 * 4, 200) }, 50);
        const at = data.indexOf(Buffer.of(0xff, 0xc0));
        data.writeUInt16BE(65_000, at + 5);
        data.writeUInt16BE(65_000, at + 7);
        return data;
      },
    ],
    ['half a photo', 'unreadable', () => Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    [
      'entities that multiply',
      'unreadable',
      () => {
        const lines = Array.from(
          { length: 20 },
          (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`,
        );
        return Buffer.from(
          `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "x">${lines.join('')}]><svg xmlns="http://www.w3.org/2000/svg">&e20;</svg>`,
        );
      },
    ],
    ['elements within each other', 'unreadable', () => Buffer.from('<svg>'.repeat(100_000))],
    [
      'a drawing without a credential',
      'no-credential',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    ],
    [
      'a PDF with nothing in it',
      'no-credential',
      () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
    ],
    [
      'a PDF whose attachment unpacks without end',
      'too-large',
      () => {
        const packed = bomb;
        return Buffer.concat([
          Buffer.from(
            `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
          ),
          packed,
          Buffer.from('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
        ]);
      },
    ],
    [
      'a locked PDF',
      'locked',
      () =>
        Buffer.from(
          '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>\n%%EOF',
        ),
    ],
    ['bytes', 'unreadable', () => Buffer.of(0xfe, 0x80, 0xff, 0)],
    [
      'a program',
      'unreadable',
      () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64, 0xff)]),
    ],
  ])('%s is told as %s', async (_name, told, make) => {
    expect(await problem(make())).toBe(told);
  });

  test.each([0, 1])('pixels that unpack without end take no memory (interlaced: %s)', async (interlaced) => {
    const file = Buffer.concat([
      header,
      sized(200, 200, interlaced),
      chunk('IDAT', bomb),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const before = process.resourceUsage().maxRSS;
    expect(await problem(file)).toBe('unreadable');
    // Kilobytes.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1024);
  });

  test('any bytes at all have an answer, also after the beginning of each kind of file', async () => {
    const beginnings = [
      Buffer.alloc(0),
      header,
      Buffer.concat([header, sized(9, 9)]),
      Buffer.of(0xff, 0xd8, 0xff),
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('<svg '),
      Buffer.from('{"'),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 400 }),
        async (beginning, rest) => {
          const result = await verify(Buffer.concat([beginning, rest]));
          expect(result.ok).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
