// The first page: on one screen what Parkbridge is, what there is to study, and the bridge under both.
import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import type { CourseCard } from '~/domain/courses/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Span } from './span';

export type HomeData = {
  signedIn: boolean;
  /** The newest first. */
  courses: CourseCard[];
  /** How many there are in all. */
  total: number;
  /** How the newest begins: shown where it is the only one. */
  opening: { title: string; lang: string; minutes: number }[];
};

export function HomePage({ courses, total, opening, signedIn }: HomeData) {
  const { m } = useI18n();
  const { home } = m.courses;
  const [first, ...others] = courses;
  return (
    <div className="overflow-x-clip">
      <div className="mx-auto grid max-w-6xl gap-x-16 px-gutter pt-page lg:min-h-[min(calc(100svh-4rem),56rem)] lg:grid-cols-[minmax(0,1.08fr)_minmax(0,1fr)] lg:grid-rows-[1fr_auto] xl:gap-x-24">
        <section>
          <p className="eyebrow mb-4">{home.eyebrow}</p>
          <h1 className="text-5xl">{home.title}</h1>
          <p className="mt-5 max-w-xl text-lg text-muted lg:text-xl">{home.lead}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink to={signedIn ? '/my' : '/courses'}>{signedIn ? home.my : home.browse}</ButtonLink>
            <ButtonLink to={signedIn ? '/courses' : '/sign-in'} tone="quiet">
              {signedIn ? home.browse : home.signIn}
            </ButtonLink>
          </div>
        </section>
        <Span
          label={home.drawing}
          bleed
          className="order-last mt-8 h-32 sm:h-44 max-lg:order-none lg:col-span-2 lg:mt-10 lg:h-52"
        />
        <section aria-labelledby="courses" className="max-lg:mt-6">
          <div className="flex items-baseline justify-between gap-4">
            <h2 id="courses" className="eyebrow font-sans">
              {home.courses}
            </h2>
            {total > 1 && (
              <Link
                to="/courses"
                prefetch="intent"
                className="link inline-flex min-h-11 items-center text-sm lg:-my-3"
              >
                {home.allOf({ n: total })}
              </Link>
            )}
          </div>
          {first ? (
            <>
              <Lead course={first} opening={others.length === 0 ? opening : []} />
              <ul>
                {others.map((course) => (
                  <li key={course.slug}>
                    <Entry course={course} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Empty title={home.none} />
          )}
        </section>
      </div>
      <dl className="mx-auto mt-part grid max-w-6xl gap-x-12 gap-y-8 px-gutter md:grid-cols-3">
        {[home.points.exchange, home.points.languages, home.points.records].map((point) => (
          <div key={point.title}>
            <dt className="font-serif text-xl font-semibold">{point.title}</dt>
            <dd className="mt-2 text-muted">{point.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The newest course, as the first article of a journal. */
function Lead({ course, opening }: { course: CourseCard; opening: HomeData['opening'] }) {
  const { m } = useI18n();
  return (
    <article data-theme={course.theme} className="mt-3 border-t-[3px] border-accent pt-4">
      <div className="relative">
        <p className="text-sm font-semibold text-accent">{m.common.themes[course.theme]}</p>
        <h3 className="mt-1 text-2xl" lang={course.lang}>
          <CourseLink course={course} />
        </h3>
        <p className="mt-2 line-clamp-4 text-muted" lang={course.lang}>
          {course.summary}
        </p>
        <Facts course={course} />
      </div>
      {opening.length > 0 && (
        <ol className="mt-4 hidden border-t border-line pt-2 sm:block">
          {opening.map((lesson, index) => (
            <li key={lesson.title} className="flex items-baseline gap-4 py-1.5">
              <span className="w-4 text-right font-serif text-muted tabular-nums">{index + 1}</span>
              <span className="min-w-0 flex-1" lang={lesson.lang}>
                {lesson.title}
              </span>
              <span className="text-sm whitespace-nowrap text-muted">
                {m.courses.card.minutes({ n: lesson.minutes })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function Entry({ course }: { course: CourseCard }) {
  const { m } = useI18n();
  return (
    <article data-theme={course.theme} className="relative mt-4 border-t border-line pt-3">
      <h3 className="text-lg leading-snug" lang={course.lang}>
        <CourseLink course={course} />
      </h3>
      <p className="mt-0.5 text-sm text-muted">
        <span className="font-semibold text-accent">{m.common.themes[course.theme]}</span>
        {' · '}
        {m.courses.card.minutes({ n: course.minutes })}
        {' · '}
        {m.courses.card.lessons({ n: course.lessons })}
      </p>
    </article>
  );
}

function Facts({ course }: { course: CourseCard }) {
  const { m } = useI18n();
  return (
    <p className="mt-3 text-sm text-muted">
      {m.courses.card.minutes({ n: course.minutes })}
      {' · '}
      {m.courses.card.lessons({ n: course.lessons })}
      {' · '}
      <span className="sr-only">{m.courses.card.languages}: </span>
      {course.languages.map((language, index) => (
        <Fragment key={language}>
          {index > 0 && ' · '}
          <span lang={language} className="whitespace-nowrap">
            {localeNames[language]}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** Makes the whole of what it stands in lead to the course. */
function CourseLink({ course }: { course: CourseCard }) {
  return (
    <Link
      to={`/courses/${course.slug}`}
      prefetch="intent"
      className="after:absolute after:inset-0 hover:text-accent"
    >
      {course.title}
    </Link>
  );
}
