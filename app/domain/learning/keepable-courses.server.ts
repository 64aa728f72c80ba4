// What a device needs to know to keep courses and to notice that what it has kept is out of date.
import { createHash } from 'node:crypto';
import type { AccountActor } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { myCourses } from './my-courses.server';

export type KeepableCourse = {
  edition: Edition;
  /** Another one whenever the learner's pages of the course show something else: another edition, progress, notes. */
  standing: string;
};

/** The account as its devices know it: tells two people on one device apart, and says nothing about either. */
export const deviceOwner = ({ id }: { id: number }): string => short(`device of ${id}`);

/** The actor's own courses as a device may keep them. */
export function keepableCourses(db: Db, actor: AccountActor): KeepableCourse[] {
  const { written } = statements(db);
  return db.transaction(() => {
    const notes = new Map(written.all({ account: actor.id }).map((each) => [each.courseId, each.mark]));
    return myCourses(db, actor).map(({ edition, state, record }) => ({
      edition,
      standing: short(JSON.stringify([edition.digest, state, record, notes.get(edition.courseId) ?? null])),
    }));
  });
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();
function statements(db: Db): ReturnType<typeof prepare> {
  let found = prepared.get(db);
  if (!found) {
    found = prepare(db);
    prepared.set(db, found);
  }
  return found;
}
const prepare = ({ $client: client }: Db) => ({
  /** Per course a mark that changes whenever a note or answer in it is written or removed. */
  written: client.prepare<[{ account: number }], { courseId: number; mark: string }>(
    `select l.course_id as courseId, count(*) || '.' || sum(w.version) || '.' || max(w.updated_at) as mark from (
       select lesson_id, version, updated_at from annotations where account_id = @account
       union all select lesson_id, version, updated_at from reflections where account_id = @account
     ) w join lessons l on l.id = w.lesson_id group by l.course_id`,
  ),
});
