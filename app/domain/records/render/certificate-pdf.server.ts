// A record on paper: one sheet of A4 that says what is signed, shows how to check it, and carries the signed record inside.
import { catalogues } from '~/i18n/catalogues.server';
import { formatFor } from '~/i18n/format';
import { localeNames, locales } from '~/i18n/locales';
import { sheetWords } from '~/i18n/sheets.server';
import { languageOfName } from '../rules';
import { accents, inks } from './colours';
import { type Faces, openFaces } from './faces.server';
import type { CertificateFacts } from './facts';
import { Paper, sheet } from './paper.server';
import { type Style, setLine, setText } from './typeset.server';

const middle = sheet.width / 2;
/** The frame's distance from the edge, and the text's. */
const frame = 26;
const inner = 62;
const measure = sheet.width - 2 * inner;

/** A part of the sheet's upper half: `height` includes the air above it; `draw` is given the top of it. */
type Block = { height: number; draw: (top: number) => void };

/**
 * The record as a PDF file of one page: tagged (ISO 14289-1), in the language of `facts.locale`, with `json`, the signed credential to
 * the byte, attached (`AFRelationship` `Source`). The same facts and bytes give the same file.
 */
export async function renderCertificate(facts: CertificateFacts, json: Uint8Array): Promise<Uint8Array> {
  const faces = await openFaces();
  const { issuer, locale, issuedAt } = facts;
  const words = sheetWords[locale];
  const title = titleOf(facts);
  const paper = new Paper(faces, {
    title: facts.holder === null ? title : `${title} – ${facts.holder}`,
    subject: words.subject({ issuer }),
    author: issuer,
    lang: locale,
    at: issuedAt,
  });
  new Sheet(paper, faces, facts).draw();
  paper.attach({
    name: `${facts.id}.json`,
    bytes: json,
    mediaType: 'application/vc',
    description: 'Open Badges 3.0 credential',
    at: issuedAt,
  });
  return paper.bytes();
}

/** The course's title in the language of the form, or else as it is signed. */
export const titleOf = ({ course, locale }: CertificateFacts): string =>
  course.titles[locale] ?? course.title;

class Sheet {
  readonly #paper: Paper;
  readonly #faces: Faces;
  readonly #facts: CertificateFacts;
  readonly #accent: { accent: string; soft: string };
  /** Chinese fills its squares and wants more air between lines. */
  readonly #air: number;

  constructor(paper: Paper, faces: Faces, facts: CertificateFacts) {
    this.#paper = paper;
    this.#faces = faces;
    this.#facts = facts;
    this.#accent = accents[facts.course.theme];
    this.#air = facts.locale === 'zh-Hans' ? 1.12 : 1;
  }

