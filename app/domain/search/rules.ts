// The bounds of a question and how it is shown again. Pure, and light enough for the header of every page.

/** Words of a question that are looked for; further ones are left out, and the page says so. */
export const mostWords = 16;
/** Characters of a question that are read at all. */
export const mostCharacters = 1000;
/** Lessons on a page of results. */
export const pageSize = 20;

/** What was typed, as it can be shown again: without control characters and halves of characters. */
export const cleanQuery = (typed: string): string =>
  typed
    .slice(0, mostCharacters)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
