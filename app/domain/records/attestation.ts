// The words of a credential. Here and not in the catalogues, since a change of wording must not change what is signed.
import type { Locale } from '~/i18n/locales';

type Words = {
  criteria: (edition: number) => string;
  /** Of a lesson that was read or attended; `date`: as ISO 8601 writes it. */
  completed: (date: string, language: string) => string;
  passed: (date: string, language: string, score: { correct: number; total: number; mark: number }) => string;
  languages: Record<Locale, string>;
};

const words: Record<Locale, Words> = {
  en: {
    criteria: (edition) =>
      `Completed every required lesson of edition ${edition} of the course and reached the pass mark in each of its quizzes.`,
    completed: (date, language) => `Completed on ${date}, in ${language}.`,
    passed: (date, language, { correct, total, mark }) =>
      `Passed on ${date}, in ${language}: ${correct} of ${total} correct, pass mark ${mark}%.`,
    languages: { en: 'English', ms: 'Malay', 'zh-Hans': 'Chinese' },
  },
  ms: {
    criteria: (edition) =>
      `Menyelesaikan setiap pelajaran wajib dalam edisi ${edition} kursus ini dan mencapai markah lulus bagi setiap kuiznya.`,
    completed: (date, language) => `Selesai pada ${date}, dalam ${language}.`,
    passed: (date, language, { correct, total, mark }) =>
      `Lulus pada ${date}, dalam ${language}: ${correct} daripada ${total} betul, markah lulus ${mark}%.`,
    languages: { en: 'bahasa Inggeris', ms: 'bahasa Melayu', 'zh-Hans': 'bahasa Cina' },
  },
  'zh-Hans': {
    criteria: (edition) => `已完成本课程第 ${edition} 版的全部必修课节，且每次测验均达到及格线。`,
    completed: (date, language) => `于 ${date} 以${language}完成。`,
    passed: (date, language, { correct, total, mark }) =>
      `于 ${date} 以${language}通过：${total} 题答对 ${correct} 题，及格线 ${mark}%。`,
    languages: { en: '英文', ms: '马来文', 'zh-Hans': '中文' },
  },
};

/** The sentence that a record of that edition, in that language, says of its holder. */
export const attestation = (locale: Locale, edition: number): string => words[locale].criteria(edition);

/** What a credential in `locale` says of one lesson. The date is the UTC date: a credential is read anywhere. */
export function lessonAttestation(
  locale: Locale,
  lesson: {
    completedAt: number;
    locale: Locale;
    score?: { correct: number; total: number; mark: number } | undefined;
  },
): string {
  const { completed, passed, languages } = words[locale];
  const date = new Date(lesson.completedAt).toISOString().slice(0, 10);
  const language = languages[lesson.locale];
  return lesson.score ? passed(date, language, lesson.score) : completed(date, language);
}
