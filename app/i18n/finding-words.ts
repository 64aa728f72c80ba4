// A finding of a verification in the reader's words, on a page or in a terminal.
import type { Finding } from '~/domain/records/verify/schema';
import type { Format } from './format';
import type { Messages } from './messages';

export function sentenceOf(
  { code, about = '', at }: Finding,
  words: Messages['verify'],
  format: Pick<Format, 'date' | 'dateTime'>,
): { title: string; detail: string } {
  const { title, detail } = words.findings[code];
  const [date, time] = at === undefined ? ['', ''] : [format.date(at), format.dateTime(at)];
  return { title, detail: detail({ about, date, time }) };
}
