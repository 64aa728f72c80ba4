// What an edition page says of each edition is worked out from the editions themselves.
import { describe, expect, it } from 'vitest';
import { describeCourse } from '~/domain/courses/index.server';
import { type LessonSpec, publishLessons, slug, threeLessons } from '../../support/course';
import { openTestDatabase } from '../../support/database';

/** Publishes each list of lessons as an edition, and tells the news of the newest. */
async function newsAfter(...editions: { lessons: LessonSpec[]; title?: string }[]) {
  const db = openTestDatabase();
  for (const [index, { lessons, title }] of editions.entries()) {
    await publishLessons(db, lessons, { at: index + 1, ...(title ? { title } : {}) });
  }
  const { news, earlier } = describeCourse(db, { course: slug, locale: 'ms' });
  return { newest: news[0], news, earlier };
}
const [first, second, check] = threeLessons as [LessonSpec, LessonSpec, LessonSpec];

describe('the news of an edition', () => {
  it('of the first is how many lessons it has', async () => {
    const { news, earlier } = await newsAfter({ lessons: threeLessons });
    expect(news).toMatchObject([
      { number: 1, publishedAt: 1, first: true, lessons: 3, changes: [], others: [] },
    ]);
    expect(earlier).toBe(0);
  });

  it('names lessons that came, went and changed, in the reader’s language', async () => {
    const { newest, news } = await newsAfter(
      { lessons: [first, second, check, { id: 'old' }] },
      {
        lessons: [
          { ...first, revision: 2, word: 'Other' },
          { ...second, word: { en: 'Words', ms: 'Perkataan' } },
          check,
          { id: 'fresh' },
        ],
      },
    );
    expect(newest).toMatchObject({
      number: 2,
      first: false,
      changes: [
        { slug: 'first', title: 'Pelajaran first', lang: 'ms', change: 'major', locales: [] },
        { slug: 'second', change: 'minor', locales: ['ms'] },
        { slug: 'fresh', change: 'added' },
        { slug: 'old', title: 'Pelajaran old', change: 'removed' },
      ],
    });
    expect(news.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('tells what else is different', async () => {
    const moved = await newsAfter({ lessons: [first, second, check] }, { lessons: [second, first, check] });
    expect(moved.newest).toMatchObject({ changes: [], others: ['order'] });
    const optional = await newsAfter(
      { lessons: threeLessons },
      { lessons: [first, { ...second, required: false }, check] },
    );
    expect(optional.newest).toMatchObject({ changes: [], others: ['terms'] });
    const named = await newsAfter({ lessons: threeLessons }, { lessons: threeLessons, title: 'Renamed' });
    expect(named.newest).toMatchObject({ changes: [], others: ['about'] });
  });

  it('calls a lesson that was taken out and came back removed, then new', async () => {
    const { news } = await newsAfter(
      { lessons: threeLessons },
      { lessons: [first, check] },
      { lessons: threeLessons },
    );
    expect(news.map(({ changes }) => changes.map(({ slug: lesson, change }) => [lesson, change]))).toEqual([
      [['second', 'added']],
      [['second', 'removed']],
      [],
    ]);
  });

  it('lists the twenty newest of many', async () => {
    const many = Array.from({ length: 22 }, (_, index) => ({
      lessons: [{ id: 'first', word: `Words ${index}` }],
    }));
    const { news, earlier } = await newsAfter(...many);
    expect(news.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 22 - index));
    expect(news.every(({ changes }) => changes.length === 1)).toBe(true);
    expect(earlier).toBe(2);
  });
});
