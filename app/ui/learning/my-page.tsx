// Where a learner lands: one obvious way on, then the courses and the records.
import { Link, useSearchParams } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '~/ui/primitives/button';
import { Card, Empty } from '~/ui/primitives/card';
import { Badge } from '~/ui/primitives/notice';
import { Page } from '~/ui/primitives/page';
import { Progress } from '~/ui/primitives/progress';
import { coursePath, lessonPath, recordPath } from './paths';

export type MyData = {
  title: string;
  /** The one to go on with; null when there is no unfinished course. */
  onward: {
    course: string;
    theme: string;
    slug: string;
    lesson: string;
    lessonSlug: string;
    begun: boolean;
  } | null;
  courses: {
    slug: string;
    title: string;
    theme: string;
    done: number;
    total: number;
    completedAt: number | null;
    /** Everything is done, and the record is there for the asking. */
    settle: boolean;
    resume: string;
    /** Titles of lessons that changed. */
    changed: string[];
    again: string[];
    /** How many required lessons were added since the course was completed. */
    added: number;
  }[];
  records: { id: string; course: string; issuedAt: number; revoked: boolean }[];
};

export function MyPage({ data }: { data: MyData }) {
  const { m } = useI18n();
  const text = m.learning.my;
  const { onward, courses, records } = data;
  const [query] = useSearchParams();
  const lng = query.get('lng');
  return (
    <Page title={text.title} width="wide">
      {courses.length === 0 ? (
        <Empty title={text.emptyTitle} action={<ButtonLink to="/courses">{text.browse}</ButtonLink>}>
          {text.empty}
        </Empty>
      ) : onward ? (
        <section
          aria-labelledby="onward"
          data-theme={onward.theme}
          className="rounded-card border border-accent/40 bg-accent-soft p-6 sm:p-10"
        >
          <p className="eyebrow mb-2">{onward.begun ? text.resume : text.begin}</p>
          <h2 id="onward" className="max-w-3xl text-2xl sm:text-3xl">
            {onward.lesson}
          </h2>
          <p className="mt-2 mb-6 text-lg text-muted">{onward.course}</p>
          <ButtonLink
            to={lessonPath(onward.slug, onward.lessonSlug, { lng })}
            prefetch="intent"
            className="w-full px-8 py-3 text-lg sm:w-auto"
          >
            {onward.begun ? text.continue : text.start}
          </ButtonLink>
        </section>
      ) : (
        <section
          aria-labelledby="all-done"
          className="rounded-card border border-positive/40 bg-positive-soft p-6 sm:p-10"
        >
          <h2 id="all-done" className="text-2xl text-positive sm:text-3xl">
            {text.allDoneTitle}
          </h2>
          <p className="mt-2 mb-6 max-w-prose text-lg">{text.allDone}</p>
          <ButtonLink to="/courses">{text.browse}</ButtonLink>
        </section>
      )}
      {courses.length > 0 && (
        <section aria-labelledby="courses" className="mt-14">
          <h2 id="courses" className="mb-5 text-2xl">
            {text.courses}
          </h2>
          <ul className={`grid gap-5 ${courses.length > 1 ? 'md:grid-cols-2' : ''}`}>
            {courses.map((course) => (
              <li key={course.slug}>
                <CourseCard course={course} lng={lng} />
              </li>
            ))}
          </ul>
          {onward && (
            <p className="mt-6">
              <Link to="/courses" className="link inline-flex min-h-11 items-center">
                {text.browse}
              </Link>
            </p>
          )}
        </section>
      )}
      {records.length > 0 && <Records records={records} />}
    </Page>
  );
}

function CourseCard({ course, lng }: { course: MyData['courses'][number]; lng: string | null }) {
  const { m, format } = useI18n();
  const text = m.learning.my;
  const progress = text.progress({ done: course.done, total: course.total });
  return (
    <Card theme={course.theme} className="flex h-full flex-col">
      <h3 className="text-xl">
        <Link to={coursePath(course.slug, { lng })} className="-my-2 block py-2 hover:text-accent">
          {course.title}
        </Link>
      </h3>
      {course.completedAt !== null && (
        <p className="mt-2">
          <Badge tone="positive">{text.completedOn({ date: format.date(course.completedAt) })}</Badge>
        </p>
      )}
      {course.completedAt === null && (
        <div className="mt-3">
          <Progress done={course.done} total={course.total} label={progress} />
          <p className="mt-1 text-[0.9375rem] text-muted">{progress}</p>
        </div>
      )}
      <ul className="mt-3 space-y-1 text-[0.9375rem]">
        {course.again.length > 0 && (
          <li className="text-warning">{text.again({ lessons: format.list(course.again) })}</li>
        )}
        {course.changed.length > 0 && (
          <li className="text-muted">{text.changed({ lessons: format.list(course.changed) })}</li>
        )}
        {course.added > 0 && <li className="text-muted">{text.added({ count: course.added })}</li>}
        {course.settle && <li className="font-medium text-positive">{text.finish}</li>}
      </ul>
      <div className="mt-auto pt-4">
        <ButtonLink
          tone="quiet"
          to={
            course.completedAt === null
              ? lessonPath(course.slug, course.resume, { lng })
              : coursePath(course.slug, { lng })
          }
        >
          {course.completedAt === null ? text.continue : text.openCourse}
          <span className="sr-only">: {course.title}</span>
        </ButtonLink>
      </div>
    </Card>
  );
}

function Records({ records }: { records: MyData['records'] }) {
  const { m, format } = useI18n();
  const text = m.learning.my;
  return (
    <section aria-labelledby="records" className="mt-14">
      <h2 id="records" className="mb-5 text-2xl">
        {text.records}
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {records.map((record) => (
          <li key={record.id} className="flex flex-wrap items-center gap-x-4 px-5 py-2">
            <Link to={recordPath(record.id)} className="link inline-flex min-h-11 items-center">
              {text.recordOf({ course: record.course, date: format.date(record.issuedAt) })}
            </Link>
            {record.revoked && <Badge tone="danger">{text.revoked}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
