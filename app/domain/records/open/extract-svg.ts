import { SaxesParser } from 'saxes';
import { bakedNamespace } from '../render/bake';
import { decodeUtf8, type Extraction, failed, limits, recognise } from './extraction';

/** Elements within each other: drawings have a dozen. */
const deepest = 256;
/** Attributes of one element. */
const widest = 2_000;
const slice = 64 * 1024;

/**
 * The credential baked into an SVG: the content of the first `openbadges:credential`, or its `verify` where that is a JWS (Open Badges 3.0
 * §5.3.2.2). What comes after it is not read. The parser knows no entities but XML's own five and loads nothing, so a document type
 * cannot make it grow or ask for anything.
 */
export function extractFromSvg(bytes: Uint8Array): Extraction {
  if (bytes.length > limits.svg) return failed('too-large');
  const text = decodeUtf8(bytes)?.replace(/^\ufeff/, '');
  if (!text?.trimStart().startsWith('<')) return failed('unreadable');
  const reader = new Reader();
  for (let at = 0; at < text.length && !reader.outcome; at += slice) reader.read(text.slice(at, at + slice));
  return reader.outcome ?? reader.end();
}

class Reader {
  outcome: Extraction | undefined;
  readonly #parser = new SaxesParser({ xmlns: true });
  #depth = 0;
  /** The depth at which the credential's element lies, while inside it. */
  #inside: number | undefined;
  #text = '';
  #older = false;
  #attributes = 0;

  constructor() {
    const parser = this.#parser;
    parser.on('error', () => this.#stop(failed('unreadable')));
    parser.on('attribute', () => {
      this.#attributes += 1;
      if (this.#attributes > widest) this.#stop(failed('unreadable'));
    });
    parser.on('opentag', (tag) => {
      this.#attributes = 0;
      this.#depth += 1;
      if (this.#depth > deepest || (this.#depth === 1 && tag.local !== 'svg'))
        this.#stop(failed('unreadable'));
      if (tag.uri === 'http://openbadges.org' && tag.local === 'assertion') this.#older = true;
      if (this.#inside !== undefined || tag.uri !== bakedNamespace || tag.local !== 'credential') return;
      const verify = tag.attributes.verify?.value;
      if (verify) this.#finish(verify);
      this.#inside = this.#depth;
    });
    parser.on('closetag', () => {
      if (this.#depth === this.#inside) this.#finish(this.#text);
      this.#depth -= 1;
    });
    const add = (text: string) => {
      if (this.#inside === undefined) return;
      this.#text += text;
      if (this.#text.length > limits.credential) this.#stop(failed('too-large'));
    };
    parser.on('cdata', add);
    parser.on('text', add);
  }

  read(text: string): void {
    this.#try(() => this.#parser.write(text));
  }

  end(): Extraction {
    this.#try(() => this.#parser.close());
    return this.outcome ?? failed(this.#older ? 'older' : 'nothing');
  }

  #try(parse: () => void): void {
    try {
      parse();
    } catch {
      this.outcome ??= failed('unreadable');
    }
  }

  #finish(text: string): never {
    const found = recognise(text);
    this.#stop(found ? { found: [found] } : failed('unreadable'));
  }

  /** Leaves the parser at once: what is to come may be anything. */
  #stop(outcome: Extraction): never {
    this.outcome ??= outcome;
    throw new Error('read');
  }
}
