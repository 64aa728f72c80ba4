import { expect, it } from 'vitest';
import { compareBlocks, compareTexts, wordsOf } from '~/domain/learning/changes';
import type { Difference } from '~/domain/learning/schema';

it('reads the words of HTML block by block', () => {
  expect(
    wordsOf(
      '<h2 id="a">One &#x26; two</h2>\n<p>Some <em>words</em>,\nwrapped&nbsp;here.</p><ul><li>first</li><li>second &lt;b&gt;</li></ul>' +
        '<p>So <span class="katex"><math><semantics><mrow><mi>N</mi></mrow><annotation encoding="application/x-tex">N_0</annotation></semantics></math></span>.</p>',
    ),
  ).toEqual(['One & two', 'Some words, wrapped here.', 'first', 'second <b>', 'So N_0.']);
});

it('finds what was removed and added around what stayed', () => {
  const kinds = (before: string, after: string) =>
    compareBlocks([...before], [...after])
      .map(({ kind, text }) => ({ same: '', added: '+', removed: '-' })[kind] + text)
      .join('');
  expect(kinds('abc', 'abc')).toBe('abc');
  expect(kinds('abc', 'axc')).toBe('a-b+xc');
  expect(kinds('', 'ab')).toBe('+a+b');
  expect(kinds('ab', '')).toBe('-a-b');
  expect(kinds('abcd', 'bd')).toBe('-ab-cd');
});

it('gives back both texts, whatever they are', () => {
  const before = [...'the quick brown fox'];
  const after = [...'a thick crown of x'];
  const changes = compareBlocks(before, after);
  const join = (kinds: string[]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
  expect(join(['same', 'removed'])).toEqual(before);
  expect(join(['same', 'added'])).toEqual(after);
});

it('reads no card that opens beside the text, and no number of a footnote', () => {
  expect(
    wordsOf(
      '<p>An <span class="keep"><button type="button" popovertarget="t">incubator</button><span id="t" popover=""><span>A <b>place</b></span></span>.</span>' +
        ' Said so.<sup><a href="#n" id="r" data-footnote-ref="true">1</a></sup></p>' +
        '<ol><li id="n"><p>A source. <a href="#r" data-footnote-backref="" class="x">↩</a></p></li></ol>',
    ),
  ).toEqual(['An incubator. Said so.', 'A source.']);
});

/** `[-old-][+new+]` within a paragraph. */
const drawn = (differences: Difference[]): string[] =>
  differences.map((difference) =>
    difference.kind === 'changed'
      ? difference.runs
          .map(({ kind, text }) => ({ same: text, added: `[+${text}+]`, removed: `[-${text}-]` })[kind])
          .join('')
      : `${difference.kind}: ${difference.text}`,
  );

it('marks the words that changed within a paragraph', () => {
  expect(
    drawn(
      compareTexts(
        ['Title', 'The quick brown fox jumps over the lazy dog.', 'This goes.', 'End'],
        ['Title', 'The slow red fox jumps over the lazy dog, twice.', 'End', 'And more'],
        'en',
      ),
    ),
  ).toEqual([
    'The [-quick brown-][+slow red+] fox jumps over the lazy dog[+, twice+].',
    'removed: This goes.',
    'added: And more',
  ]);
});

it('finds the words of Chinese, which has no spaces', () => {
  expect(
    drawn(
      compareTexts(['孵化器提供办公空间，为期24个月。'], ['孵化器提供实验空间，为期36个月。'], 'zh-Hans'),
    ),
  ).toEqual(['孵化器提供[-办公-][+实验+]空间，为期[-24-][+36+]个月。']);
});

it('takes paragraphs with hardly a word in common for two', () => {
  expect(drawn(compareTexts(['One thing entirely.'], ['Something else.'], 'en'))).toEqual([
    'removed: One thing entirely.',
    'added: Something else.',
  ]);
});

it('gives up on what would take too long, and loses no word of it', () => {
  const text = (step: number) =>
    Array.from({ length: 4000 }, (_, block) => `${step} ${block * step} ${'word '.repeat(100)}`.trim());
  const [before, after] = [text(3), text(5)];
  const began = performance.now();
  const found = compareTexts(before, after, 'en');
  expect(performance.now() - began).toBeLessThan(2000);
  expect(found.flatMap((each) => (each.kind === 'removed' ? [each.text] : []))).toEqual(before);
  expect(found.flatMap((each) => (each.kind === 'added' ? [each.text] : []))).toEqual(after);
  const long = compareTexts(['a b '.repeat(20_000)], ['b c '.repeat(20_000)], 'en');
  expect(long.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
