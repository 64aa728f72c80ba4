// A tagged PDF file on A4: what certificate and transcript are drawn on. Every mark on it is either in the structure tree or an artifact.
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { arch, beijing, evenHangers, kualaLumpur, oddHangers, reflection, water } from '~/drawings/bridge';
import { mark } from '~/drawings/mark';
import { inks } from './colours';
import { type Faces, weights } from './faces.server';
import { outline } from './outline.server';
import { stretch } from './stretch';
import type { Line, Style } from './typeset.server';
import { setLine } from './typeset.server';

/** A4 in points. */
export const sheet = { width: 595.28, height: 841.89 };

export type Tag = PDFKit.PDFStructureElement;
type About = {
  title: string;
  subject: string;
  author: string;
  /** BCP 47. */
  lang: string;
  /** Epoch milliseconds; all that the file says of its age, so that the same input makes the same bytes. */
  at: number;
};
/** `x`: the left edge, the middle or the right edge, as `align` says. `y`: the first line's baseline. */
type Place = { x: number; y: number; leading: number; colour: string; align?: 'left' | 'centre' | 'right' };
type Attachment = { name: string; bytes: Uint8Array; mediaType: string; description: string; at: number };

/** The library's own metadata puts names into XML as they are; here they are escaped. Called by the library under this name. */
class Document extends PDFDocument {
  _addInfo(): void {
    const { Title, Author, Subject, CreationDate, Creator, Producer } = this.info;
    const date = new Date(CreationDate ?? 0).toISOString().replace(/\.\d+Z$/, 'Z');
    const lang = escapeXml(this.options.lang ?? 'x-default');
    const localised = (name: string, text: string) =>
      `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li><rdf:li xml:lang="${lang}">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`;
    this.appendXML(
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${localised('title', Title ?? '')}
${localised('description', Subject ?? '')}
<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author ?? '')}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(Creator ?? '')}</xmp:CreatorTool>
<pdf:Producer>${escapeXml(Producer ?? '')}</pdf:Producer>
</rdf:Description>`,
    );
  }
}

export class Paper {
  readonly document: Document;
  readonly root: Tag;
  readonly #parts: Buffer[] = [];
  readonly #faces: Faces;
  readonly #done: Promise<void>;

  constructor(faces: Faces, { title, subject, author, lang, at }: About) {
    const date = new Date(at);
    this.#faces = faces;
    this.document = new Document({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang,
      // The types of the library know of one family of standards only.
      subset: 'PDF/UA' as never,
      // None of the reader's fonts: only those that are embedded.
      font: '',
      bufferPages: true,
      info: {
        Title: title,
        Author: author,
        Subject: subject,
        Creator: 'Parkbridge',
        Producer: 'PDFKit',
        CreationDate: date,
        ModDate: date,
      },
    });
    const { document } = this;
    this.#done = new Promise((resolve, reject) => {
      document.on('data', (part: Buffer) => this.#parts.push(part));
      document.on('end', resolve);
      document.on('error', reject);
    });
    for (const weight of weights) {
      for (const face of faces[weight]) {
        // The library takes any bytes; its types say Buffer.
        document.registerFont(face.name, face.bytes as Buffer);
      }
    }
    this.root = document.struct('Document', { lang, title });
    document.addStructure(this.root);
    this.#tabOrder();
  }

  addPage(): void {
    this.document.addPage();
    this.#tabOrder();
  }

  /** The tab key goes by the structure (ISO 14289-1 §7.18.3). */
  #tabOrder(): void {
    const page = this.document.page as unknown as { dictionary: { data: Record<string, unknown> } };
    page.dictionary.data.Tabs = 'S';
  }

  /** A new element of the structure tree in `parent`. */
  tag(parent: Tag, kind: string, options: PDFKit.Mixins.StructureElementOptions & object = {}): Tag {
    const made = this.document.struct(kind, options);
    parent.add(made);
    return made;
  }

  /** Draws what `tag`, an element that holds no others, means. */
  mark(tag: Tag, kind: string, draw: () => void): void {
    const content = this.document.markStructureContent(kind);
    draw();
    this.document.endMarkedContent();
    tag.add(content);
  }

  /** Draws what carries no meaning. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** An element with nothing but lines of text in it. */
  text(
    parent: Tag,
    kind: string,
    lines: readonly Line[],
    style: Style,
    place: Place,
    options: PDFKit.Mixins.StructureElementOptions & object = {},
  ): Tag {
    const tag = this.tag(parent, kind, options);
    if (lines.some((line) => line.runs.some((run) => 'tile' in run))) {
      this.#tiled(tag, kind, lines, style, place);
    } else {
      this.mark(tag, kind, () => this.lines(lines, style, place));
    }
    tag.end();
    return tag;
  }

  /** Lines with tiles in them: each tile is a `Span` of its own that says which letter it stands for. */
  #tiled(tag: Tag, kind: string, lines: readonly Line[], style: Style, place: Place): void {
    for (const [index, line] of lines.entries()) {
      const { y, leading, colour } = place;
      const [left, baseline] = [leftOf(line, place), y + index * leading];
      for (const run of line.runs) {
        if (!('tile' in run)) {
          this.mark(tag, kind, () =>
            this.#run(run.text, run.face.name, style, left + run.x, baseline, colour),
          );
          continue;
        }
        const span = this.tag(tag, 'Span', { actual: run.text });
        const content = this.document.markStructureContent('Span', { actual: run.text });
        this.#tile(run.tile, left + run.x, baseline, style, colour);
        this.document.endMarkedContent();
        span.add(content);
        span.end();
      }
    }
  }

  /** Draws lines of letters. */
  lines(lines: readonly Line[], style: Style, place: Place): void {
    for (const [index, line] of lines.entries()) {
      const [left, baseline] = [leftOf(line, place), place.y + index * place.leading];
      for (const [at, run] of line.runs.entries()) {
        if ('tile' in run) continue;
        const text = line.spaced && at === line.runs.length - 1 ? `${run.text} ` : run.text;
        this.#run(text, run.face.name, style, left + run.x, baseline, place.colour);
      }
    }
  }

  #run(text: string, face: string, { size, spacing = 0 }: Style, x: number, y: number, colour: string): void {
    this.document
      .font(face)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: spacing * size,
      });
  }

  /**
   * A letter that no face has: its number in a frame, as a drawing, over letters that are not seen. Those are what readers take the
   * letter's place from; which letter it is, the mark around all this says.
   */
  #tile(hex: string, x: number, baseline: number, { size }: Style, colour: string): void {
    const { document } = this;
    document
      .save()
      .lineWidth(Math.max(0.5, size / 28))
      .roundedRect(x + size * 0.06, baseline - size * 0.84, size, size, size * 0.1)
      .stroke(colour)
      .restore();
    const half = Math.ceil(hex.length / 2);
    const digits: Style = { weight: 'strong', size: size * 0.4, locale: 'en' };
    for (const [row, text] of [hex.slice(0, half), hex.slice(half)].entries()) {
      const line = setLine(this.#faces, text, digits);
      const left = x + size * 0.56 - line.width / 2;
      document.path(outline(line, digits, left, baseline - size * 0.43 + row * size * 0.37)).fill(colour);
    }
    const unseen = setLine(this.#faces, '0000', { ...digits, size });
    const [run] = unseen.runs;
    if (!run || 'tile' in run) return;
    // Text rendering mode 3: neither filled nor stroked (ISO 32000-2 §9.3.6).
    document.addContent('3 Tr');
    const fitted = { ...digits, size: (size * size) / unseen.width };
    this.#run(run.text, run.face.name, fitted, x + size * 0.06, baseline, colour);
    document.addContent('0 Tr');
  }

  /** A link over a box, as a part of `tag`, which must be a `Link`. `label` is what it says of itself. */
  link(
    tag: Tag,
    box: readonly [x: number, y: number, width: number, height: number],
    url: string,
    label: string,
  ): void {
    const options = { structParent: tag, Contents: new String(label) };
    // The library's types do not know what a tagged link needs.
    this.document.link(...box, url, options as unknown as PDFKit.Mixins.AnnotationOption);
  }

  /** A QR code (ISO/IEC 18004, level M) of `side` points with its quiet zone, as one path. */
  qr(text: string, x: number, y: number, side: number, colour: string): void {
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const unit = side / size;
    const { document } = this;
    for (const [row, modules] of data.entries()) {
      for (let column = 0; column < size; column++) {
        if (!modules[column]) continue;
        let end = column;
        while (modules[end]) end += 1;
        // Rows overlap by a hair, so that no viewer shows seams between them.
        document.rect(x + column * unit, y + row * unit, (end - column) * unit, unit * 1.02);
        column = end;
      }
    }
    document.fill(colour);
  }

  /** The sign of Parkbridge, `height` points high, its left upper corner at (x, y). */
  sign(x: number, y: number, height: number, colour: string): void {
    const scale = height / 26;
    const { document } = this;
    document.save().translate(x, y).scale(scale).lineCap('round');
    for (const { d, width } of mark) document.path(d).lineWidth(width).stroke(colour);
    document.restore();
  }

  /** Kuala Lumpur, Beijing and the span between them, from (x, y), `width` by `height` points. `tint`: of the sun behind. */
  bridge(
    box: { x: number; y: number; width: number; height: number },
    colours: { accent: string; tint: string; ground: string },
  ): void {
    const { x, y, width, height } = box;
    const { accent, tint, ground } = colours;
    const { document } = this;
    const deck = y + height * 0.75;
    const shore = (height * 0.75 * 0.86) / 150;
    const span = { x: x + width * 0.195, width: width * 0.61 };
    document.circle(x + width * 0.66, y + height * 0.3, height * 0.24).fill(tint);
    const stroke = (top: number, tall: number, d: string, pen: number, opacity = 1) => {
      const field = { x: span.x, y: top, across: span.width / 1000, down: tall / 100 };
      document.save().strokeOpacity(opacity).lineCap('round').lineWidth(pen);
      document.path(stretch(d, field)).stroke(accent).restore();
    };
    const rise = deck - y;
    stroke(y, rise, evenHangers, 0.7);
    stroke(y, rise, oddHangers, 0.7);
    stroke(y, rise, arch, 2.2);
    for (const [d, left] of [
      [kualaLumpur, x + width * 0.025],
      [beijing, x + width * 0.975 - 180 * shore],
    ] as const) {
      document
        .save()
        .translate(left, deck - 150 * shore)
        .scale(shore)
        .lineJoin('round')
        .lineCap('round');
      document
        .path(d)
        .lineWidth(0.75 / shore)
        .fillAndStroke(ground, inks.control);
      document.restore();
    }
    document
      .save()
      .lineWidth(2)
      .moveTo(x, deck)
      .lineTo(x + width, deck)
      .stroke(accent)
      .restore();
    const under = height * 0.25;
    stroke(deck, under, 'M0 0V62M1000 0V62', 2.2);
    stroke(deck, under, water, 0.7, 0.4);
    document.save().dash(0.1, { space: 3.6 });
    stroke(deck, under, reflection, 1, 0.4);
    document.restore();
  }

  /** Puts a file into this one, as what it was made from (ISO 32000-2 §14.13.5, `Source`). */
  attach({ name, bytes, mediaType, description, at }: Attachment): void {
    const date = new Date(at);
    const options = { name, description, creationDate: date, modifiedDate: date, relationship: 'Source' };
    // The library knows `relationship`, its types do not.
    this.document.file(Buffer.from(bytes), {
      ...options,
      type: mediaType,
    } as PDFKit.Mixins.PDFAttachmentOptions);
  }

  /** Ends the file. */
  async bytes(): Promise<Uint8Array> {
    this.root.end();
    this.document.end();
    await this.#done;
    return Buffer.concat(this.#parts);
  }
}

const leftOf = ({ width }: Line, { x, align = 'left' }: Place): number => {
  if (align === 'left') return x;
  return align === 'centre' ? x - width / 2 : x - width;
};

/** Text as XML has it; what XML 1.0 (§2.2) has no form for is left out. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot have.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
