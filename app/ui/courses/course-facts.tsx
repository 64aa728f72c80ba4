// A course at a glance: its size, who wrote it, and how its languages stand.
import type { ReactNode } from 'react';
import type { CourseView } from '~/domain/courses/schema';
import { languageOfName } from '~/domain/records/rules';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';

export function CourseFacts({ course }: { course: CourseView }) {
  const { m, format } = useI18n();
  const words = m.courses.course;
  const { card } = m.courses;
  const { edition } = course;
  return (
    <div className="rounded-card border border-line bg-surface px-card">
      <Part id="facts" title={words.facts}>
        <dl className="space-y-2.5 text-sm">
          <Fact name={words.time}>{card.minutes({ n: course.minutes })}</Fact>
          <Fact name={words.outline}>
            {card.lessons({ n: course.lessons })}
            {course.quizzes > 0 && ` · ${card.quizzes({ n: course.quizzes })}`}
          </Fact>
          {course.quizzes > 0 && <Fact name={words.passMark}>{format.percent(course.mark / 100)}</Fact>}
          <Fact name={words.edition}>
            {words.editionValue({ number: edition.number, date: format.date(edition.publishedAt) })}
          </Fact>
        </dl>
      </Part>
      <Part id="languages" title={card.languages}>
        <Languages course={course} />
      </Part>
      {course.instructors.length > 0 && (
        <Part id="instructors" title={words.instructors}>
          <Instructors course={course} />
        </Part>
      )}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-line py-5 first:border-0">
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** Each language and whether its texts say what the source says. */
function Languages({ course }: { course: CourseView }) {
  const { m } = useI18n();
  const words = m.courses.course;
  const source = course.texts.find((each) => each.source)?.locale ?? course.lang;
  return (
    <dl className="space-y-2.5 text-sm">
      {course.texts.map(({ locale, source: written, behind }) => (
        <div key={locale}>
          <dt lang={locale} className="font-medium">
            {localeNames[locale]}
          </dt>
          <dd className={`flex items-start gap-2 ${behind > 0 ? 'text-warning' : 'text-muted'}`}>
            <Freshness behind={behind} />
            {written
              ? words.source
              : behind === 0
                ? words.upToDate
                : words.behind({ n: behind, total: course.lessons, source: m.common.languages[source] })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A whole circle, or one that is not closed. */
function Freshness({ behind }: { behind: number }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="mt-[0.4em] shrink-0">
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={behind > 0 ? 'none' : 'currentColor'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={behind > 0 ? '3 2' : undefined}
      />
    </svg>
  );
}

function Instructors({ course }: { course: CourseView }) {
  const { locale } = useI18n();
  return (
    <ul className="space-y-3 text-sm">
      {course.instructors.map(({ name, park, role }) => (
        <li key={name}>
          <p lang={languageOfName(name, locale)} className="font-medium">
            {name}
          </p>
          {park && <p className="text-muted">{park}</p>}
          {role && (
            <p lang={course.lang} className="text-muted">
              {role}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
