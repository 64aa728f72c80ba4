// Completing a lesson as the domain does it, beside the same rows written by hand with the same durability.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AccountActor } from '~/domain/actor';
import { currentEdition, lessonsOf, pickText } from '~/domain/courses/index.server';
import { completeLesson, enrol } from '~/domain/learning/index.server';
import { type Db, openDatabase } from '~db/open.server';
import { accounts } from '~db/schema';
import { prepareData } from '../support/data';
import { alternate, type Result, timed } from './measure';

const course = 'technology-incubation';
const rounds = 12;
const learnersEach = 100;

export async function completeLessons(): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  try {
    await prepareData(folder);
    const file = path.join(folder, 'parkbridge.db');
    const prepared = openDatabase(`file:${file}`);
    const learners = addLearners(prepared, (rounds + 1) * learnersEach);
    prepared.$client.pragma('wal_checkpoint(TRUNCATE)');
    prepared.$client.close();
    const copy = path.join(folder, 'by-hand.db');
    copyFileSync(file, copy);

    const ours = completions(openDatabase(`file:${file}`));
    const byHand = completionsByHand(openDatabase(`file:${copy}`));
    const turns = { ours: 0, byHand: 0 };
    const batch = (turn: number) => learners.slice(turn * learnersEach, (turn + 1) * learnersEach);
    const measureOurs = () => perSecond(ours, batch(turns.ours++));
    const measureByHand = () => perSecond(byHand, batch(turns.byHand++));
    await measureOurs();
    await measureByHand();
    const measured = await alternate(rounds, measureOurs, measureByHand);
    return [
      { name: 'complete-lesson', unit: 'a second', ...measured, aim: '≥ 0.7', met: measured.ratio >= 0.7 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Completions a second of one batch of learners. */
async function perSecond(
  complete: (actor: AccountActor) => number,
  actors: readonly AccountActor[],
): Promise<number> {
  let done = 0;
  const ms = await timed(() => {
    for (const actor of actors) done += complete(actor);
  });
  return done / (ms / 1000);
}

/** Adds learners to `db` for so many `turns`; each call of what it returns lets a batch of them complete the readings, and says how many a second. */
export function completing(db: Db, turns: number): () => Promise<number> {
  const learners = addLearners(db, turns * learnersEach);
  const complete = completions(db);
  let turn = 0;
  return () => {
    const batch = learners.slice(turn * learnersEach, (turn + 1) * learnersEach);
    turn += 1;
    return perSecond(complete, batch);
  };
}

function addLearners(db: Db, count: number): AccountActor[] {
  const model = db.select().from(accounts).get();
  if (!model) throw new Error('the demo data has nobody in it');
  return db.$client.transaction(() =>
    Array.from({ length: count }, (_, n): AccountActor => {
      const { id, parkId, unitId, email, name, locale, timeZone } = db
        .insert(accounts)
        .values({ ...model, id: undefined, email: `completing-${n}@bench.example`, locale: 'en' })
        .returning()
        .get();
      const actor: AccountActor = {
        kind: 'account',
        id,
        parkId,
        unitId,
        email,
        name,
        locale,
        timeZone,
        roles: [],
      };
      enrol(db, actor, { course, at: Date.now() });
      return actor;
    }),
  )();
}

/** What the reader's forms say: the readings, with the texts that were on the pages. */
function readingsOf(db: Db) {
  const edition = currentEdition(db, course);
  if (!edition) throw new Error('the demo data has no course');
  const readings = lessonsOf(edition).filter((lesson) => lesson.kind === 'reading');
  return {
    edition,
    readings: readings.map((lesson) => ({ lesson, text: pickText(lesson, edition, 'en').text.digest })),
  };
}

function completions(db: Db): (actor: AccountActor) => number {
  const { readings } = readingsOf(db);
  return (actor) => {
    for (const { lesson, text } of readings) {
      const { courseCompleted } = completeLesson(db, actor, {
        course,
        lesson: lesson.slug,
        textDigest: text,
        at: Date.now(),
      });
      if (courseCompleted) throw new Error('this measures completing a lesson, not a course');
    }
    return readings.length;
  };
}

/** The same three rows, with all the same triggers and nothing read, checked or composed. */
function completionsByHand(db: Db): (actor: AccountActor) => number {
  const { edition, readings } = readingsOf(db);
  const client = db.$client;
  const insert = client.prepare(
    `insert into completions (account_id, lesson_id, revision, edition_id, text_digest, locale, completed_at) values (?, ?, 1, ?, ?, 'en', ?)`,
  );
  const update = client.prepare(
    'update enrolments set last_lesson_id = ?, last_activity_at = ? where account_id = ? and course_id = ?',
  );
  const entry = client.prepare(
    `insert into entries (at, actor_id, action, entity, entity_id, detail) values (?, ?, 'lesson.completed', 'lesson', ?, ?)`,
  );
  const write = client.transaction((account: number, lesson: number, text: string, at: number) => {
    insert.run(account, lesson, edition.id, text, at);
    update.run(lesson, at, account, edition.courseId);
    entry.run(
      at,
      account,
      String(lesson),
      `{"course":${edition.courseId},"edition":${edition.id},"revision":1,"text":"${text}","locale":"en"}`,
    );
  });
  return (actor) => {
    for (const { lesson, text } of readings) write.immediate(actor.id, lesson.id, text, Date.now());
    return readings.length;
  };
}
