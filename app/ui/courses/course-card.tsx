import { Link } from '@remix-run/react';
import type { CourseCard as Shown } from '~/domain/courses/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';

/**
 * A course in a list. The whole card leads to it; its title is the link that assistive technology reads.
 * `alone`: it is the only one, and spans the page.
 */
export function CourseCard(props: { course: Shown; level?: 2 | 3; alone?: boolean }) {
  const { course, level = 2, alone = false } = props;
  const { m } = useI18n();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article
      data-theme={course.theme}
      className={`relative flex h-full flex-col gap-6 rounded-card border border-line bg-surface p-6 pt-7 shadow-card hover:border-accent ${alone ? 'md:flex-row md:items-end md:gap-16 md:p-10' : ''}`}
    >
      <span
        aria-hidden="true"
        className={`absolute inset-x-6 top-0 h-1 rounded-b bg-accent ${alone ? 'md:inset-x-10' : ''}`}
      />
      <div className="min-w-0 flex-1">
        <p className="mb-2 text-[0.9375rem] font-semibold text-accent">{m.common.themes[course.theme]}</p>
        <Heading className={`text-xl sm:text-2xl ${alone ? 'md:text-3xl' : ''}`} lang={course.lang}>
          <Link
            to={`/courses/${course.slug}`}
            prefetch="intent"
            className="after:absolute after:inset-0 after:rounded-card hover:text-accent"
          >
            {course.title}
          </Link>
        </Heading>
        <p className={`mt-3 text-muted ${alone ? 'max-w-2xl md:text-lg' : ''}`} lang={course.lang}>
          {course.summary}
        </p>
      </div>
      <ul
        className={`flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4 text-[0.9375rem] text-muted ${alone ? 'md:w-64 md:shrink-0' : ''}`}
      >
        <li>{m.courses.card.minutes({ n: course.minutes })}</li>
        <li>{m.courses.card.lessons({ n: course.lessons })}</li>
        {course.quizzes > 0 && <li>{m.courses.card.quizzes({ n: course.quizzes })}</li>}
        <li className="w-full">
          <span className="sr-only">{m.courses.card.languages}: </span>
          <LanguageList languages={course.languages} />
        </li>
      </ul>
    </article>
  );
}

/** Languages by their own names, each marked as what it is. */
export function LanguageList({ languages }: { languages: Shown['languages'] }) {
  return languages.map((language, index) => (
    <span key={language}>
      {index > 0 && ' · '}
      <span lang={language}>{localeNames[language]}</span>
    </span>
  ));
}
