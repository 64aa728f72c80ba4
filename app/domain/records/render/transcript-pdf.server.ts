// All of a person's records on paper, with the signed records inside the file.
import { catalogues } from '~/i18n/catalogues.server';
import { formatFor } from '~/i18n/format';
import { sheetWords } from '~/i18n/sheets.server';
import { languageOfName } from '../rules';
import { titleOf } from './certificate-pdf.server';
import { accents, inks } from './colours';
import { type Faces, openFaces } from './faces.server';
import type { CertificateFacts, TranscriptFacts } from './facts';
import { Paper, sheet, type Tag } from './paper.server';
import { type Line, type Style, setLine, setText } from './typeset.server';

const inner = 56;
const measure = sheet.width - 2 * inner;
const bottom = sheet.height - 72;
/** Where the columns begin, and how wide they are. */
const columns = [
  { x: inner, width: measure * 0.45 - 12 },
  { x: inner + measure * 0.45, width: measure * 0.12 },
  { x: inner + measure * 0.57, width: measure * 0.22 - 8 },
  { x: inner + measure * 0.79, width: measure * 0.21 },
] as const;

/** A file to put into the transcript: a signed record, or the bundle of all. */
export type Enclosure = { name: string; bytes: Uint8Array; mediaType: string; description: string };

/**
 * The transcript as a PDF file on as many sheets of A4 as it takes: tagged (ISO 14289-1), the records as one table with its head on
 * each sheet, `enclosures` attached (`AFRelationship` `Source`). The same input gives the same file.
 */
export async function renderTranscript(
  facts: TranscriptFacts,
  enclosures: readonly Enclosure[],
): Promise<Uint8Array> {
  const faces = await openFaces();
  const { person, issuer, madeAt, locale } = facts;
  const words = sheetWords[locale];
  const paper = new Paper(faces, {
    title: words.transcriptOf({ name: person.name }),
    subject: words.subject({ issuer }),
    author: issuer,
    lang: locale,
    at: madeAt,
  });
  new Transcript(paper, faces, facts, enclosures.length > 0).draw();
  for (const each of enclosures) paper.attach({ ...each, at: madeAt });
  return paper.bytes();
}

class Transcript {
  readonly #paper: Paper;
  readonly #faces: Faces;
  readonly #facts: TranscriptFacts;
  readonly #enclosed: boolean;
  readonly #air: number;
  #y = 0;
  #pages = 1;

  constructor(paper: Paper, faces: Faces, facts: TranscriptFacts, enclosed: boolean) {
    this.#paper = paper;
    this.#faces = faces;
    this.#facts = facts;
    this.#enclosed = enclosed;
    this.#air = facts.locale === 'zh-Hans' ? 1.12 : 1;
  }

  draw(): void {
    this.#head();
    this.#table();
    this.#foot();
    this.#numbers();
  }

  #set(text: string, style: Style, width: number): Line[] {
    return setText(this.#faces, text, style, { width });
  }

  /** A paragraph over the whole measure, under what is there. */
  #write(kind: string, text: string, style: Style, colour: string, gap: number, lang?: string): void {
    const { locale } = this.#facts;
    const lines = this.#set(text, style, measure);
    const leading = style.size * 1.32 * this.#air;
    this.#y += gap;
    const place = { x: inner, y: this.#y + style.size * 0.85, leading, colour };
    this.#paper.text(this.#paper.root, kind, lines, style, place, lang && lang !== locale ? { lang } : {});
    this.#y += lines.length * leading;
  }

