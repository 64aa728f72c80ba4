// What a letter is made of, and the values each template is given. `path`: a path of this site.

/** `course`: its title in the letter's language. `path`: of the record. */
type AboutRecord = { path: string; course: string; name: string };

export type MailValues = {
  /** `park`: its name in the letter's language. */
  invitation: { path: string; park: string };
  'confirm-sign-up': { path: string };
  'already-registered': Record<string, never>;
  'reset-password': { path: string };
  'password-changed': Record<string, never>;
  'record-issued': AboutRecord;
  'record-corrected': AboutRecord;
  'record-renewed': AboutRecord;
  'record-revoked': AboutRecord;
  'record-reinstated': AboutRecord;
  /** `date`: when it expires, as the letter's language writes it. `path`: where it is renewed. */
  'record-expiring': AboutRecord & { date: string };
};
export type Template = keyof MailValues;

export type Letter = {
  subject: string;
  before: string[];
  action?: { label: string; path: string };
  after: string[];
};
export type Letters = { [T in Template]: (values: MailValues[T]) => Letter };
