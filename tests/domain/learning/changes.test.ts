import { expect, it } from 'vitest';
import { compareBlocks, wordsOf } from '~/domain/learning/changes';

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
