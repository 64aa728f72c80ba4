import { describe, expect, it } from 'vitest';
import type { Mark } from '~/ui/notes/marks';
import { placeOf } from '~/ui/notes/place';

const digest = 'now';
const shown = (...texts: string[]) => ({
  digest,
  locale: 'en',
  texts: new Map(texts.map((text, index) => [index + 1, text])),
});
const mark = (changes: Partial<Mark>): Mark => ({
  ...{
    id: 'x',
    kind: 'highlight',
    block: 1,
    textDigest: digest,
    locale: 'en',
    quote: 'grow',
    quoteStart: 14,
  },
  ...{ note: '', version: 1, createdAt: 0, updatedAt: 0, ...changes },
});
const sentence = 'Companies can grow here, and grow fast in their first year.';

describe('a mark', () => {
  it('is where it was put, of the same words the nearest', () => {
    expect(placeOf(mark({}), shown(sentence))).toEqual({
      block: 1,
      words: { start: 14, end: 18 },
      moved: false,
    });
    expect(placeOf(mark({ quoteStart: 30 }), shown(sentence)).words).toEqual({ start: 29, end: 33 });
  });

  it('follows its words within the paragraph, and to another when they are telling', () => {
    const words = mark({ quote: 'fast in their first year', quoteStart: 34, textDigest: 'before' });
    expect(placeOf(words, shown(`Yes. ${sentence}`)).words?.start).toBe(39);
    expect(placeOf(words, shown('New.', sentence))).toMatchObject({
      block: 2,
      words: { start: 34 },
      moved: false,
    });
    expect(placeOf(mark({ textDigest: 'before' }), shown('New.', sentence))).toMatchObject({
      block: 1,
      moved: true,
    });
  });

  it('whose words are gone or in two places stays at its paragraph', () => {
    const words = mark({ quote: 'fast in their first year', quoteStart: 34, textDigest: 'before' });
    expect(placeOf(words, shown('Gone.'))).toEqual({ block: 1, words: null, moved: true });
    expect(placeOf(words, shown('Gone.', sentence, sentence))).toMatchObject({ block: 1, moved: true });
  });

  it('in another language stays at the paragraph of the same number', () => {
    expect(placeOf(mark({ locale: 'zh-Hans' }), shown(sentence))).toEqual({
      block: 1,
      words: null,
      moved: true,
    });
    expect(placeOf(mark({ locale: 'zh-Hans', kind: 'note', quoteStart: null }), shown(sentence)).moved).toBe(
      false,
    );
  });

  it('on a whole paragraph follows its beginning, and a highlight covers it', () => {
    const whole = mark({ quote: 'Companies can grow here', quoteStart: null });
    expect(placeOf(whole, shown(sentence)).words).toEqual({ start: 0, end: sentence.length });
    expect(placeOf({ ...whole, textDigest: 'before', kind: 'note' }, shown('New.', sentence)).block).toBe(2);
  });
});
