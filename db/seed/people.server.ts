// Who takes part, and how: everybody's name, unit, languages, temper and plans, all of it from the seed.

import type { Role } from '~/domain/actor';
import { lessonsOf, listCurrentEditions, pickText } from '~/domain/courses/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '../open.server';
import { day, type Habit, habits, hour, workday } from './calendar';
import { evolved } from './earlier-edition.server';
import type { CoursePlan, Learner, Stop } from './learner.server';
import { nameMaker } from './names';
import { type DemoPark, demoParks } from './parks';
import { type Random, randomOf } from './random';

/** The half year: first invitations, the day of the new edition, and the end, which is the beginning of today. */
export type Span = { start: number; middle: number; end: number };

export type Guest = {
  /** Names the person in the seed. */
  key: string;
  park: DemoPark['slug'];
  email: string;
  name: string;
  unit: string;
  roles: Role[];
  locale: Locale;
  invitedAt: number;
  /** Days after the invitation until they join; null: never. */
  answers: number | null;
  /** The first invitation ran out, and they join by a second one. */
  reminded: boolean;
  /** Somebody takes the invitation back. */
  takenBack: boolean;
  shares: boolean;
};

/** Waves of invitations and what comes between them: their day, and their share of the people. */
const waves: readonly (readonly [number, number])[] = [
  [2, 14],
  [14, 5],
  [29, 20],
  [44, 6],
  [58, 4],
  [83, 18],
  [98, 7],
  [113, 4],
  [127, 13],
  [143, 6],
  [159, 9],
];

/** Everybody who is invited beside the named accounts; so many of a park join that it has its `people`. */
export function inviteList(seed: number, { start, end }: Span): Guest[] {
  const taken = {
    names: new Set(demoParks.flatMap(({ accounts }) => accounts.map(({ name }) => name))),
    addresses: new Set(
      demoParks.flatMap(({ slug, accounts }) =>
        accounts.map(({ email }) => `${slug}/${email.split('@')[0]}`),
      ),
    ),
  };
  return demoParks.flatMap((park) => {
    const name = nameMaker(park.slug, randomOf(`${seed}/names/${park.slug}`), taken);
    const joining = park.people - park.accounts.length;
    const others = 13;
    return Array.from({ length: joining + others }, (_, index): Guest => {
      const key = `${park.slug}/${index}`;
      const random = randomOf(`${seed}/guest/${key}`);
      const named = name();
      const outsider = index - joining;
      const wave = random.weighted(waves);
      // Of those who do not join: five were asked in these days, and the rest long ago.
      const recent = outsider >= 0 && outsider < 5;
      const asked = recent
        ? workday(end - random.between(4, 12) * day, 9)
        : workday(start + (wave + random.below(4)) * day, 9);
      const reminded = outsider < 0 && random.chance(0.06) && asked < end - 40 * day;
      return {
        ...{ key, park: park.slug, name: named.name, email: `${named.address}@${park.domain}` },
        unit: random.weighted(park.units.map(({ slug, size }) => [slug, size] as const)),
        roles: rolesOf(index, outsider),
        locale: localeOf(park, random),
        // A list is worked through in the morning, a person every minute or so.
        invitedAt: asked + random.between(0, 2.5) * hour,
        answers:
          outsider >= 0 ? null : random.chance(0.55) ? random.between(0.01, 0.9) : random.between(1, 11),
        reminded,
        takenBack: outsider === 5 || outsider === 6,
        shares: random.chance(park.slug === 'mranti' ? 0.46 : 0.38),
      };
    });
  });
}

/** Each park has a second instructor and a second administrator. */
const rolesOf = (index: number, outsider: number): Role[] => {
  if (outsider >= 0) return [];
  return index === 3 ? ['instructor'] : index === 8 ? ['park-administrator'] : [];
};

const localeOf = ({ slug }: DemoPark, random: Random): Locale =>
  slug === 'mranti'
    ? random.weighted<Locale>([
        ['en', 53],
        ['ms', 40],
        ['zh-Hans', 7],
      ])
    : random.weighted<Locale>([
        ['zh-Hans', 90],
        ['en', 10],
      ]);

