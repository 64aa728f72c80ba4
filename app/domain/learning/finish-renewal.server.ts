import { eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import { readRecord, replaceRecord } from '~/domain/records/index.server';
import type { Db } from '~db/open.server';
import { enrolments } from '~db/schema';
import { gatherEvidence } from './gather-evidence.server';
import type { Completed } from './rules';

/**
 * Ends a renewal, inside the immediate transaction in which nothing is left to be done again: a new record takes the place of the one
 * that expires. Returns the id of the record that stands afterwards: the former one where that was revoked or replaced meanwhile.
 */
export function finishRenewal(
  db: Db,
  actor: AccountActor,
  input: {
    enrolment: { id: number; recordId: string | null };
    edition: Edition;
    completions: readonly Completed[];
    at: number;
  },
): string | null {
  const { enrolment, edition, completions, at } = input;
  db.update(enrolments).set({ renewalAt: null }).where(eq(enrolments.id, enrolment.id)).run();
  const row = enrolment.recordId === null ? undefined : readRecord(db, enrolment.recordId);
  if (!row || row.replacedBy !== null || row.revokedAt !== null) return enrolment.recordId;
  const evidence = gatherEvidence(db, { accountId: actor.id, edition, completions, locale: row.locale });
  return replaceRecord(db, actor, row, {
    for: 'renewal',
    name: actor.name,
    edition,
    locale: row.locale,
    evidence,
    completedAt: Math.max(row.completedAt, ...evidence.lessons.map(({ completedAt }) => completedAt)),
    at,
  });
}