  draw(): void {
    const { locale, state } = this.#facts;
    const words = sheetWords[locale];
    this.#frame();
    this.#head();
    const head = state.kind === 'valid' ? 112 : this.#stamp(words);
    const foot = this.#foot();
    const facts = this.#factRow(foot);
    const evidence = this.#evidence(facts.top);
    const bridge = { height: 118, bottom: evidence.top - 22 };
    const top = bridge.bottom - bridge.height;
    this.#attest(head, top - 16);
    this.#paper.artifact(() =>
      this.#paper.bridge(
        { x: frame, y: top, width: sheet.width - 2 * frame, height: bridge.height },
        { accent: this.#accent.accent, tint: this.#accent.soft, ground: inks.surface },
      ),
    );
    facts.draw();
    evidence.draw();
    this.#drawFoot(foot);
  }

  #frame(): void {
    const { document } = this.#paper;
    this.#paper.artifact(() => {
      const side = (inset: number) =>
        document.rect(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset);
      document.save().lineWidth(1.1);
      side(frame).stroke(this.#accent.accent);
      document.lineWidth(0.35);
      side(frame + 4).stroke(this.#accent.accent);
      document.restore();
    });
  }

  /** The sign with the issuer's name, and what this is. */
  #head(): void {
    const paper = this.#paper;
    const { issuer, locale } = this.#facts;
    const name: Style = { weight: 'strong', size: 14, locale: languageOfName(issuer, locale) };
    const line = setLine(this.#faces, issuer, name);
    const sign = { height: 20, width: (20 * 32) / 26 };
    const left = middle - (sign.width + 9 + line.width) / 2;
    paper.artifact(() => paper.sign(left, 66, sign.height, this.#accent.accent));
    paper.text(paper.root, 'P', [line], name, {
      x: left + sign.width + 9,
      y: 82,
      leading: 0,
      colour: inks.ink,
    });
  }

  #text(text: string, style: Omit<Style, 'locale'>, options: { width?: number; balance?: boolean } = {}) {
    const { locale } = this.#facts;
    const { width = measure, balance = true } = options;
    return setText(this.#faces, text, { ...style, locale }, { width, balance });
  }

  /** Who has completed what. Set in the largest size in which all of it has room between `top` and `bottom`. */
  #attest(top: number, bottom: number): void {
    const room = bottom - top;
    for (const scale of [1, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48]) {
      const blocks = this.#attestation(scale);
      const height = blocks.reduce((sum, block) => sum + block.height, 0);
      if (height > room && scale > 0.48) continue;
      // A little above the middle looks like the middle.
      let at = top + Math.max(0, room - height) * 0.42;
      for (const block of blocks) {
        block.draw(at);
        at += block.height;
      }
      return;
    }
  }

  #attestation(scale: number): Block[] {
    const paper = this.#paper;
    const { holder, course, language, locale } = this.#facts;
    const words = sheetWords[locale];
    const record = catalogues[locale].records.record;
    const { accent } = this.#accent;
    const blocks: Block[] = [];
    const add = (
      kind: string,
      text: string,
      style: Style,
      place: { gap: number; leading: number; colour: string; width?: number; lang?: string },
    ) => {
      const { gap, leading, colour, width = measure, lang } = place;
      const lines = setText(this.#faces, text, style, { width, balance: true });
      const step = style.size * leading * (style.locale === 'zh-Hans' ? 1.12 : 1);
      blocks.push({
        height: gap + step * lines.length,
        draw: (at) =>
          paper.text(
            paper.root,
            kind,
            lines,
            style,
            {
              x: middle,
              y: at + gap + step * 0.5 + style.size * 0.32,
              leading: step,
              colour,
              align: 'centre',
            },
            lang && lang !== locale ? { lang } : {},
          ),
      });
    };
    const chinese = locale === 'zh-Hans';
    add(
      'P',
      chinese ? record.eyebrow : record.eyebrow.toLocaleUpperCase(locale),
      { weight: 'strong', size: chinese ? 15 : 10.5, locale, spacing: chinese ? 0.5 : 0.2 },
      { gap: 0, leading: 1.4, colour: accent },
    );
    const small: Style = {
      weight: chinese ? 'regular' : 'slanted',
      size: 13.5 * Math.max(scale, 0.8),
      locale,
    };
    add('P', record.certifies, small, { gap: 24 * scale, leading: 1.4, colour: inks.muted });
    const named = holder ?? words.holderHidden;
    const nameLocale = holder === null ? locale : languageOfName(holder, locale);
    const name = this.#fitted(named, nameLocale, 40 * scale);
    add('P', named, name, { gap: 10 * scale, leading: 1.22, colour: inks.ink, lang: nameLocale });
    if (holder === null) {
      const note: Style = { weight: 'regular', size: 9.5, locale };
      add('P', words.holderHiddenNote, note, { gap: 6, leading: 1.45, colour: inks.muted, width: 360 });
    } else if (this.#hasTiles(named, name)) {
      const note: Style = { weight: 'regular', size: 8.5, locale };
      add('P', words.tiles, note, { gap: 4, leading: 1.45, colour: inks.muted, width: 360 });
    }
    add('P', record.completed, small, { gap: 14 * scale, leading: 1.4, colour: inks.muted });
    const title = titleOf(this.#facts);
    const titleLocale = course.titles[locale] ? locale : language;
    const heading: Style = { weight: 'strong', size: 25 * scale, locale: titleLocale };
    add('H1', title, heading, {
      gap: 10 * scale,
      leading: 1.22,
      colour: accent,
      lang: titleLocale,
      width: 400,
    });
    for (const other of locales) {
      const named = other === language ? course.title : course.titles[other];
      if (other === titleLocale || !named || named === title) continue;
      const style: Style = { weight: 'regular', size: 11.5 * Math.max(scale, 0.75), locale: other };
      add('P', named, style, { gap: 5 * scale, leading: 1.35, colour: inks.muted, lang: other, width: 420 });
    }
    return blocks;
  }

  /** A name in its largest size, up to `size`, in which it is one line; a very long one may have two, or three. */
  #fitted(text: string, locale: CertificateFacts['locale'], size: number): Style {
    const style = (at: number): Style => ({ weight: 'strong', size: at, locale });
    const { width } = setLine(this.#faces, text, style(size));
    const one = Math.min(size, (size * (measure - 1)) / width);
    if (one >= size * 0.6) return style(one);
    return style(size * 0.62);
  }

  #hasTiles(text: string, style: Style): boolean {
    return setLine(this.#faces, text, style).runs.some((run) => 'tile' in run);
  }

  /** When, until when, which edition, in which language: four columns, or three. */
  #factRow(bottom: number) {
    const paper = this.#paper;
    const { locale, timeZone, issuedAt, validUntil, edition, language } = this.#facts;
    const words = sheetWords[locale];
    const { records, common } = catalogues[locale];
    const format = formatFor(locale, timeZone);
    const rows = [
      [records.record.issued, format.date(issuedAt)],
      ...(validUntil === null ? [] : [[words.validUntil, format.date(validUntil)]]),
      [records.record.edition, records.record.editionNumber({ number: format.number(edition.number) })],
      [records.record.studiedIn, common.languages?.[language] ?? localeNames[language]],
    ] as const;
    const column = measure / rows.length;
    const term: Style = { weight: 'regular', size: 9, locale };
    const value: Style = { weight: 'strong', size: 11.5, locale };
    const top = bottom - 52;
    const draw = () => {
      const list = paper.tag(paper.root, 'L');
      for (const [index, [label = '', text = '']] of rows.entries()) {
        const item = paper.tag(list, 'LI');
        const x = inner + column * (index + 0.5);
        const place = { x, leading: 14, align: 'centre' } as const;
        const width = column - 8;
        paper.text(item, 'Lbl', setText(this.#faces, label, term, { width }), term, {
          ...place,
          y: top + 12,
          colour: inks.muted,
        });
        paper.text(item, 'LBody', setText(this.#faces, text, value, { width }), value, {
          ...place,
          y: top + 29,
          colour: inks.ink,
        });
        item.end();
      }
      list.end();
    };
    return { top, draw };
  }

  /** What was done for it, as far as there is room: six lines in two columns. */
  #evidence(bottom: number) {
    const paper = this.#paper;
    const { evidence, locale, timeZone } = this.#facts;
    if (evidence.length === 0) return { top: bottom, draw: () => {} };
    const words = sheetWords[locale];
    const most = 6;
    const shown = evidence.length > most ? evidence.slice(0, most - 1) : evidence;
    const rest = evidence.length - shown.length;
    const number = formatFor(locale, timeZone).number(rest);
    const items = rest > 0 ? [...shown, words.evidenceMore({ count: rest, number })] : shown;
    const style: Style = { weight: 'regular', size: 9.5, locale };
    const head: Style = { weight: 'regular', size: 9, locale };
    const columns = items.length > 1 ? 2 : 1;
    const gutter = 24;
    const width = (measure - gutter * (columns - 1)) / columns - 12;
    const leading = 13 * this.#air;
    const set = items.map((text) => setText(this.#faces, text, style, { width }));
    const rows = Math.ceil(items.length / columns);
    const tall = Array.from({ length: rows }, (_, row) =>
      Math.max(...Array.from({ length: columns }, (_, column) => set[row * columns + column]?.length ?? 0)),
    );
    const height = 24 + tall.reduce((sum, lines) => sum + lines * leading + 3, 0) + 8;
    const top = bottom - height;
    const draw = () => {
      const label = setLine(this.#faces, words.evidence, head);
      paper.text(paper.root, 'P', [label], head, {
        x: middle,
        y: top + 12,
        leading: 0,
        colour: inks.muted,
        align: 'centre',
      });
      const list = paper.tag(paper.root, 'L');
      let y = top + 30;
      for (const [row, lines] of tall.entries()) {
        for (let column = 0; column < columns; column++) {
          const text = set[row * columns + column];
          if (!text) continue;
          const widest = columns === 1 ? Math.max(...text.map((line) => line.width)) : width;
          const x = columns === 1 ? middle - widest / 2 : inner + column * (width + 12 + gutter) + 12;
          const item = paper.tag(list, 'LI');
          const mark = paper.tag(item, 'Lbl');
          paper.mark(mark, 'Lbl', () =>
            paper.lines([setLine(this.#faces, '–', style)], style, {
              x: x - 12,
              y,
              leading: 0,
              colour: this.#accent.accent,
            }),
          );
          mark.end();
          paper.text(item, 'LBody', text, style, { x, y, leading, colour: inks.ink });
          item.end();
        }
        y += lines * leading + 3;
      }
      list.end();
    };
    return { top, draw };
  }

  /** Where the foot begins. */
  #foot(): number {
    return sheet.height - frame - 16 - 112;
  }

  /** How to check it, and what it is about to the byte. */
  #drawFoot(top: number): void {
    const paper = this.#paper;
    const { url, edition, locale } = this.#facts;
    const words = sheetWords[locale];
    const record = catalogues[locale].records.record;
    const { document } = paper;
    const side = 92;
    paper.artifact(() =>
      document
        .save()
        .lineWidth(0.5)
        .moveTo(inner, top)
        .lineTo(sheet.width - inner, top)
        .stroke(inks.line)
        .restore(),
    );
    const left = inner - 6;
    const figure = paper.tag(paper.root, 'Figure', {
      alt: words.qr({ url }),
      bbox: [left, top + 12, left + side, top + 12 + side],
      placement: 'Block',
    } as PDFKit.Mixins.StructureElementOptions);
    paper.mark(figure, 'Figure', () => paper.qr(url, left, top + 12, side, inks.ink));
    figure.end();
    const x = left + side + 16;
    const width = sheet.width - inner - x;
    let y = top + 26;
    const section = paper.tag(paper.root, 'Sect');
    const head: Style = { weight: 'strong', size: 10.5, locale };
    paper.text(section, 'P', this.#text(words.check, head, { width, balance: false }), head, {
      x,
      y,
      leading: 14,
      colour: inks.ink,
    });
    y += 16;
    const small: Style = { weight: 'regular', size: 9, locale };
    const leading = 12.2 * this.#air;
    const write = (text: string, style: Style, colour: string) => {
      const lines = setText(this.#faces, text, style, { width });
      paper.text(section, 'P', lines, style, { x, y, leading, colour });
      y += lines.length * leading + 1.5;
    };
    write(words.checkHow, small, inks.muted);
    const address: Style = { weight: 'strong', size: addressSize(this.#faces, url, width), locale: 'en' };
    const paragraph = paper.tag(section, 'P');
    const link = paper.tag(paragraph, 'Link');
    const line = setLine(this.#faces, url, address);
    paper.mark(link, 'Link', () =>
      paper.lines([line], address, { x, y, leading, colour: this.#accent.accent }),
    );
    paper.link(link, [x, y - 9, line.width, 12], url, url);
    link.end();
    paragraph.end();
    y += leading + 1.5;
    write(words.attached, small, inks.muted);
    const tiny: Style = { weight: 'regular', size: 7.2, locale };
    write(`${record.digest}: ${edition.digest}`, tiny, inks.muted);
    section.end();
  }

  /** That it holds no longer, above all else that the sheet says. Returns where the rest may begin. */
  #stamp(words: (typeof sheetWords)['en']): number {
    const paper = this.#paper;
    const { state, locale, timeZone } = this.#facts;
    const { document } = paper;
    const date = (at: number) => formatFor(locale, timeZone).date(at);
    const text =
      state.kind === 'revoked'
        ? words.revoked({ date: date(state.at) })
        : state.kind === 'expired'
          ? words.expired({ date: date(state.at) })
          : state.kind === 'replaced'
            ? `${words.replaced} ${state.by}`
            : '';
    const colour = state.kind === 'revoked' ? inks.danger : inks.warning;
    const ground = state.kind === 'revoked' ? inks.dangerSoft : inks.warningSoft;
    const style: Style = { weight: 'strong', size: 11.5, locale };
    const lines = setText(this.#faces, text, style, { width: measure - 32, balance: true });
    const leading = 15 * this.#air;
    const width = Math.max(...lines.map((line) => line.width)) + 32;
    const height = lines.length * leading + 11;
    const top = 104;
    paper.artifact(() =>
      document
        .save()
        .lineWidth(1.2)
        .roundedRect(middle - width / 2, top, width, height, 4)
        .fillAndStroke(ground, colour)
        .restore(),
    );
    paper.text(paper.root, 'P', lines, style, { x: middle, y: top + 17, leading, colour, align: 'centre' });
    return top + height + 8;
  }
}

/** The address in one line, if it can be. */
const addressSize = (faces: Faces, url: string, width: number): number => {
  const style: Style = { weight: 'strong', size: 9, locale: 'en' };
  const natural = setLine(faces, url, style).width;
  return Math.min(9, (9 * width) / natural);
};
