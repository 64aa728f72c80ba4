export { dueMail, type Mail, markFailed, markSent } from './outbox.server';
export { type MailValues, queueMail } from './queue-mail.server';
export { renderMail } from './render-mail';
export { takeLease, yieldLease } from './take-lease.server';
