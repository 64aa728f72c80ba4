// Forgives one wrong letter: a word that is in no text is taken for the commonest one that is a single slip away.
import type { Db } from '~db/open.server';
import { ofWord, type Query, type Word } from './read-query';
import { openColumns, statements } from './statements.server';

/** Shorter words have too many neighbours, longer ones are no words. */
const shortest = 4;
const longest = 24;
const latin = /^[a-z]+$/;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';
/** Of the words one slip away, the commonest few are tried. */
const tried = 8;

/**
 * The question with each Latin word of four letters or more that is in no text (nor begins one, where it is the last) replaced by
 * the commonest word that differs by one letter more, less or other, or by two neighbours exchanged. Null where nothing was replaced.
 * `open`: only the texts that everybody finds count.
 */
export function correctQuery(db: Db, query: Query, open: boolean): Query | null {
  let corrected = false;
  const groups = query.groups.map((group) => ({
    ...group,
    words: group.words.map((word) => {
      const right = word.han ? null : correctWord(db, word, open);
      if (right) corrected = true;
      return right ?? word;
    }),
  }));
  return corrected ? { ...query, groups } : null;
}

function correctWord(db: Db, word: Word, open: boolean): Word | null {
  let corrected = false;
  const tokens = word.tokens.map((token, index) => {
    if (!latin.test(token) || token.length < shortest || token.length > longest) return token;
    const prefix = word.prefix && index === word.tokens.length - 1;
    if (isThere(db, { ...word, tokens: [token], prefix }, open)) return token;
    const found = neighbourOf(db, token, open);
    if (found === null) return token;
    corrected = true;
    return found;
  });
  // What was corrected is a whole word.
  return corrected ? { ...word, tokens, prefix: false, shown: tokens.join('-') } : null;
}

const isThere = (db: Db, word: Word, open: boolean): boolean =>
  statements(db).exists.get(open ? `${openColumns} : ${ofWord(word)}` : ofWord(word)) !== undefined;

function neighbourOf(db: Db, token: string, open: boolean): string | null {
  const known = statements(db).known.all(JSON.stringify([...slipsOf(token)]));
  for (const { term } of known.slice(0, tried))
    if (!open || isThere(db, { tokens: [term], han: false, prefix: false, shown: term }, true)) return term;
  return null;
}

/** Every word that is one slip away: Damerau and Levenshtein's distance of one. */
export function slipsOf(word: string): Set<string> {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    const here = word[at] ?? '';
    const next = after[0];
    if (here !== '') slips.add(before + after);
    if (next !== undefined) slips.add(before + next + here + after.slice(1));
    for (const other of alphabet) {
      slips.add(before + other + word.slice(at));
      if (here !== '') slips.add(before + other + after);
    }
  }
  slips.delete(word);
  return slips;
}
