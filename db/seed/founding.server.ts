// How the programme began: two parks, their units, and one account for each role and park, each made by the command that makes such
// a thing, so that the audit log has it all.
import { hash } from '@node-rs/argon2';
import type { AccountActor, Role } from '~/domain/actor';
import {
  changeProfile,
  createFirstInvitation,
  createInvitation,
  createPark,
  createUnit,
  findActor,
  joinByInvitation,
  joinFirst,
} from '~/domain/identity/index.server';
import { dueMail, markSent } from '~/domain/notices/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '../open.server';
import { minute, second } from './calendar';
import { type DemoPark, demoParks, demoPassword, type NamedAccount } from './parks';

/** One hash for everybody, always the same: the password is printed at every start. */
export const hashDemoPassword = (): Promise<string> =>
  hash(demoPassword, {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    salt: Buffer.from('parkbridge demo.'),
  });

export type FoundedPark = { park: DemoPark; id: number; units: Map<string, number> };
export type Founded = {
  parks: FoundedPark[];
  /** Account ids by address. */
  accounts: Map<string, number>;
  passwordHash: string;
};

/** Founds the programme from `at` on (epoch milliseconds); it takes less than two hours. For a database without any park. */
export async function foundProgramme(db: Db, { at }: { at: number }): Promise<Founded> {
  const passwordHash = await hashDemoPassword();
  let now = at;
  const later = () => {
    now += 4 * minute;
    return now;
  };
  const accounts = new Map<string, number>();
  const host = demoParks[0] as DemoPark;
  const founder = accountOf(host, 'programme-administrator');

  const token = createFirstInvitation(db, { at: now });
  if (token === null) throw new Error('the programme has been founded already');
  const { accountId } = joinFirst(db, {
    ...{ token, passwordHash, shared: false, at: later() },
    ...{ name: founder.name, email: founder.email, locale: founder.locale, timeZone: host.timeZone },
    ...{ slug: host.slug, names: host.names, domains: [host.domain] },
  });
  accounts.set(founder.email, accountId);
  const programme = actorOf(db, accountId);

  const parks = demoParks.map((park): FoundedPark => {
    const id =
      park === host
        ? programme.parkId
        : createPark(db, programme, {
            ...{ slug: park.slug, names: park.names, domains: [park.domain], at: later() },
          }).parkId;
    const units = park.units.map(({ slug, names }): [string, number] => [
      slug,
      createUnit(db, programme, { parkId: id, slug, names, at: later() }).unitId,
    ]);
    return { park, id, units: new Map(units) };
  });
  const ownUnit = parks[0]?.units.get(founder.unit);
  changeProfile(db, programme, {
    ...{ name: founder.name, locale: founder.locale, timeZone: host.timeZone, at: later() },
    ...(ownUnit === undefined ? {} : { unitId: ownUnit }),
  });

  for (const founded of parks) {
    for (const account of founded.park.accounts) {
      if (account === founder) continue;
      const invited = inviteTo(db, programme, founded, {
        ...account,
        roles: account.role === 'learner' ? [] : [account.role],
        at: later(),
      });
      const joined = joinByInvitation(db, {
        ...{ token: invited.token, passwordHash, shared: false, at: later() },
        ...{ name: account.name, locale: account.locale, timeZone: founded.park.timeZone },
      });
      accounts.set(account.email, joined.accountId);
    }
  }
  deliverMail(db, now + minute);
  return { parks, accounts, passwordHash };
}

/** Invites an address into a unit of a park. */
export const inviteTo = (
  db: Db,
  by: AccountActor,
  { id, units }: FoundedPark,
  {
    email,
    roles,
    unit,
    locale,
    at,
  }: { email: string; roles: Role[]; unit: string; locale: Locale; at: number },
): { invitationId: number; token: string } => {
  const unitId = units.get(unit);
  return createInvitation(db, by, {
    ...{ email, parkId: id, roles, locale, at },
    ...(unitId === undefined ? {} : { unitId }),
  });
};

/**
 * All mail until `at` is over with, each a few seconds after it was written: it belongs to the story, and nobody at a `.example`
 * address waits for it.
 */
export function deliverMail(db: Db, at: number): void {
  for (const mail of dueMail(db, { at, limit: 1_000_000 }))
    markSent(db, { id: mail.id, at: Math.min(at, mail.createdAt + (4 + (mail.id % 40)) * second) });
}

export function actorOf(db: Db, accountId: number): AccountActor {
  const actor = findActor(db, accountId);
  if (!actor) throw new Error(`account ${accountId} cannot act`);
  return actor;
}

const accountOf = (park: DemoPark, role: NamedAccount['role']): NamedAccount => {
  const found = park.accounts.find((account) => account.role === role);
  if (!found) throw new Error(`${park.slug} has no ${role}`);
  return found;
};
