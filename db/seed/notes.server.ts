// What a learner leaves beside a lesson: notes, highlights and bookmarks on its paragraphs, answers to what it asks.
import type { AccountActor } from '~/domain/actor';
import { readText } from '~/domain/courses/index.server';
import { saveAnnotation, saveReflection } from '~/domain/learning/index.server';
import type { Segment } from '~/mdx/schema';
import type { Db } from '../open.server';
import type { Learner, Opened } from './learner.server';
import type { Random } from './random';
import { notes, reflections } from './words';

/** The highest number among the text's paragraphs. */
export const lastBlockOf = (db: Db, courseId: number, textDigest: string): number =>
  readText(db, courseId, textDigest).segments.reduce(
    (last, segment) =>
      Math.max(last, ...blocksIn(segment).map(({ block }) => block), 'block' in segment ? segment.block : 0),
    1,
  );

/** Puts one or two marks on sentences of the lesson. */
export function annotate(
  { db, random }: Learner,
  actor: AccountActor,
  { course, lesson, locale, textDigest }: Opened,
  courseId: number,
  at: number,
): void {
  const left = readText(db, courseId, textDigest)
    .segments.flatMap(blocksIn)
    .map(({ block, text }) => ({ block, text, sentences: sentencesOf(text) }))
    .filter(({ sentences }) => sentences.length > 0);
  const count = random.chance(0.35) ? 2 : 1;
  for (let mark = 0; mark < count && left.length > 0; mark += 1) {
    const { block, text, sentences } = left.splice(random.below(left.length), 1)[0] as (typeof left)[number];
    const kind = random.weighted([['highlight', 5] as const, ['note', 4] as const, ['bookmark', 1] as const]);
    const quote = kind === 'bookmark' ? text.slice(0, 120) : random.pick(sentences);
    saveAnnotation(db, actor, {
      ...{ course, lesson: lesson.slug, textDigest, kind, block, quote, version: 0, divider: '—' },
      id: uuid(random),
      quoteStart: kind === 'bookmark' ? null : text.indexOf(quote),
      note: kind === 'note' ? turn(notes[locale], actor.id * 7 + lesson.id * 2 + mark) : '',
      at,
    });
  }
}

/** Sentences that say something by themselves. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|(?<=[。！？])/)
    .filter((each) => (/[.!?]$/.test(each) ? each.length > 45 : /[。！？]$/.test(each) && each.length > 14));

/** Each in its turn, so that nobody writes the same thing twice in a row. */
const turn = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** Answers one of the lesson's questions to its reader. */
export function reflect(
  { db, random }: Learner,
  actor: AccountActor,
  { course, lesson, locale, textDigest }: Opened,
  courseId: number,
  at: number,
): void {
  const asked = readText(db, courseId, textDigest).reflections;
  if (asked.length === 0) return;
  saveReflection(db, actor, {
    ...{ course, lesson: lesson.slug, textDigest, divider: '—', at },
    reflection: random.pick(asked).id,
    note: turn(reflections[locale], actor.id * 5 + lesson.id),
  });
}

/** The numbered blocks of a segment; `text` of paragraphs without any markup, whose words stand as the page has them. */
function blocksIn(segment: Segment): { block: number; text: string }[] {
  if (segment.kind !== 'html') return [];
  return [...segment.html.matchAll(/ data-block="(\d+)"[^>]*>(?:([^<&]{30,})<\/p>)?/g)].map(
    ([, block, text]) => ({ block: Number(block), text: text ?? '' }),
  );
}

/** A UUID as devices make them, from chance that is the same in every run. */
function uuid(random: Random): string {
  const hex = (count: number) => Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
