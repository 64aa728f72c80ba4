// Half a year of a programme, from the first invitation to last night.
import { rm } from 'node:fs/promises';
import { and, asc, gt, inArray, isNull, lt } from 'drizzle-orm';
import { publishCourses } from '~/domain/courses/index.server';
import {
  changeLocale,
  changeProfile,
  changeSharing,
  joinByInvitation,
  revokeInvitation,
} from '~/domain/identity/index.server';
import { revokeRecord } from '~/domain/records/index.server';
import type { Db } from '../open.server';
import { records } from '../schema';
import { day, hour, minute, startOfDay, workday } from './calendar';
import { writeEarlierCourses } from './earlier-edition.server';
import {
  actorOf,
  deliverMail,
  type Founded,
  type FoundedPark,
  foundProgramme,
  inviteTo,
} from './founding.server';
import { type Learner, type Life, takeCourse } from './learner.server';
import { demoParks } from './parks';
import { type Guest, inviteList, learnerOf, namedPlans, plansOf, type Span } from './people.server';
import { randomOf } from './random';
import { openStage, type Stage } from './stage';
import { revocations } from './words';

export type Demo = {
  /** The day on which the story ends, `YYYY-MM-DD` in the parks' own time: nothing of it happens on that day or later. */
  today: string;
  /** Another number, other people. */
  seed: number;
  /** The folder of the built-in courses. */
  courses: string;
};

/** Plays the programme in a database without any park. The same `today`, `seed` and courses give the same content. */
export async function playProgramme(db: Db, { today, seed, courses }: Demo): Promise<void> {
  const end = startOfDay(today);
  const span: Span = { start: workday(end - 182 * day, 0), middle: workday(end - 91 * day, 10.5), end };
  const founded = await foundProgramme(db, { at: workday(span.start - 12 * day, 9) });
  const by = (email: string) => actorOf(db, founded.accounts.get(email) ?? 0);

  const earlier = await writeEarlierCourses(courses);
  try {
    const at = workday(span.start - 5 * day, 15);
    await publishCourses(db, by('instructor@mranti.example'), { folders: [earlier], at });
  } finally {
    await rm(earlier, { recursive: true, force: true });
  }

  const stage = openStage();
  const world: World = { db, seed, span, founded, stage };
  for (const guest of inviteList(seed, span)) stage.enter(beInvited(world, guest));
  for (const [email, plans] of namedPlans(db, span)) {
    for (const plan of plans) stage.enter(takeCourse(namedLearner(world, email, plan.course), plan));
  }
  for (const email of ['learner@mranti.example', 'learner@z-park.example', 'instructor@mranti.example'])
    stage.enter(agree(world, founded.accounts.get(email) ?? 0, span.start + 9 * day + 10 * hour));
  revocations.forEach((reason, index) => {
    stage.enter(revokeSome(world, workday(end - (100 - 38 * index) * day, 11), reason));
  });

  stage.runUntil(span.middle);
  await publishCourses(db, by('instructor@z-park.example'), { folders: [courses], at: span.middle });
  stage.runUntil(end - 10 * minute);
  deliverMail(db, end - minute);
}

type World = { db: Db; seed: number; span: Span; founded: Founded; stage: Stage };

function namedLearner({ db, seed, founded }: World, email: string, course: string): Learner {
  const park = demoParks.find(({ domain }) => email.endsWith(`@${domain}`));
  const account = park?.accounts.find((each) => each.email === email);
  if (!park || !account) throw new Error(`${email} is no named account`);
  const who = {
    key: `${park.slug}/${email}`,
    account: founded.accounts.get(email) ?? 0,
    locale: account.locale,
  };
  return {
    ...learnerOf(db, seed, who, course),
    gap: 2.5,
    stay: 30,
    pace: 1,
    skill: 1.05,
    persists: 1,
    heeds: 0,
    writes: 0.5,
    other: null,
  };
}

/** An invitation, and what comes of it. */
function* beInvited(world: World, guest: Guest): Life {
  const { db, founded, span } = world;
  const park = founded.parks.find(({ park: { slug } }) => slug === guest.park) as FoundedPark;
  const administrator = () => actorOf(db, founded.accounts.get(`park-admin@${park.park.domain}`) ?? 0);
  let at = yield guest.invitedAt;
  let invited = inviteTo(db, administrator(), park, { ...guest, at });
  if (guest.takenBack) {
    at = yield at + 30 * hour;
    revokeInvitation(db, administrator(), { invitationId: invited.invitationId, at });
  }
  if (guest.answers === null) return;
  if (guest.reminded) {
    at = yield workday(at + 17 * day, 10);
    invited = inviteTo(db, administrator(), park, { ...guest, at });
  }
  // Whoever was asked in the last days has joined by last night.
  at = yield Math.min(at + guest.answers * day, span.end - (1 + guest.answers) * hour);
  const { accountId } = joinByInvitation(db, {
    ...{ token: invited.token, passwordHash: founded.passwordHash, at },
    ...{ name: guest.name, locale: guest.locale, timeZone: park.park.timeZone, shared: guest.shares },
  });
  const { key, locale } = guest;
  for (const plan of plansOf(db, world.seed, key, at))
    world.stage.enter(
      takeCourse(learnerOf(db, world.seed, { key, account: accountId, locale }, plan.course), plan),
    );
  yield* changeMind(world, guest, park, accountId, at);
}

/** Some agree to be named later, or no longer; some move to another unit, or change their language. */
function* changeMind(
  { db, seed }: World,
  guest: Guest,
  park: FoundedPark,
  account: number,
  joined: number,
): Life {
  const random = randomOf(`${seed}/mind/${guest.key}`);
  if (!random.chance(0.16)) return;
  const at = yield workday(joined + random.between(8, 90) * day, random.between(9, 17));
  const actor = actorOf(db, account);
  const what = random.weighted([['sharing', 5] as const, ['unit', 3] as const, ['language', 2] as const]);
  if (what === 'sharing') changeSharing(db, actor, { shared: !guest.shares, at });
  else if (what === 'language') changeLocale(db, actor, { locale: actor.locale === 'en' ? 'ms' : 'en', at });
  else {
    const unitId = random.pick([...park.units.values()].filter((unit) => unit !== actor.unitId));
    const { name, locale, timeZone } = actor;
    changeProfile(db, actor, { name, locale, timeZone, unitId, at });
  }
}

function* agree({ db }: World, account: number, when: number): Life {
  const at = yield when;
  changeSharing(db, actorOf(db, account), { shared: true, at });
}

/** A record of the weeks before is withdrawn. */
function* revokeSome({ db, seed, founded }: World, when: number, reason: string): Life {
  const at = yield when;
  const random = randomOf(`${seed}/revoke/${reason}`);
  const issued = db
    .select({ id: records.id })
    .from(records)
    .where(
      and(isNull(records.revokedAt), gt(records.issuedAt, at - 40 * day), lt(records.issuedAt, at - day)),
    )
    .orderBy(asc(records.issuedAt), asc(records.accountId))
    .all();
  const named = new Set(
    db
      .select({ id: records.id })
      .from(records)
      .where(inArray(records.accountId, [...founded.accounts.values()]))
      .all()
      .map(({ id }) => id),
  );
  const others = issued.filter(({ id }) => !named.has(id));
  if (others.length === 0) return;
  const programme = actorOf(db, founded.accounts.get('programme-admin@mranti.example') ?? 0);
  revokeRecord(db, programme, { id: random.pick(others).id, reason, at });
}
