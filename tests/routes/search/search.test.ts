// The search page's data, as the reader's browser gets it.
import { beforeAll, expect, test } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import { loader } from '~/routes/public/search';
import { publishLessons } from '../../support/course';
import { ask, makeWorld, statusOf, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await publishLessons(world.db, [
    { id: 'first', word: 'Openly', preview: true },
    { id: 'second', word: 'Closedly' },
  ]);
});

type Loaded = Awaited<ReturnType<typeof loader>>;
const page = async (query: string, actor: Actor = anonymous) => {
  const answer = await ask(world, loader, actor, { path: `/search${query}` });
  expect(statusOf(answer)).toBe(200);
  return answer as Loaded;
};

test('before a search it says what can be found', async () => {
  const { began, say, title } = await page('?lng=en');
  expect(began).toBe(false);
  expect(say.lead).toMatch(/glossary/);
  expect(title).toBe('Search · Parkbridge');
  expect((await page('?q=%20%20&lng=en')).began).toBe(false);
});

test('signed out the text of previews is found; signed in all of it, enrolled or not', async () => {
  expect((await page('?q=openly')).answer.lessons.total).toBe(1);
  expect((await page('?q=closedly')).answer.lessons.total).toBe(0);
  expect((await page('?q=closedly', world.people.learner)).answer.lessons.hits).toMatchObject([
    { course: 'small-course', lesson: 'second', locale: 'en', anchor: 'b1' },
  ]);
});

test('it speaks the language of the reader', async () => {
  const { say, title } = await page('?q=openly&lng=ms');
  expect(say.found).toBe('Ditemukan: 1 pelajaran.');
  expect(title).toBe('“openly” · Carian · Parkbridge');
  expect((await page('?q=openlu&lng=zh-Hans')).say.corrected).toBe(
    '以下是“openly”的结果。没有内容包含“openlu”。',
  );
  expect((await page('?q=openly&lng=en')).say.found).toBe('Found: 1 lesson.');
});

test('any address is answered', async () => {
  const long = encodeURIComponent('孵"* AND '.repeat(1200));
  for (const query of [
    '?q=%00',
    '?q=%ED%A0%80',
    '?q=%F0%9F%8E%89',
    '?q=a&q=b',
    '?page=x&q=openly',
    '?page=-1&q=openly',
    '?page=1e9&q=openly',
    '?q=%',
    `?q=${long}`,
  ]) {
    const { answer, say } = await page(`${query}&lng=en`);
    expect(answer.asked.length).toBeLessThanOrEqual(1000);
    expect(say.none).not.toBe('');
  }
  expect(
    (
      await page(
        `?q=${encodeURIComponent('w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17')}&lng=en`,
      )
    ).say.cut,
  ).toBe('Only the first 16 words were searched for.');
});
