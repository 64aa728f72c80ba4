// One word for one thing: what the glossary calls it is what the texts call it.
import type { Locale } from '~/i18n/locales';
import type { Advice, Shape } from '~/mdx/index.server';
import type { GlossaryFile } from './course-file';

/** The uses of terms whose words are not what the glossary says. Only where that is certain: words are bent to fit a sentence. */
export function adviseTerms(glossary: GlossaryFile, locale: Locale, uses: Shape['terms']): Advice[] {
  return uses.flatMap(({ id, words, line, column }) => {
    const term = glossary[id]?.[locale]?.term;
    if (term === undefined || agree(words, term, locale)) return [];
    return [
      {
        line,
        column,
        message: `The glossary calls \`${id}\` “${term}”, and here stands “${words}”: use the glossary’s word, or the id of another term.`,
      },
    ];
  });
}

/** Chinese does not bend its words; in the others a stem in common is enough, and an abbreviation may stand for anything. */
function agree(words: string, term: string, locale: Locale): boolean {
  if (locale === 'zh-Hans') {
    const plain = fold(words);
    return namesOf(term).some((name) => plain.includes(fold(name)));
  }
  return /^\p{Lu}[\p{Lu}\d]+\b/u.test(words) || stemInCommon(fold(words), fold(term));
}

/** “概念验证（PoC）” and “天使投资/天使轮” each have two names. */
const namesOf = (term: string): string[] => term.split(/[（）()/、]/).filter((name) => name.trim() !== '');

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

const STEM = 4;

function stemInCommon(one: string, other: string): boolean {
  const length = Math.min(STEM, one.length, other.length);
  for (let at = 0; at + length <= one.length; at += 1)
    if (other.includes(one.slice(at, at + length))) return true;
  return false;
}
