import { inflateSync } from 'node:zlib';
import { decodeUtf8, type Extracted, type Extraction, failed, limits, recognise } from './extraction';
import { type Dictionary, isDictionary, isName, isReference, type Value, ValueReader } from './pdf-objects';

const most = {
  /** Objects of a file, the malformed ones and former versions counted in. */
  objects: 100_000,
  /** Bytes that all streams of objects may unpack to. */
  unpacked: 32 * 1024 * 1024,
  /** Attached files that are looked into. */
  attached: 400,
  /** Bytes that all attached files may unpack to. */
  attachedBytes: 32 * 1024 * 1024,
};

/** An object that has a stream: its dictionary and where its bytes lie. */
type Stream = { dictionary: Dictionary; from: number; to: number };

/**
 * The credentials attached to a PDF file: embedded files (ISO 32000-2 §7.11.4) that hold JSON with a `@context`, or a compact JWS.
 * The file is read from its beginning to its end, not by its cross-references, so a damaged table hides nothing; of objects that were
 * replaced in a later part of the file, the last counts. A file that needs a password is `locked`.
 */
export function extractFromPdf(bytes: Uint8Array): Extraction {
  if (bytes.length > limits.file) return failed('too-large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  if (!text.slice(0, 1024).includes('%PDF-')) return failed('unreadable');
  const objects = new Objects(file, text);
  if (objects.locked) return failed('locked');
  if (objects.count === 0) return failed('unreadable');
  const found: Extracted[] = [];
  let [looked, left] = [0, most.attachedBytes];
  let tooLarge = objects.cut;
  for (const stream of objects.attached()) {
    looked += 1;
    if (looked > most.attached || found.length >= limits.credentials || left <= 0) {
      tooLarge = true;
      break;
    }
    const content = unpack(file, stream, Math.min(limits.credential, left));
    if (content === 'too-large') tooLarge = true;
    if (content === 'too-large' || content === null) continue;
    left -= content.length;
    const one = recognise(decodeUtf8(content) ?? '');
    if (one && (one.kind === 'jwt' || one.text.includes('"@context"'))) found.push(one);
  }
  const [first, ...others] = found;
  if (first) return { found: [first, ...others] };
  return failed(tooLarge ? 'too-large' : 'nothing');
}

class Objects {
  locked = false;
  /** Whether there was more than is read. */
  cut = false;
  readonly #file: Buffer;
  readonly #text: string;
  readonly #values = new Map<number, Value>();
  readonly #streams = new Map<number, Stream>();
  /** Letters that may still be read: each a few times over, since what is malformed is begun again further on. */
  #left: number;
  #seen = 0;

  constructor(file: Buffer, text: string) {
    this.#file = file;
    this.#text = text;
    this.#left = 4 * (text.length + 1024);
    this.#scan();
    if (!this.locked) this.#unpackObjects();
  }

  get count(): number {
    return this.#values.size + this.#streams.size;
  }

  /** The embedded files: those that say so, and those that a file specification names. */
  *attached(): Generator<Stream> {
    const seen = new Set<number>();
    for (const value of this.#values.values()) {
      const embedded = isDictionary(value) ? this.#resolve(value.get('EF')) : undefined;
      if (!isDictionary(embedded)) continue;
      for (const key of ['UF', 'F']) {
        const reference = embedded.get(key);
        if (!isReference(reference) || seen.has(reference.number)) continue;
        const stream = this.#streams.get(reference.number);
        if (!stream) continue;
        seen.add(reference.number);
        yield stream;
      }
    }
    for (const [number, stream] of this.#streams) {
      if (!seen.has(number) && isName(stream.dictionary.get('Type'), 'EmbeddedFile')) yield stream;
    }
  }

  #resolve(value: Value | undefined): Value | undefined {
    return isReference(value) ? this.#values.get(value.number) : value;
  }

  /** Each `n g obj` in turn, and each trailer. What was read as a value or a stream is not read again. */
  #scan(): void {
    const text = this.#text;
    let at = 0;
    let [nextObject, nextTrailer] = [text.indexOf('obj'), text.indexOf('trailer')];
    let streamsEnd = true;
    while (nextObject >= 0 || nextTrailer >= 0) {
      if (this.#seen >= most.objects || this.#left < 0) {
        this.cut = true;
        return;
      }
      const isTrailer = nextObject < 0 || (nextTrailer >= 0 && nextTrailer < nextObject);
      const from = isTrailer ? nextTrailer : nextObject;
      at = from + (isTrailer ? 7 : 3);
      const number = isTrailer ? null : numberBefore(text, from);
      if (number !== undefined) {
        const reader = new ValueReader(text, at);
        const value = this.#read(reader);
        if (value !== undefined) {
          at = reader.at;
          if (number === null) this.locked ||= isDictionary(value) && value.has('Encrypt');
          else {
            const stream = streamsEnd ? this.#streamAt(reader, value) : null;
            if (stream && stream.to < 0) streamsEnd = false;
            else if (stream) at = stream.to;
            this.#keep(number, value, stream);
          }
        }
      }
      if (nextObject >= 0 && nextObject < at) nextObject = text.indexOf('obj', at);
      if (nextTrailer >= 0 && nextTrailer < at) nextTrailer = text.indexOf('trailer', at);
    }
  }

  #keep(number: number, value: Value, stream: Stream | null): void {
    this.#streams.delete(number);
    this.#values.delete(number);
    if (!stream || stream.to < 0) {
      this.#values.set(number, value);
      return;
    }
    this.locked ||= isName(stream.dictionary.get('Type'), 'XRef') && stream.dictionary.has('Encrypt');
    this.#streams.set(number, stream);
  }

  /** The stream that follows its dictionary, or null. One without an end ends at -1; then there is none for any that begins later either. */
  #streamAt(reader: ValueReader, dictionary: Value): Stream | null {
    reader.skipBlank();
    if (!isDictionary(dictionary) || !this.#text.startsWith('stream', reader.at)) return null;
    const from = reader.at + (this.#text.startsWith('\r\n', reader.at + 6) ? 8 : 7);
    return { dictionary, from, to: this.#endOf(dictionary, from) };
  }

  #read(reader: ValueReader): Value | undefined {
    const from = reader.at;
    try {
      return reader.value();
    } catch {
      return undefined;
    } finally {
      this.#seen += 1;
      this.#left -= reader.at - from + 32;
    }
  }

  /** Where the stream ends: at its length, if that is right, or else before the next `endstream`. */
  #endOf(dictionary: Dictionary, from: number): number {
    const length = dictionary.get('Length');
    if (typeof length === 'number' && length >= 0 && Number.isInteger(length)) {
      const after = this.#text.slice(from + length, from + length + 16);
      if (/^[\0\t\n\f\r ]{0,4}endstream/.test(after)) return from + length;
    }
    return this.#text.indexOf('endstream', from);
  }

  /** Objects within streams (ISO 32000-2 §7.5.7). One that also lies outside was replaced there, or replaces it: streams of them are newer. */
  #unpackObjects(): void {
    let left = most.unpacked;
    for (const stream of this.#streams.values()) {
      const { dictionary } = stream;
      if (!isName(dictionary.get('Type'), 'ObjStm')) continue;
      const [count, first] = [dictionary.get('N'), dictionary.get('First')];
      if (typeof count !== 'number' || typeof first !== 'number') continue;
      const content = unpack(this.#file, stream, left);
      if (content === 'too-large') this.cut = true;
      if (content === null || content === 'too-large') continue;
      left -= content.length;
      this.#left += 4 * content.length;
      this.#readObjects(content.toString('latin1'), count, first);
    }
  }

  #readObjects(text: string, count: number, first: number): void {
    const index = text.slice(0, first).match(/\d{1,10}/g) ?? [];
    for (let at = 0; at < count && at * 2 + 1 < index.length; at++) {
      if (this.#seen >= most.objects || this.#left < 0) {
        this.cut = true;
        return;
      }
      const [number, offset] = [Number(index[at * 2]), Number(index[at * 2 + 1])];
      const value = this.#read(new ValueReader(text, first + offset));
      if (value !== undefined) this.#values.set(number, value);
    }
  }
}

/** The object's number that stands before its `obj`; undefined where those three letters are something else. */
function numberBefore(text: string, at: number): number | undefined {
  const before = /(?:^|[^0-9])(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}$/.exec(
    text.slice(Math.max(0, at - 40), at),
  );
  return before ? Number(before[1]) : undefined;
}

/** The stream's content, if it is packed by no method but Flate without a predictor, and no larger than `limit` bytes. */
function unpack(file: Buffer, { dictionary, from, to }: Stream, limit: number): Buffer | null | 'too-large' {
  const raw = file.subarray(from, to);
  const filter = dictionary.get('Filter') ?? [];
  const filters = Array.isArray(filter) ? filter : [filter];
  if (filters.length === 0) return raw.length > limit ? 'too-large' : raw;
  const parameters = dictionary.get('DecodeParms');
  const own = Array.isArray(parameters) ? parameters[0] : parameters;
  if (isDictionary(own) && typeof own.get('Predictor') === 'number' && own.get('Predictor') !== 1)
    return null;
  if (filters.length > 1 || !isName(filters[0], 'FlateDecode')) return null;
  try {
    return inflateSync(raw, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return large ? 'too-large' : null;
  }
}
