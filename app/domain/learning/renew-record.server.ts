import { eq } from 'drizzle-orm';
import type { AccountActor, Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { type Edition, editionById, lessonsOf, pickText } from '~/domain/courses/index.server';
import { forbidden } from '~/domain/error';
import { demandAccount } from '~/domain/identity/permissions';
import { notRenewable } from '~/domain/records/errors';
import { listRecords, readRecord } from '~/domain/records/index.server';
import { renewable } from '~/domain/records/rules';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { courses, enrolments } from '~db/schema';
import { finishRenewal } from './finish-renewal.server';
import { type Completed, isComplete, progressOf } from './rules';
import type { Renewal } from './schema';
import { statements } from './statements.server';

/** The actor's records that expire soon or have expired, with what renewing them asks for; lessons named in `locale` where possible. */
export function listRenewals(
  db: Db,
  actor: AccountActor,
  { locale, at }: { locale: Locale; at: number },
): Renewal[] {
  return listRecords(db, actor, at).flatMap((record) => {
    const { state, replacedBy } = record.standing;
    if (replacedBy !== null || state === 'revoked' || !renewable(record.validUntil, at)) return [];
    const edition = newest(db, record.courseId);
    if (!edition) return [];
    const key = { account: actor.id, course: record.courseId };
    const lessons = leftToRenew(edition, statements(db).completions.all(key)).map((lesson) => {
      const text = pickText(lesson, edition, locale);
      return { slug: lesson.slug, title: text.text.title, lang: text.locale };
    });
    return [{ recordId: record.id, course: edition.slug, lessons }];
  });
}

/**
 * Renews the own record: at once where nothing changed in substance, and then returns the new record's id, to be signed; otherwise the
 * lessons that did are asked again, completing the last of them renews it, and null is returned. From 60 days before it expires.
 * `at`: epoch milliseconds. Throws `forbidden`, `record-not-renewable`.
 */
export function renewRecord(db: Db, actor: Actor, { id, at }: { id: string; at: number }): string | null {
  const account = demandAccount(actor);
  return db.transaction(
    () => {
      const row = readRecord(db, id);
      if (row?.accountId !== account.id) throw forbidden();
      const stands = row.replacedBy === null && row.revokedAt === null;
      const edition = newest(db, row.courseId);
      if (!stands || !renewable(row.validUntil, at) || !edition) throw notRenewable();
      const key = { account: account.id, course: row.courseId };
      const enrolment = statements(db).enrolment.get(key);
      if (!enrolment) throw notRenewable();
      const completions = statements(db).completions.all(key);
      if (leftToRenew(edition, completions).length === 0) {
        return finishRenewal(db, account, { enrolment, edition, completions, at });
      }
      if (enrolment.renewalAt !== null) return null;
      db.update(enrolments).set({ renewalAt: at }).where(eq(enrolments.id, enrolment.id)).run();
      writeEntry(db, account, { action: 'renewal.begun', entity: 'record', entityId: id, at });
      return null;
    },
    { behavior: 'immediate' },
  );
}

/** Required lessons that count as complete no more once nothing is taken as settled. */
function leftToRenew(edition: Edition, completions: readonly Completed[]) {
  const { states } = progressOf(lessonsOf(edition), completions, false);
  return lessonsOf(edition).filter((lesson) => lesson.required && !isComplete(states.get(lesson.id)?.state));
}

function newest(db: Db, courseId: number): Edition | null {
  const course = db
    .select({ editionId: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.id, courseId))
    .get();
  return course?.editionId == null ? null : editionById(db, course.editionId);
}
