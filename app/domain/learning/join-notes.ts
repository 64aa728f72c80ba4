// Two devices wrote on one note, each not knowing of the other. No word of either is lost. Pure.

/**
 * What becomes of `stored` when `sent`, written from an older version, arrives: the one that has the other in it, else both,
 * the stored one first, with `divider` on a line of its own between them.
 */
export function joinNotes(stored: string, sent: string, divider: string): string {
  if (holds(stored, sent)) return stored;
  if (holds(sent, stored)) return sent;
  return `${stored.trimEnd()}\n\n${divider}\n\n${sent.trimStart()}`;
}

/** Whether `whole` is `part` with more written after it, or has its lines among its own. */
const holds = (whole: string, part: string): boolean =>
  part.trim() === '' || whole.startsWith(part) || `\n${whole}\n`.includes(`\n${part.trim()}\n`);
