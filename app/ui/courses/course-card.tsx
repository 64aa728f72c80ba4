import { Link } from '@remix-run/react';
import type { CourseCard as Shown } from '~/domain/courses/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Badge } from '../primitives/notice';
import { Progress } from '../primitives/progress';

/** How far the reader is; null for who is not enrolled. */
export type CardProgress = { done: number; total: number; finished: boolean } | null;

/**
 * A course in a list. The whole card leads to it; its title is the link that assistive technology reads.
 * `alone`: it is the only one, and spans the page. `brief`: one of many under the heading of its theme.
 */
export function CourseCard(props: {
  course: Shown;
  progress?: CardProgress;
  level?: 2 | 3;
  alone?: boolean;
  brief?: boolean;
}) {
  const { course, progress = null, level = 2, alone = false, brief = false } = props;
  const { m } = useI18n();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article
      data-theme={course.theme}
      className={`relative flex h-full flex-col gap-5 rounded-card border border-line bg-surface p-card shadow-card hover:border-accent ${alone ? 'md:flex-row md:items-end md:gap-16 md:p-10' : ''}`}
    >
      <span
        aria-hidden="true"
        className={`absolute inset-x-card top-0 h-1 rounded-b bg-accent ${alone ? 'md:inset-x-10' : ''}`}
      />
      <div className="min-w-0 flex-1">
        {!brief && <p className="mb-2 text-sm font-semibold text-accent">{m.common.themes[course.theme]}</p>}
        <Heading
          className={alone ? 'text-2xl md:text-3xl' : brief ? 'text-xl' : 'text-xl sm:text-2xl'}
          lang={course.lang}
        >
          <Link
            to={`/courses/${course.slug}`}
            prefetch="intent"
            className="after:absolute after:inset-0 after:rounded-card hover:text-accent"
          >
            {course.title}
          </Link>
        </Heading>
        <p
          className={`mt-3 text-muted ${alone ? 'max-w-2xl md:text-lg' : brief ? 'line-clamp-3 text-sm' : ''}`}
          lang={course.lang}
        >
          {course.summary}
        </p>
      </div>
      <div className={`text-sm text-muted ${alone ? 'md:w-72 md:shrink-0' : ''}`}>
        {progress && <Standing progress={progress} />}
        <ul className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4">
          <li>{m.courses.card.minutes({ n: course.minutes })}</li>
          <li>{m.courses.card.lessons({ n: course.lessons })}</li>
          {course.quizzes > 0 && <li>{m.courses.card.quizzes({ n: course.quizzes })}</li>}
          <li className="w-full">
            <span className="sr-only">{m.courses.card.languages}: </span>
            <LanguageList languages={course.languages} />
          </li>
        </ul>
      </div>
    </article>
  );
}

function Standing({ progress }: { progress: NonNullable<CardProgress> }) {
  const { m } = useI18n();
  const { done, total, finished } = progress;
  if (finished) {
    return (
      <p className="mb-4">
        <Badge tone="positive">{m.courses.card.completed}</Badge>
      </p>
    );
  }
  const said = m.courses.card.progress({ done, total });
  return (
    <div className="mb-4">
      <Progress done={done} total={total} label={said} />
      <p className="mt-1">{said}</p>
    </div>
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