/** How somebody studies, who joined as account `account`. */
export function learnerOf(
  db: Db,
  seed: number,
  who: { key: string; account: number; locale: Locale },
  course: string,
): Learner {
  const temper = randomOf(`${seed}/temper/${who.key}`);
  const crosses = temper.chance(0.3);
  const others: Locale[] = who.key.startsWith('mranti')
    ? ['en', 'ms', 'en', 'zh-Hans']
    : ['en', 'en', 'en', 'zh-Hans'];
  const other = others.filter((locale) => locale !== who.locale);
  return {
    ...{ db, account: who.account, locale: who.locale },
    random: randomOf(`${seed}/study/${who.key}/${course}`),
    other: crosses ? temper.pick(other) : null,
    habit: temper.weighted<Habit>(habits),
    gap: temper.weighted([
      [temper.between(0.8, 2), 3],
      [temper.between(2.5, 6), 6],
      [temper.between(7, 14), 4],
    ]),
    stay: temper.between(12, 42),
    pace: temper.between(0.75, 1.6),
    skill: Math.min(0.99, 0.87 + (temper.next() + temper.next() + temper.next() - 1.5) * 0.16),
    persists: 0,
    heeds: 0.35,
    writes: temper.chance(0.45) ? temper.between(0.1, 0.5) : 0.02,
  };
}

/** The courses somebody takes who joined at `at`: short ones first, and not everybody takes all, or to the end. */
export function plansOf(db: Db, seed: number, key: string, at: number): CoursePlan[] {
  const random = randomOf(`${seed}/plan/${key}`);
  if (random.chance(0.05)) return [];
  let next =
    at +
    random.weighted([[random.between(0.1, 1) * hour, 6] as const, [random.between(1, 9) * day, 4] as const]);
  return byLength(db).flatMap(({ course, minutes, longest }) => {
    if (!random.chance(longest ? 0.92 : 0.55)) return [];
    const plan = {
      course,
      at: next,
      begins: !random.chance(longest ? 0.09 : 0.04),
      stops: stopsOf(random, next, longest),
    };
    next += (2 + minutes / 20) * random.between(0.5, 2) * day;
    return [plan];
  });
}

/** Every course, the shortest first. */
function byLength(db: Db): { course: string; minutes: number; longest: boolean }[] {
  const courses = listCurrentEditions(db)
    .map((edition) => ({
      course: edition.slug,
      minutes: lessonsOf(edition).reduce(
        (sum, lesson) => sum + pickText(lesson, edition, 'en').text.minutes,
        0,
      ),
    }))
    .sort((one, other) => one.minutes - other.minutes || (one.course < other.course ? -1 : 1));
  return courses.map((course, index) => ({ ...course, longest: index === courses.length - 1 }));
}

/** Where somebody stalls: not at all, for some weeks, or for good. */
function stopsOf(random: Random, at: number, longest: boolean): CoursePlan['stops'] {
  if (!random.chance(longest ? 0.42 : 0.2)) return [];
  const share = random.between(0.04, 0.85);
  const back = random.chance(0.4) ? at + random.between(35, 95) * day : null;
  return [
    { when: (state) => state.done > 0 && state.done >= share * state.total, back, amid: random.chance(0.6) },
  ];
}

/** The states that the named accounts are in at the end, by their addresses. */
export function namedPlans(db: Db, { start, middle, end }: Span): Map<string, CoursePlan[]> {
  const { course, major } = evolved;
  const others = listCurrentEditions(db)
    .map(({ slug }) => slug)
    .filter((slug) => slug !== course);
  const plan = (slug: string, at: number, stops: CoursePlan['stops'] = []): CoursePlan => ({
    ...{ course: slug, at, begins: true, stops },
  });
  const until = (when: Stop['when']): Stop => ({ when, back: null, amid: true });
  const all = (at: number) => others.map((slug, index) => plan(slug, at + index * 7 * day));
  /** Had the lesson that changed, came back for more of the rest, and is about half through. */
  const halfWay = (at: number, back: number): CoursePlan =>
    plan(course, at, [
      // They look at what comes next, so that this is where they go on, and not with the lesson that is new.
      { when: (state) => state.completed.includes(major), back, amid: true },
      until((state) => state.done * 2 >= state.total),
    ]);
  return new Map([
    ['learner@mranti.example', [...all(start + 8 * day), halfWay(start + 12 * day, end - 17 * day)]],
    ['instructor@mranti.example', [plan(course, start + day), ...all(middle + 9 * day)]],
    [
      'park-admin@mranti.example',
      [
        ...all(start + 5 * day),
        plan(course, middle + 20 * day, [until((state) => state.done * 3 >= state.total)]),
      ],
    ],
    ['programme-admin@mranti.example', all(start + 3 * day)],
    [
      'learner@z-park.example',
      [
        plan(course, middle + 6 * day),
        ...others.map((slug) => plan(slug, end - 16 * day, [until((state) => state.done > 0)])),
      ],
    ],
    ['instructor@z-park.example', all(start + 2 * day)],
    ['park-admin@z-park.example', [halfWay(start + 20 * day, end - 14 * day)]],
    ['programme-admin@z-park.example', [...all(start + 4 * day), plan(course, middle - 30 * day)]],
  ]);
}