  #head(): void {
    const paper = this.#paper;
    const { person, issuer, records, locale, timeZone, madeAt } = this.#facts;
    const words = sheetWords[locale];
    const format = formatFor(locale, timeZone);
    const accent = accents.incubation.accent;
    const brand: Style = { weight: 'strong', size: 12.5, locale: languageOfName(issuer, locale) };
    paper.artifact(() => paper.sign(inner, 48, 18, accent));
    const place = { x: inner + 30, y: 62.5, leading: 0, colour: inks.ink };
    paper.text(paper.root, 'P', [setLine(this.#faces, issuer, brand)], brand, place);
    this.#y = 84;
    const title: Style = { weight: 'strong', size: 11, locale };
    this.#write('H1', words.transcript, title, accent, 14);
    const nameLocale = languageOfName(person.name, locale);
    const name: Style = { weight: 'strong', size: 30, locale: nameLocale };
    this.#write('P', person.name, name, inks.ink, 4, nameLocale);
    const small: Style = { weight: 'regular', size: 10.5, locale };
    if (person.park) this.#write('P', person.park, small, inks.muted, 2);
    const count = { count: records.length, number: format.number(records.length), issuer };
    this.#write(
      'P',
      records.length === 0 ? words.transcriptEmpty : words.transcriptLead(count),
      small,
      inks.ink,
      10,
    );
    const note: Style = { weight: 'regular', size: 9, locale };
    this.#write('P', words.transcriptMade({ date: format.date(madeAt) }), note, inks.muted, 4);
    this.#y += 18;
  }

  #table(): void {
    const paper = this.#paper;
    const { records } = this.#facts;
    if (records.length === 0) return;
    const table = paper.tag(paper.root, 'Table');
    const head = paper.tag(table, 'THead');
    const row = paper.tag(head, 'TR');
    this.#columnHeads(row);
    row.end();
    head.end();
    const body = paper.tag(table, 'TBody');
    for (const record of records) this.#row(body, record);
    body.end();
    table.end();
  }

  /** The columns' names: in the table on the first sheet, and to look at on the others. */
  #columnHeads(row: Tag | null): void {
    const paper = this.#paper;
    const { locale } = this.#facts;
    const words = sheetWords[locale];
    const record = catalogues[locale].records.record;
    const style: Style = { weight: 'regular', size: 9, locale };
    const names = [words.course, record.edition, record.issued, words.state];
    const place = { y: this.#y + 10, leading: 11, colour: inks.muted };
    for (const [index, name] of names.entries()) {
      const { x, width } = columns[index] ?? columns[0];
      const lines = this.#set(name, style, width);
      if (row) paper.text(row, 'TH', lines, style, { ...place, x }, { scope: 'Column' } as object);
      else paper.artifact(() => paper.lines(lines, style, { ...place, x }), 'Pagination');
    }
    this.#y += 18;
    this.#rule(1, inks.control);
  }

