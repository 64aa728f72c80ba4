// The sentences of a page of results, made where its words are: on the server.
import { mostWords } from '~/domain/search/rules';
import type { SearchAnswer } from '~/domain/search/schema';
import type { searchResults } from '~/i18n/en/search-results';
import type { Translated } from '~/i18n/translated';

type Words = Translated<typeof searchResults>;

export function sayOf(words: Words, answer: SearchAnswer, list: (items: string[]) => string) {
  const { title, label, button, lead, hint, keyHint, groups, quiz, also, usedIn, none, noneText } = words;
  const { courses, terms, lessons, asked, corrected, match, cut } = answer;
  const counts = [
    ...(lessons.total > 0 ? [words.lessons({ n: lessons.total })] : []),
    ...(courses.total > 0 ? [words.courses({ n: courses.total })] : []),
    ...(terms.total > 0 ? [words.terms({ n: terms.total })] : []),
  ];
  const found = counts.length > 0;
  return {
    title,
    label,
    button,
    lead,
    hint,
    keyHint,
    groups,
    quiz,
    also,
    usedIn,
    none,
    noneText,
    noWord: words.noWord,
    noWordText: words.noWordText,
    catalogue: words.catalogue,
    signedOut: words.signedOut,
    signIn: words.signIn,
    found: found ? words.found({ what: list(counts) }) : null,
    corrected: corrected && found ? words.corrected({ shown: corrected, asked }) : null,
    some: match === 'some' && found ? words.some : null,
    cut: cut ? words.cut({ words: mostWords }) : null,
    moreCourses: words.more({ n: courses.hits.length - shownOfAGroup }),
    moreTerms: words.more({ n: terms.hits.length - shownOfAGroup }),
    /** By the hits on this page. */
    places: lessons.hits.map(({ position, kind }) =>
      kind === 'quiz' ? quiz : words.lesson({ n: position }),
    ),
    pages: words.pages,
    page: words.page(lessons),
    previous: words.previous,
    next: words.next,
  };
}

export type Say = ReturnType<typeof sayOf>;

/** Courses or terms that stand open; the rest is one press away. */
export const shownOfAGroup = 3;
