import { eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db, Queryable } from '~db/open.server';
import { accounts, parkDomains } from '~db/schema';
import { anonymous } from '../actor';
import { writeEntry } from '../audit/index.server';
import { queueMail } from '../notices/index.server';
import { domainUnknown } from './errors';
import { countAttempt, networkOf } from './limit-attempts.server';
import { addLink } from './mail-link.server';
import { domainOf } from './rules';

/** The park whose mail domain the address has; undefined when none. */
export function parkOf(db: Queryable, email: string): number | undefined {
  return db
    .select()
    .from(parkDomains)
    .where(eq(parkDomains.domain, domainOf(email)))
    .get()?.parkId;
}

/**
 * Mails a link, good for 24 hours, by which the holder of a park's own address can sign up. An address that has an account is told
 * so by mail; the answer here is the same. `address`: the caller's network address.
 * Throws `domain-unknown` (which domains are parks' is public) and `too-many-attempts`.
 */
export async function requestSignUp(
  db: Db,
  input: { email: string; locale: Locale; address: string; at: number },
): Promise<void> {
  const { email, locale, at } = input;
  const parkId = parkOf(db, email);
  if (parkId === undefined) throw domainUnknown();
  await countAttempt(db, 'mail-address', networkOf(input.address));
  await countAttempt(db, 'mail-recipient', email);
  db.transaction(
    (tx) => {
      const account = tx.select().from(accounts).where(eq(accounts.email, email)).get();
      if (!account) {
        const path = `/sign-up/${addLink(tx, { purpose: 'sign-up', email, accountId: null, at })}`;
        queueMail(tx, { recipient: email, locale, template: 'confirm-sign-up', values: { path }, at });
      } else if (account.disabledAt === null) {
        queueMail(tx, {
          recipient: email,
          locale: account.locale,
          template: 'already-registered',
          values: {},
          at,
        });
      }
      writeEntry(tx, anonymous, { action: 'sign-up.requested', entity: 'park', entityId: parkId, at });
    },
    { behavior: 'immediate' },
  );
}
