import { useNavigation, useSearchParams } from '@remix-run/react';
import { type CatalogueFilter, type CourseCard as Shown, themes } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Page } from '../primitives/page';
import { type CardProgress, CourseCard } from './course-card';
import { CourseFilters } from './course-filters';

type Listed = Shown & { progress: CardProgress };

/** More than these are put under the headings of their themes: they are looked through, not read. Never pages: one list can be searched. */
const mostUngrouped = 12;

/** `total`: how many courses there are without a filter. */
export function CataloguePage(props: { courses: Listed[]; filter: CatalogueFilter; total: number }) {
  const { courses, filter, total } = props;
  const { m } = useI18n();
  const [search] = useSearchParams();
  const going = useNavigation();
  const busy = going.state === 'loading' && going.location.pathname === '/courses';
  const { catalogue } = m.courses;
  const lng = search.get('lng');
  return (
    <Page title={catalogue.title} lead={catalogue.lead} width="wide">
      {total === 0 ? (
        <Empty title={catalogue.empty}>{catalogue.emptyText}</Empty>
      ) : (
        <>
          <CourseFilters filter={filter} />
          <p role="status" className="mb-5 text-muted">
            {catalogue.found({ n: courses.length })}
          </p>
          <section
            aria-label={catalogue.results}
            aria-busy={busy}
            className="transition-opacity duration-(--calm) aria-busy:opacity-60"
          >
            {courses.length === 0 ? (
              <Empty
                title={catalogue.noMatch}
                action={
                  <ButtonLink to={lng ? `/courses?lng=${lng}` : '/courses'} tone="quiet">
                    {catalogue.all}
                  </ButtonLink>
                }
              >
                {catalogue.noMatchText}
              </Empty>
            ) : courses.length > mostUngrouped && !filter.theme ? (
              <ByTheme courses={courses} />
            ) : (
              <Cards courses={courses} />
            )}
          </section>
        </>
      )}
    </Page>
  );
}

function ByTheme({ courses }: { courses: Listed[] }) {
  const { m } = useI18n();
  return themes.map((theme) => {
    const these = courses.filter((course) => course.theme === theme);
    if (these.length === 0) return null;
    return (
      <section key={theme} aria-labelledby={`theme-${theme}`} data-theme={theme} className="mb-part">
        <div className="mb-5 flex flex-wrap items-baseline gap-x-4">
          <h2 id={`theme-${theme}`} className="text-2xl text-accent">
            {m.common.themes[theme]}
          </h2>
          <p className="text-sm text-muted">{m.courses.catalogue.found({ n: these.length })}</p>
        </div>
        <Cards courses={these} brief />
      </section>
    );
  });
}

function Cards({ courses, brief = false }: { courses: Listed[]; brief?: boolean }) {
  const alone = courses.length === 1 && !brief;
  return (
    <ul className={`grid gap-x-6 gap-y-5 ${alone ? '' : 'md:grid-cols-2 lg:grid-cols-3'}`}>
      {courses.map(({ progress, ...course }) => (
        <li key={course.slug} className="min-w-0">
          <CourseCard course={course} progress={progress} level={brief ? 3 : 2} alone={alone} brief={brief} />
        </li>
      ))}
    </ul>
  );
}
