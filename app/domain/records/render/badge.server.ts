// A record as a picture: the course's badge, square, in its theme's accent, with the signed credential baked in.
import { Resvg } from '@resvg/resvg-js';
import { arch, beijing, evenHangers, kualaLumpur, oddHangers, water } from '~/drawings/bridge';
import { mark } from '~/drawings/mark';
import { sheetWords } from '~/i18n/sheets.server';
import { languageOfName } from '../rules';
import { bakePng, bakeSvg } from './bake';
import { titleOf } from './certificate-pdf.server';
import { accents, inks } from './colours';
import { type Faces, openFaces } from './faces.server';
import type { CertificateFacts } from './facts';
import { outline } from './outline.server';
import { escapeXml } from './paper.server';
import { stretch } from './stretch';
import { type Line, type Style, setLine, setText } from './typeset.server';

const side = 1024;
const middle = side / 2;
/** Where the deck of the bridge lies: sky above, what the badge is for below. */
const deck = 560;

/** The badge with the credential in it. The same facts and text give the same bytes. */
export async function renderSvg(facts: CertificateFacts, json: string): Promise<string> {
  return bakeSvg(await drawBadge(facts), json);
}

/** The same picture, `1024` pixels square, as PNG. All letters are outlines: it needs no typefaces. */
export async function renderPng(facts: CertificateFacts, json: Uint8Array): Promise<Uint8Array> {
  const picture = new Resvg(await drawBadge(facts), { font: { loadSystemFonts: false } });
  return bakePng(picture.render().asPng(), json);
}

async function drawBadge(facts: CertificateFacts): Promise<string> {
  const faces = await openFaces();
  const { course, issuer, locale, language } = facts;
  const words = sheetWords[locale];
  const { accent, soft } = accents[course.theme];
  const title = titleOf(facts);
  const titleLocale = course.titles[locale] ? locale : language;
  const label = escapeXml(words.badgeOf({ course: title, issuer }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-labelledby="t" xml:lang="${locale}" lang="${locale}">
<title id="t">${label}</title>
<defs><clipPath id="c"><rect width="${side}" height="${side}" rx="104"/></clipPath></defs>
<g clip-path="url(#c)">
<rect width="${side}" height="${deck}" fill="${accent}"/>
<rect y="${deck}" width="${side}" height="${side - deck}" fill="${inks.paper}"/>
${scene(accent)}
${head(faces, issuer, locale)}
${foot(faces, { title, titleLocale, label: words.badge, locale, accent, soft })}
</g>
<g clip-path="url(#c)" fill="none" stroke-width="4">
<path d="M22 ${deck - 10}V106A84 84 0 0 1 106 22H${side - 106}A84 84 0 0 1 ${side - 22} 106V${deck - 10}" stroke="${soft}" opacity="0.8"/>
<path d="M22 ${deck}V${side - 106}A84 84 0 0 0 106 ${side - 22}H${side - 106}A84 84 0 0 0 ${side - 22} ${side - 106}V${deck}" stroke="${accent}" opacity="0.3"/>
</g>
</svg>
`;
}

/** The two shores, the span, the water. */
function scene(accent: string): string {
  const span = { x: 210, width: 604, top: 254 };
  const field = { x: span.x, y: span.top, across: span.width / 1000, down: (deck - span.top) / 100 };
  const shore = 0.92;
  const line = (d: string, width: number, opacity = 1) =>
    `<path d="${d}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
  const city = (d: string, x: number) =>
    `<path d="${d}" transform="translate(${x} ${deck - 150 * shore}) scale(${shore})" fill="${accent}" stroke="#fff" stroke-opacity="0.72" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/>`;
  const under = { x: span.x, y: deck + 4, across: span.width / 1000, down: 0.62 };
  return [
    `<circle cx="690" cy="352" r="74" fill="#fff" opacity="0.16"/>`,
    line(stretch(evenHangers, field), 3.6, 0.85),
    line(stretch(oddHangers, field), 3.6, 0.85),
    line(stretch(arch, field), 13),
    city(kualaLumpur, 46),
    city(beijing, side - 46 - 180 * shore),
    `<rect y="${deck - 7}" width="${side}" height="14" fill="${accent}"/>`,
    `<path d="M0 ${deck - 7}H${side}" stroke="#fff" stroke-width="5"/>`,
    `<path d="${stretch(water, under)}" fill="none" stroke="${accent}" stroke-width="4" stroke-linecap="round" opacity="0.3"/>`,
  ].join('\n');
}

/** The sign and the issuer's name, in white on the sky. */
function head(faces: Faces, issuer: string, locale: CertificateFacts['locale']): string {
  const style = (size: number): Style => ({ weight: 'strong', size, locale: languageOfName(issuer, locale) });
  const natural = setLine(faces, issuer, style(58));
  const size = Math.min(58, (58 * 640) / natural.width);
  const name = setLine(faces, issuer, style(size));
  const sign = { height: 72, width: (72 * 32) / 26 };
  const left = middle - (sign.width + 26 + name.width) / 2;
  const strokes = mark.map(({ d, width }) => `<path d="${d}" stroke-width="${width}"/>`).join('');
  return `<g transform="translate(${left.toFixed(2)} 112) scale(${(sign.height / 26).toFixed(4)})" fill="none" stroke="#fff" stroke-linecap="round">${strokes}</g>
${letters(name, style(size), left + sign.width + 26, 172, '#fff')}`;
}

/** What it is for: the course's title, in the largest size in which it fits. */
function foot(
  faces: Faces,
  what: {
    title: string;
    titleLocale: CertificateFacts['locale'];
    label: string;
    locale: CertificateFacts['locale'];
    accent: string;
    soft: string;
  },
): string {
  const { title, titleLocale, label, locale, accent } = what;
  const chinese = locale === 'zh-Hans';
  const small: Style = { weight: 'strong', size: 30, locale, spacing: chinese ? 0.4 : 0.14 };
  const eyebrow = setLine(faces, chinese ? label : label.toLocaleUpperCase(locale), small);
  const room = { width: 820, height: 240 };
  let set: { lines: Line[]; style: Style; leading: number } | undefined;
  for (const size of [72, 66, 60, 54, 48, 42, 36, 32, 28]) {
    const style: Style = { weight: 'strong', size, locale: titleLocale };
    const lines = setText(faces, title, style, { width: room.width, balance: true });
    const leading = size * (titleLocale === 'zh-Hans' ? 1.36 : 1.18);
    set = { lines, style, leading };
    if (lines.length * leading <= room.height) break;
  }
  if (!set) return '';
  const { lines, style, leading } = set;
  const [top, bottom] = [726, 960];
  const first = (top + bottom) / 2 - ((lines.length - 1) * leading) / 2 + style.size * 0.33;
  return [
    letters(eyebrow, small, middle - eyebrow.width / 2, 690, accent),
    ...lines.map((line, index) =>
      letters(line, style, middle - line.width / 2, first + index * leading, inks.ink),
    ),
  ].join('\n');
}

/** A line as outlines, and its tiles (see `Run`) as frames with their numbers, which a title hardly ever has. */
const letters = (line: Line, style: Style, x: number, y: number, fill: string): string =>
  `<path d="${outline(line, style, x, y)}" fill="${fill}"/>` +
  line.runs
    .map((run) =>
      'tile' in run
        ? `<rect x="${(x + run.x + style.size * 0.06).toFixed(2)}" y="${(y - style.size * 0.84).toFixed(2)}" width="${style.size}" height="${style.size}" rx="${style.size * 0.1}" fill="none" stroke="${fill}" stroke-width="${style.size / 28}"/>`
        : '',
    )
    .join('');
