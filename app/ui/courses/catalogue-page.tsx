import type { CatalogueFilter, CourseCard as Shown } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Page } from '../primitives/page';
import { CourseCard } from './course-card';
import { CourseFilters } from './course-filters';

/** `total`: how many courses there are without a filter. */
export function CataloguePage(props: { courses: Shown[]; filter: CatalogueFilter; total: number }) {
  const { courses, filter, total } = props;
  const { m } = useI18n();
  const { catalogue } = m.courses;
  return (
    <Page title={catalogue.title} lead={catalogue.lead} width="wide">
      {total === 0 ? (
        <Empty title={catalogue.empty}>{catalogue.emptyText}</Empty>
      ) : (
        <>
          <CourseFilters filter={filter} />
          <p role="status" className="mb-4 text-muted">
            {catalogue.found({ n: courses.length })}
          </p>
          {courses.length === 0 ? (
            <Empty
              title={catalogue.noMatch}
              action={
                <ButtonLink to="/courses" tone="quiet">
                  {m.courses.home.all}
                </ButtonLink>
              }
            >
              {catalogue.noMatchText}
            </Empty>
          ) : (
            <ul className={`grid gap-6 ${courses.length > 1 ? 'md:grid-cols-2 lg:grid-cols-3' : ''}`}>
              {courses.map((course) => (
                <li key={course.slug}>
                  <CourseCard course={course} alone={courses.length === 1} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}
