// A finding in the reader's words.
import type { Finding } from '~/domain/records/verify/schema';
import type { Format } from '~/i18n/format';
import type { Messages } from '~/i18n/messages';

export function sentenceOf(
  { code, about = '', at }: Finding,
  words: Messages['verify'],
  format: Pick<Format, 'date' | 'dateTime'>,
): { title: string; detail: string } {
  const { title, detail } = words.findings[code];
  const [date, time] = at === undefined ? ['', ''] : [format.date(at), format.dateTime(at)];
  return { title, detail: detail({ about, date, time }) };
}
