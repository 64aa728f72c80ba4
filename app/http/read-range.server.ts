// The Range header, RFC 9110 §14.2.

/** Inclusive offsets. */
export type Range = { first: number; last: number };

/**
 * The one part of `length` bytes that `header` asks for. Null where the whole is the answer: no header, another unit, several
 * parts, or a header that cannot be read.
 */
export function readRange(header: string | null, length: number): Range | 'unsatisfiable' | null {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '');
  if (!match) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const suffix = Number(to);
    return suffix === 0 ? 'unsatisfiable' : { first: Math.max(0, length - suffix), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}
