// Completions that are owed a record: nothing required is left, and there is none.
import { eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { type Edition, editionById, lessonsOf, listCurrentEditions } from '~/domain/courses/index.server';
import { demand, may } from '~/domain/identity/permissions';
import { issueRecord } from '~/domain/records/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { enrolments } from '~db/schema';
import { gatherEvidence } from './gather-evidence.server';
import type { Owed } from './schema';
import { statements } from './statements.server';

/** At most so many are listed, and issued, at a time. */
export const owedAtOnce = 100;

type OwedRow = { enrolmentId: number; accountId: number; name: string; completedAt: number | null };

/**
 * Who has completed all that their course asks for today and has no record of it: of the actor's park, and of others who agreed to be
 * named where the actor may look there. At most `owedAtOnce`; `more` says that there are more. Throws `forbidden`.
 */
export function listOwed(
  db: Db,
  actor: Actor,
  { locale }: { locale: Locale },
): { owed: Owed[]; more: boolean } {
  demand(actor, 'issue:record:own-park');
  const found = listCurrentEditions(db).flatMap((edition) =>
    findOwed(db, actor, edition, owedAtOnce + 1).map(({ enrolmentId, name }) => ({
      enrolmentId,
      name,
      course: edition.slug,
      courseTitle: edition.titles[locale],
    })),
  );
  return { owed: found.slice(0, owedAtOnce), more: found.length > owedAtOnce };
}

/**
 * Issues the records that `listOwed` lists, dated `at` (epoch milliseconds) and not earlier: when the course was completed stands beside
 * it. Returns their ids: await `signRecord` for each. Throws `forbidden`.
 */
export function issueOwed(db: Db, actor: Actor, { at }: { at: number }): string[] {
  demand(actor, 'issue:record:own-park');
  // Read before the transaction, where editions are kept for the next time.
  const editions = listCurrentEditions(db);
  return db.transaction(
    () => {
      const issued: string[] = [];
      for (const edition of editions) {
        for (const row of findOwed(db, actor, edition, owedAtOnce - issued.length)) {
          issued.push(issueOne(db, actor, edition, row, at));
        }
      }
      return issued;
    },
    { behavior: 'immediate' },
  );
}

function issueOne(db: Db, actor: Actor, edition: Edition, row: OwedRow, at: number): string {
  const { accountId, enrolmentId, name } = row;
  const completions = statements(db).completions.all({ account: accountId, course: edition.courseId });
  const last = [...completions].sort((a, b) => b.completedAt - a.completedAt)[0];
  const locale = last?.locale ?? edition.languages[0] ?? 'en';
  const completedAt = row.completedAt ?? last?.completedAt ?? at;
  if (row.completedAt === null) {
    db.update(enrolments).set({ completedAt }).where(eq(enrolments.id, enrolmentId)).run();
    const detail = { course: edition.courseId, edition: edition.id };
    writeEntry(db, actor, {
      action: 'enrolment.completed',
      entity: 'enrolment',
      entityId: enrolmentId,
      detail,
      at,
    });
  }
  const evidence = gatherEvidence(db, { accountId, edition, completions, locale });
  return issueRecord(db, {
    account: { id: accountId, name },
    course: { id: edition.courseId },
    edition: editionById(db, edition.id),
    locale,
    evidence,
    completedAt,
    at,
    by: actor,
  });
}

function findOwed(db: Db, actor: Actor, edition: Edition, limit: number): OwedRow[] {
  if (limit <= 0 || !lessonsOf(edition).some(({ required }) => required)) return [];
  const all = actor.kind === 'system' ? 1 : 0;
  const others = may(actor, 'issue:record:any-park') ? 1 : 0;
  const park = actor.kind === 'account' ? actor.parkId : -1;
  return statements(db).owed.all({ course: edition.courseId, edition: edition.id, all, others, park, limit });
}
