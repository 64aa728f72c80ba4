// Listing and ending one's own sessions.
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { sessions } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { demandAccount } from './permissions';

export type SessionLine = { idHash: string; userAgent: string; createdAt: number; expiresAt: number };

/** The actor's own sessions that still run, newest first. Throws `forbidden` when signed out. */
export function listSessions(db: Db, actor: Actor, input: { at: number }): SessionLine[] {
  const account = demandAccount(actor);
  return db
    .select({
      idHash: sessions.idHash,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, account.id), gt(sessions.expiresAt, input.at)))
    .orderBy(desc(sessions.createdAt))
    .all();
}

/** Ends one of the actor's own sessions; one that is over already, or somebody else's, is left as it is. Throws `forbidden`. */
export function endSession(db: Db, actor: Actor, input: { idHash: string; at: number }): void {
  const account = demandAccount(actor);
  db.transaction(
    (tx) => {
      const ended = tx
        .delete(sessions)
        .where(and(eq(sessions.idHash, input.idHash), eq(sessions.accountId, account.id)))
        .run();
      if (ended.changes === 0) return;
      writeEntry(tx, actor, {
        action: 'session.ended',
        entity: 'account',
        entityId: account.id,
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}

/** Ends the session one came with; nothing to do when signed out. */
export function signOut(db: Db, actor: Actor, input: { sessionIdHash: string | null; at: number }): void {
  if (actor.kind !== 'account' || input.sessionIdHash === null) return;
  endSession(db, actor, { idHash: input.sessionIdHash, at: input.at });
}

/** Ends all of the actor's sessions, this one too. Throws `forbidden` when signed out. */
export function signOutEverywhere(db: Db, actor: Actor, input: { at: number }): void {
  const account = demandAccount(actor);
  db.transaction(
    (tx) => {
      const ended = tx.delete(sessions).where(eq(sessions.accountId, account.id)).run();
      writeEntry(tx, actor, {
        action: 'sessions.ended',
        entity: 'account',
        entityId: account.id,
        detail: { ended: ended.changes },
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}
