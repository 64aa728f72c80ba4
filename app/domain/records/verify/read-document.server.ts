// What somebody gave to be verified, recognised: a credential as text, or an address that leads to one.
import { extractFromPdf } from '../open/extract-pdf';
import { extractFromPng } from '../open/extract-png';
import { extractFromSvg } from '../open/extract-svg';
import { decodeUtf8, type Extracted, type Extraction, recognise } from '../open/extraction';
import { isJpeg, isPng, readQr } from './read-picture.server';
import { limits, type Problem, type Source } from './schema';

export type Given =
  | { source: Source; texts: readonly Extracted[] }
  | { source: Source; address: string }
  | { source: Source | null; problem: Problem };

/** What the bytes are. */
export function readDocument(bytes: Uint8Array): Given {
  if (bytes.length === 0) return { source: null, problem: 'empty' };
  if (bytes.length > limits.file) return { source: null, problem: 'too-large' };
  if (isPng(bytes)) return readPng(bytes);
  if (isJpeg(bytes)) return fromQr(bytes);
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return from('pdf', extractFromPdf(bytes));
  const text = decodeUtf8(bytes);
  if (text === null) return { source: null, problem: 'unreadable' };
  if (/^\ufeff?\s*</.test(text)) return from('svg', extractFromSvg(bytes));
  return readText(text);
}

/** What a pasted text, or a text file, is. */
export function readText(text: string): Given {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return { source: null, problem: 'empty' };
  if (trimmed.length > limits.text) return { source: null, problem: 'too-large' };
  if (/^https?:\/\/\S+$/i.test(trimmed)) {
    return trimmed.length <= 2000 && URL.canParse(trimmed)
      ? { source: 'address', address: trimmed }
      : { source: 'address', problem: 'address-wrong' };
  }
  if (/^<svg[\s>]|^<\?xml/.test(trimmed)) return from('svg', extractFromSvg(Buffer.from(trimmed)));
  const found = recognise(trimmed);
  if (found) return { source: found.kind, texts: [found] };
  return { source: null, problem: 'not-a-credential' };
}

/** A PNG holds the credential itself, or shows the way to it. */
function readPng(bytes: Uint8Array): Given {
  const baked = extractFromPng(bytes);
  if (baked.found || baked.why !== 'nothing') return from('png', baked);
  return fromQr(bytes);
}

function fromQr(bytes: Uint8Array): Given {
  const found = readQr(bytes);
  if (found === null) return { source: 'qr', problem: 'no-qr' };
  if (typeof found === 'string') return { source: 'qr', problem: found };
  const given = readText(found.text);
  return 'problem' in given ? { source: 'qr', problem: 'no-credential' } : { ...given, source: 'qr' };
}

function from(source: Source, extraction: Extraction): Given {
  if (extraction.found) return { source, texts: extraction.found };
  const { why } = extraction;
  return { source, problem: why === 'nothing' ? 'no-credential' : why };
}
