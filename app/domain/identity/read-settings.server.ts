import { eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts, type Localised, parks } from '~db/schema';
import type { Actor } from '../actor';
import { forbidden } from '../error';
import { listSessions } from './end-sessions.server';
import { listUnits, type UnitLine } from './list-parks.server';
import { demandAccount } from './permissions';

export type Settings = {
  email: string;
  name: string;
  locale: Locale;
  timeZone: string;
  unitId: number | null;
  park: Localised;
  units: UnitLine[];
  /** When consent to be shown to the other park was given; null: not given. */
  sharedAt: number | null;
  sessions: { idHash: string; userAgent: string; createdAt: number; current: boolean }[];
};

/** Everything `/my/settings` shows of the actor. `sessionIdHash`: the session asking. Throws `forbidden` when signed out. */
export function readSettings(
  db: Db,
  actor: Actor,
  input: { sessionIdHash: string | null; at: number },
): Settings {
  const { id, parkId } = demandAccount(actor);
  const found = db
    .select({ account: accounts, park: parks.names })
    .from(accounts)
    .innerJoin(parks, eq(parks.id, accounts.parkId))
    .where(eq(accounts.id, id))
    .get();
  if (!found) throw forbidden();
  const { email, name, locale, timeZone, unitId, sharedAt } = found.account;
  const sessions = listSessions(db, actor, input).map(({ idHash, userAgent, createdAt }) => ({
    idHash,
    userAgent,
    createdAt,
    current: idHash === input.sessionIdHash,
  }));
  return {
    email,
    name,
    locale,
    timeZone,
    unitId,
    sharedAt,
    park: found.park,
    units: listUnits(db, { parkId }),
    sessions,
  };
}
