import { describe, expect, it } from 'vitest';
import { pairBlocks, renderText } from '~/mdx/index.server';
import { splitBlocks } from '~/mdx/split-blocks';
import { text } from './course';

const rendered = async (body: string, locale: 'en' | 'ms' | 'zh-Hans' = 'en') =>
  (await renderText(text(body, { locale }))).segments;

describe('the blocks of a text', () => {
  it('are taken apart without loss, in order, numbered as in the page', async () => {
    const segments = await rendered(
      'One.\n\n## Two\n\n- three\n- <Term id="exit">exit</Term>\n\n<Reflect id="r">\nFour?\n</Reflect>\n\n<Callout kind="tip" title="Five > 4">\nx\n\ny\n</Callout>\n\n| a |\n|--|\n| six |\n\nSeven.[^a]\n\n[^a]: Note.',
    );
    const blocks = splitBlocks(segments);
    expect(blocks.map(({ block }) => block)).toEqual([1, 2, 3, 4, 5, 6, 7, null]);
    expect(blocks.map(({ segment }) => segment.kind)).toEqual([
      'html',
      'html',
      'html',
      'reflect',
      'html',
      'html',
      'html',
      'html',
    ]);
    const all = (each: typeof segments) =>
      each
        .map((segment) => (segment.kind === 'quiz' ? '' : segment.html))
        .join('')
        .replace(/\n/g, '');
    expect(all(blocks.map(({ segment }) => segment))).toBe(all(segments));
  });
});

describe('two languages side by side', () => {
  it('pairs by number and shows alone what the other has not', async () => {
    const rows = pairBlocks(
      await rendered('One.\n\nTwo.\n\nThree.'),
      await rendered('Satu.\n\nDua.', 'ms'),
      'ms',
    );
    expect(rows).toMatchObject([
      { block: 1, first: { html: '<p data-block="1" id="b1">One.</p>' }, second: '<p id="ms-b1">Satu.</p>' },
      { block: 2, second: '<p id="ms-b2">Dua.</p>' },
      { block: 3, second: null },
    ]);
    const turned = pairBlocks(await rendered('One.'), await rendered('Satu.\n\nDua.', 'ms'), 'ms');
    expect(turned[1]).toEqual({ block: 2, first: null, second: '<p id="ms-b2">Dua.</p>', stacked: true });
  });

  it('keeps names apart, so that nothing in the second leads into the first', async () => {
    const body = '## H\n\nA <Term id="exit">word</Term>.[^n]\n\n[^n]: Note.';
    const rows = pairBlocks(await rendered(body), await rendered(body.replace('A ', 'Satu '), 'ms'), 'ms');
    const names = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
    const first = rows.flatMap(({ first }) => (first?.kind === 'html' ? names(first.html) : []));
    const second = rows.flatMap(({ second }) => (second ? names(second) : []));
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    for (const { second: html } of rows)
      for (const [, name] of (html ?? '').matchAll(/(?:href="#|popovertarget="|describedby=")([^"]*)"/g))
        expect(second).toContain(name);
  });

  it('shows once what is the same: code, a heading, a picture with two captions', async () => {
    const figure = (caption: string) =>
      `<Figure src="assets/funnel.en.svg" alt="${caption}" caption="${caption}" />`;
    const same = '## 2026\n\n```js\nlet x;\n```\n\n';
    const rows = pairBlocks(
      await rendered(same + figure('Few come out')),
      await rendered(same + figure('Sedikit keluar'), 'ms'),
      'ms',
    );
    expect(rows.map(({ second }) => second)).toEqual([
      null,
      null,
      '<figure class="figure"><figcaption>Sedikit keluar</figcaption></figure>',
    ]);
    expect(rows.map(({ stacked }) => stacked)).toEqual([false, true, true]);
  });
});
