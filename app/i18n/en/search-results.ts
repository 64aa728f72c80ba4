// What the page of results says. The server makes the sentences and sends them with the results: they are no area of the catalogue,
// which every page fetches whole.
const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

export const searchResults = {
  title: 'Search',
  titleOf: (v: { asked: string }) => `“${v.asked}”`,
  label: 'Search for',
  button: 'Search',
  lead: 'Courses, lessons and glossary terms, in all three languages.',
  hint: 'What is written in your language comes first. Accents and capital letters do not matter, and one wrong letter is forgiven.',
  keyHint: 'Press / on any page to search.',
  lessons: (v: { n: number }) => count(v.n, 'lesson', 'lessons'),
  courses: (v: { n: number }) => count(v.n, 'course', 'courses'),
  terms: (v: { n: number }) => count(v.n, 'glossary term', 'glossary terms'),
  found: (v: { what: string }) => `Found: ${v.what}.`,
  corrected: (v: { shown: string; asked: string }) =>
    `Showing results for “${v.shown}”. Nothing contains “${v.asked}”.`,
  some: 'Nothing contains all of these words. Here is what contains some of them.',
  cut: (v: { words: number }) => `Only the first ${v.words} words were searched for.`,
  groups: { courses: 'Courses', terms: 'Glossary', lessons: 'Lessons' },
  lesson: (v: { n: number }) => `Lesson ${v.n}`,
  quiz: 'Quiz',
  also: 'Also in',
  usedIn: 'Used in',
  more: (v: { n: number }) => `Show ${v.n} more`,
  none: 'Nothing found',
  noneText: 'Try fewer words, or another word for the same thing.',
  noWord: 'There is no word in that',
  noWordText: 'Please type at least one word or number.',
  catalogue: 'Browse all courses',
  signedOut: 'Signed out, you search titles, summaries and preview lessons.',
  signIn: 'Sign in to search every lesson',
  pages: 'Pages of results',
  page: (v: { page: number; pages: number }) => `Page ${v.page} of ${v.pages}`,
  previous: 'Previous',
  next: 'Next',
};
