import { Link } from '@remix-run/react';
import type { CourseCard as Shown } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { CourseCard } from './course-card';
import { Span } from './span';

/** What Parkbridge is, in one screen, and the newest courses below it. */
export function HomePage({ courses, signedIn }: { courses: Shown[]; signedIn: boolean }) {
  const { m } = useI18n();
  const { home } = m.courses;
  return (
    <>
      <section className="border-b border-line">
        <div className="mx-auto grid max-w-6xl items-center gap-8 px-4 py-10 sm:px-6 sm:py-14 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-14">
          <div>
            <p className="eyebrow mb-4">{home.eyebrow}</p>
            <h1 className="text-4xl sm:text-5xl lg:text-[3.25rem]">{home.title}</h1>
            <p className="mt-5 max-w-xl text-lg text-balance text-muted sm:text-xl">{home.lead}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              {signedIn ? (
                <>
                  <ButtonLink to="/my">{home.my}</ButtonLink>
                  <ButtonLink to="/courses" tone="quiet">
                    {home.browse}
                  </ButtonLink>
                </>
              ) : (
                <>
                  <ButtonLink to="/courses">{home.browse}</ButtonLink>
                  <ButtonLink to="/sign-in" tone="quiet">
                    {home.signIn}
                  </ButtonLink>
                </>
              )}
            </div>
          </div>
          <Span label={home.drawing} />
        </div>
        <dl className="mx-auto grid max-w-6xl gap-x-10 gap-y-6 px-4 pb-12 sm:px-6 md:grid-cols-3">
          {[home.points.exchange, home.points.languages, home.points.records].map((point) => (
            <div key={point.title} className="border-t-2 border-accent pt-4">
              <dt className="font-serif text-lg font-semibold">{point.title}</dt>
              <dd className="mt-1.5 text-muted">{point.text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="courses" className="mx-auto max-w-6xl px-4 py-12 sm:px-6 sm:py-16">
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
          <h2 id="courses" className="text-2xl sm:text-3xl">
            {home.courses}
          </h2>
          {courses.length > 0 && (
            <Link to="/courses" prefetch="intent" className="link inline-flex min-h-11 items-center">
              {home.all}
            </Link>
          )}
        </div>
        {courses.length === 0 ? (
          <p className="text-muted">{home.none}</p>
        ) : (
          <ul className={`grid gap-6 ${courses.length > 1 ? 'md:grid-cols-2 lg:grid-cols-3' : ''}`}>
            {courses.map((course) => (
              <li key={course.slug}>
                <CourseCard course={course} level={3} alone={courses.length === 1} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
