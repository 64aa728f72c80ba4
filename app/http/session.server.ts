// Signed-in sessions: lucia 3 behind this one file, on an adapter that stores only the SHA-256 of a session's id.
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { AccountActor } from '~/domain/actor';
import {
  beginSession,
  dropExpiredSessions,
  dropSession,
  dropSessionsOf,
  findSession,
  prolongSession,
  sha256,
} from '~/domain/identity/index.server';
import type { Db } from '~db/open.server';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof makeLucia>;
    UserId: number;
    DatabaseUserAttributes: { actor: AccountActor };
    DatabaseSessionAttributes: { userAgent: string };
  }
}

export type Sessions = {
  /**
   * Who the `Cookie` header says is asking, and the `Set-Cookie` value to send when the session was prolonged; null when nobody.
   * A session is deleted on the way when it is over or its account is disabled.
   */
  read(
    cookieHeader: string | null,
    at: number,
  ): Promise<{ actor: AccountActor; sessionIdHash: string; setCookie?: string } | null>;
  /** Begins a session of an account and returns its `Set-Cookie` value. Throws `forbidden` for a disabled account. */
  begin(accountId: number, userAgent: string | null, at: number): Promise<string>;
  /** The `Set-Cookie` value that makes the browser forget its session. */
  endCookie(): string;
};

/** Sessions of 30 days, prolonged when half of them are over. `secure`: whether people come by https. */
export function makeSessions(db: Db, options: { secure: boolean }): Sessions {
  const { secure } = options;
  return {
    async read(cookieHeader, at) {
      const id = idIn(cookieHeader);
      if (id === null) return null;
      const lucia = makeLucia(db, secure, at);
      const { session, user } = await lucia.validateSession(id);
      if (!session) return null;
      const read = { actor: user.actor, sessionIdHash: sha256(id) };
      return session.fresh ? { ...read, setCookie: lucia.createSessionCookie(id).serialize() } : read;
    },
    async begin(accountId, userAgent, at) {
      const lucia = makeLucia(db, secure, at);
      const session = await lucia.createSession(accountId, { userAgent: userAgent ?? '' });
      return lucia.createSessionCookie(session.id).serialize();
    },
    endCookie: () => makeLucia(db, secure, 0).createBlankSessionCookie().serialize(),
  };
}

/**
 * The session's id in a `Cookie` header. Lucia's own reading throws on any cookie that is not percent-encoded UTF-8, and a browser
 * may hold such a cookie of a neighbouring host; ids are lower-case base 32, which needs no decoding.
 */
const idIn = (cookieHeader: string | null): string | null =>
  /(?:^|;\s*)session=([a-z2-7]{20,80})(?:;|$)/.exec(cookieHeader ?? '')?.[1] ?? null;

// One per request, which costs a few small objects: lucia's clock is the process's, ours is the request's `at`.
const makeLucia = (db: Db, secure: boolean, at: number) =>
  new Lucia(adapterOf(db, at), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    // Lucia adds HttpOnly, SameSite=Lax and Path=/ itself.
    sessionCookie: { name: 'session', attributes: { secure } },
    getUserAttributes: ({ actor }: { actor: AccountActor }) => ({ actor }),
  });

function adapterOf(db: Db, at: number): Adapter {
  const ahead = Date.now() - at;
  const ours = (expiresAt: Date) => expiresAt.getTime() - ahead;
  const lucias = (expiresAt: number) => new Date(expiresAt + ahead);
  return {
    async getSessionAndUser(id) {
      const found = findSession(db, sha256(id));
      if (!found) return [null, null];
      const { accountId, expiresAt, actor } = found;
      const session = { id, userId: accountId, expiresAt: lucias(expiresAt), attributes: { userAgent: '' } };
      // A session without a user is deleted by lucia: so disabled accounts lose theirs.
      return [session, actor && { id: accountId, attributes: { actor } }];
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { userAgent } = attributes;
      beginSession(db, { idHash: sha256(id), accountId: userId, userAgent, expiresAt: ours(expiresAt), at });
    },
    async updateSessionExpiration(id, expiresAt) {
      prolongSession(db, sha256(id), ours(expiresAt));
    },
    async deleteSession(id) {
      dropSession(db, sha256(id));
    },
    async deleteUserSessions(accountId) {
      dropSessionsOf(db, accountId);
    },
    async deleteExpiredSessions() {
      dropExpiredSessions(db, at);
    },
    async getUserSessions() {
      throw new Error('the domain lists sessions: their hashes do not give the ids back');
    },
  };
}
