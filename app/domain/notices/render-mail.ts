// A letter as the parts of a mail: plain text, and the same words in simple HTML.
import type { Locale } from '~/i18n/locales';
import { en } from './templates/en';
import type { Letter, Letters, Template } from './templates/letter';
import { ms } from './templates/ms';
import { zhHans } from './templates/zh-Hans';

const letters: Record<Locale, Letters> = { en, ms, 'zh-Hans': zhHans };

export type Rendered = { subject: string; text: string; html: string };

/** Writes one mail. `origin`: the address in front of the letter's paths, without a slash at the end. */
export function renderMail(
  mail: { template: Template; locale: Locale; values: Record<string, string> },
  origin: string,
): Rendered {
  // The outbox keeps values as JSON; queueMail let in only those of this template.
  const write = letters[mail.locale][mail.template] as (values: Record<string, string>) => Letter;
  const letter = write(mail.values);
  return { subject: letter.subject, text: textOf(letter, origin), html: htmlOf(letter, mail.locale, origin) };
}

function textOf(letter: Letter, origin: string): string {
  const action = letter.action ? [`${letter.action.label}:\n${origin}${letter.action.path}`] : [];
  return `${[...letter.before, ...action, ...letter.after, `-- \nParkbridge · ${origin}`].join('\n\n')}\n`;
}

function htmlOf(letter: Letter, locale: Locale, origin: string): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
  const address = letter.action ? escaped(`${origin}${letter.action.path}`) : '';
  const action = letter.action
    ? `<p style="margin:24px 0"><a href="${address}" style="background:#1d5c4d;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${escaped(letter.action.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#5a5a55;word-break:break-all">${address}</p>`
    : '';
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head><body style="margin:0;background:#f7f5f0"><div style="max-width:560px;margin:0 auto;padding:32px 24px;font:16px/1.6 Georgia,'Songti SC',serif;color:#23211c"><h1 style="font-size:22px;line-height:1.3;font-weight:600;margin:0 0 20px">${escaped(letter.subject)}</h1>${letter.before.map(paragraph).join('')}${action}${letter.after.map(paragraph).join('')}<p style="margin:32px 0 0;border-top:1px solid #ddd8cc;padding-top:16px;font-size:13px;color:#5a5a55">Parkbridge · <a href="${escaped(origin)}" style="color:#5a5a55">${escaped(origin)}</a></p></div></body></html>\n`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