  #rule(width: number, colour: string): void {
    const { document } = this.#paper;
    const y = this.#y;
    this.#paper.artifact(() => {
      document
        .save()
        .lineWidth(width * 0.6)
        .moveTo(inner, y)
        .lineTo(inner + measure, y);
      document.stroke(colour).restore();
    });
  }

  #turn(): void {
    this.#paper.addPage();
    this.#pages += 1;
    this.#y = 56;
  }

  #row(body: Tag, record: CertificateFacts): void {
    const paper = this.#paper;
    const { locale, timeZone } = this.#facts;
    const format = formatFor(locale, timeZone);
    const words = catalogues[locale].records.record;
    const title = titleOf(record);
    const titleLocale = record.course.titles[record.locale] ? record.locale : record.language;
    const strong: Style = { weight: 'strong', size: 11.5, locale: titleLocale };
    const plain: Style = { weight: 'regular', size: 10, locale };
    const tiny: Style = { weight: 'regular', size: 7.5, locale: 'en' };
    const [course, edition, issued, state] = columns;
    const heading = this.#set(title, strong, course.width);
    const leading = 15 * this.#air;
    const number = format.number(record.edition.number);
    const cells = [
      { ...edition, lines: this.#set(words.editionNumber({ number }), plain, edition.width) },
      { ...issued, lines: this.#set(format.date(record.issuedAt), plain, issued.width) },
      { ...state, lines: this.#set(this.#stateOf(record), plain, state.width) },
    ];
    const address = this.#set(record.url, tiny, course.width);
    const height = Math.max(
      heading.length * leading + address.length * 10 + 8,
      ...cells.map(({ lines }) => lines.length * 13 * this.#air),
    );
    if (this.#y + height + 22 > bottom) {
      this.#turn();
      this.#columnHeads(null);
    }
    const top = this.#y + 20;
    const row = paper.tag(body, 'TR');
    const cell = paper.tag(row, 'TD');
    const link = paper.tag(cell, 'Link', titleLocale === locale ? {} : { lang: titleLocale });
    const { accent } = accents[record.course.theme];
    paper.mark(link, 'Link', () =>
      paper.lines(heading, strong, { x: course.x, y: top, leading, colour: accent }),
    );
    paper.link(link, [course.x, top - 12, course.width, heading.length * leading], record.url, title);
    link.end();
    const below = { x: course.x, y: top + heading.length * leading - 2, leading: 10, colour: inks.muted };
    paper.text(cell, 'P', address, tiny, below);
    cell.end();
    const good = record.state.kind === 'valid';
    for (const [index, { x, lines }] of cells.entries()) {
      const colour = index === 2 && !good ? inks.danger : inks.ink;
      paper.text(row, 'TD', lines, plain, { x, y: top, leading: 13 * this.#air, colour });
    }
    row.end();
    this.#y += height + 22;
    this.#rule(0.6, inks.line);
  }

  #stateOf({ state, validUntil }: CertificateFacts): string {
    const { locale, timeZone } = this.#facts;
    const words = sheetWords[locale];
    const date = (at: number) => formatFor(locale, timeZone).date(at);
    if (state.kind === 'revoked') return words.stateRevoked({ date: date(state.at) });
    if (state.kind === 'expired') return words.stateExpired({ date: date(state.at) });
    if (state.kind === 'replaced') return words.stateReplaced;
    return validUntil === null ? words.valid : `${words.validUntil} ${date(validUntil)}`;
  }

  /** Where to check it all. */
  #foot(): void {
    const paper = this.#paper;
    const { verifyUrl, locale } = this.#facts;
    if (!this.#enclosed) return;
    const words = sheetWords[locale];
    const side = 72;
    if (this.#y + side + 30 > bottom) this.#turn();
    const top = this.#y + 22;
    const figure = paper.tag(paper.root, 'Figure', {
      alt: words.qr({ url: verifyUrl }),
      bbox: [inner - 5, top, inner - 5 + side, top + side],
      placement: 'Block',
    } as object);
    paper.mark(figure, 'Figure', () => paper.qr(verifyUrl, inner - 5, top, side, inks.ink));
    figure.end();
    const x = inner + side + 10;
    const style: Style = { weight: 'regular', size: 9.5, locale };
    const lines = this.#set(words.transcriptAttached, style, measure - side - 10);
    const leading = 13 * this.#air;
    paper.text(paper.root, 'P', lines, style, { x, y: top + 20, leading, colour: inks.muted });
    const address: Style = { weight: 'strong', size: 10, locale: 'en' };
    const paragraph = paper.tag(paper.root, 'P');
    const link = paper.tag(paragraph, 'Link');
    const line = setLine(this.#faces, verifyUrl, address);
    const y = top + 22 + lines.length * leading;
    paper.mark(link, 'Link', () =>
      paper.lines([line], address, { x, y, leading, colour: accents.incubation.accent }),
    );
    paper.link(link, [x, y - 10, line.width, 13], verifyUrl, verifyUrl);
    link.end();
    paragraph.end();
  }

  /** Whose it is and which page of how many, at the foot of each. */
  #numbers(): void {
    const paper = this.#paper;
    const { person, locale, timeZone } = this.#facts;
    const words = sheetWords[locale];
    const { number } = formatFor(locale, timeZone);
    const style: Style = { weight: 'regular', size: 8.5, locale };
    for (let page = 0; page < this.#pages; page++) {
      paper.document.switchToPage(page);
      const count = words.page({ page: number(page + 1), pages: number(this.#pages) });
      const [left, right] = [
        setLine(this.#faces, words.transcriptOf({ name: person.name }), style),
        setLine(this.#faces, count, style),
      ];
      const place = { y: sheet.height - 44, leading: 0, colour: inks.muted };
      paper.artifact(() => {
        paper.lines([left], style, { ...place, x: inner });
        paper.lines([right], style, { ...place, x: sheet.width - inner, align: 'right' });
      }, 'Pagination');
    }
  }
}
