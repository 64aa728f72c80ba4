import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import { outbox } from '~db/schema';
import type { MailValues, Template } from './templates/letter';

export type { MailValues } from './templates/letter';

/**
 * Queues one mail; call it inside the transaction of the change it tells of. `path` values are paths of this site: the address in
 * front is added when the mail is written out. The mail job sends it; failing to send never fails the command.
 */
export function queueMail<T extends Template>(
  tx: Queryable,
  mail: { recipient: string; locale: Locale; template: T; values: MailValues[T]; at: number },
): void {
  const { recipient, locale, template, values, at } = mail;
  tx.insert(outbox).values({ recipient, locale, template, values, createdAt: at, dueAt: at }).run();
}
