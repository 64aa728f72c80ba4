// Where a learner lands: one obvious way on, then the courses and the records.
import { Link, useSearchParams } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { KeepCourse } from '~/ui/offline/keep-course';
import { ButtonLink } from '~/ui/primitives/button';
import { Empty } from '~/ui/primitives/card';
import { Badge } from '~/ui/primitives/notice';
import { Page } from '~/ui/primitives/page';
import { Progress } from '~/ui/primitives/progress';
import { coursePath, lessonPath, lessonSubpath, recordPath } from './paths';

type ChangedLesson = { slug: string; title: string };

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
    /** The paragraph to go on at. */
    block: number | null;
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
    /** The paragraph to go on at. */
    block: number | null;
    /** Lessons that changed. */
    changed: ChangedLesson[];
    again: ChangedLesson[];
    /** How many required lessons were added since the course was completed. */
    added: number;
  }[];
  records: { id: string; course: string; issuedAt: number; revoked: boolean }[];
};

const placeOf = ({ block }: { block: number | null }) => (block === null ? {} : { hash: `b${block}` });

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
          className="rounded-card border border-transparent bg-accent-soft p-6 sm:p-10"
        >
          <p className="eyebrow mb-2">{onward.begun ? text.resume : text.begin}</p>
          <h2 id="onward" className="max-w-3xl text-2xl sm:text-3xl">
            {onward.lesson}
          </h2>
          <p className="mt-2 mb-6 text-lg text-muted">{onward.course}</p>
          <ButtonLink
            to={lessonPath(onward.slug, onward.lessonSlug, { lng, ...placeOf(onward) })}
            prefetch="intent"
            className="w-full px-8 py-3 text-lg sm:w-auto"
          >
            {onward.begun ? text.continue : text.start}
          </ButtonLink>
        </section>
      ) : (
        <section
          aria-labelledby="all-done"
          className="rounded-card border border-transparent bg-positive-soft p-6 sm:p-10"
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
          <ul className="divide-y divide-line border-y border-line">
            {courses.map((course) => (
              <li key={course.slug}>
                <CourseEntry course={course} lng={lng} />
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

/** Lessons that a newer edition changed, each leading to what is different in it. */
function ChangedLessons(props: {
  course: MyData['courses'][number];
  label: string;
  lessons: ChangedLesson[];
  tone: string;
}) {
  const [query] = useSearchParams();
  const { course, label, lessons, tone } = props;
  if (lessons.length === 0) return null;
  return (
    <li>
      <span className={tone}>{label}</span>
      <ul>
        {lessons.map(({ slug, title }) => (
          <li key={slug}>
            <Link
              to={lessonSubpath(course.slug, slug, 'changes', { lng: query.get('lng') })}
              className="link inline-flex min-h-11 items-center"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A course on one’s list: what it is and what changed in it; how far one is, and the way on. */
function CourseEntry({ course, lng }: { course: MyData['courses'][number]; lng: string | null }) {
  const { m, format } = useI18n();
  const text = m.learning.my;
  const progress = text.progress({ done: course.done, total: course.total });
  return (
    <article
      data-theme={course.theme}
      className="grid gap-x-16 gap-y-4 py-6 md:grid-cols-[minmax(0,1fr)_18rem] md:py-8"
    >
      <div>
        <h3 className="text-xl">
          <Link to={coursePath(course.slug, { lng })} className="-my-2 block py-2 hover:text-accent">
            {course.title}
          </Link>
        </h3>
        <ul className="mt-3 space-y-1 text-sm empty:hidden">
          <ChangedLessons course={course} label={text.again} lessons={course.again} tone="text-warning" />
          <ChangedLessons course={course} label={text.changed} lessons={course.changed} tone="text-muted" />
          {course.added > 0 && <li className="text-muted">{text.added({ count: course.added })}</li>}
          {course.settle && <li className="font-medium text-positive">{text.finish}</li>}
        </ul>
        <div className="mt-3">
          <KeepCourse course={course.slug} compact />
        </div>
      </div>
      <div className="flex flex-col items-start gap-4">
        {course.completedAt !== null ? (
          <Badge tone="positive">{text.completedOn({ date: format.date(course.completedAt) })}</Badge>
        ) : (
          <div className="w-full">
            <Progress done={course.done} total={course.total} label={progress} />
            <p className="mt-1 text-sm text-muted">{progress}</p>
          </div>
        )}
        <ButtonLink
          tone="quiet"
          to={
            course.completedAt === null
              ? lessonPath(course.slug, course.resume, { lng, ...placeOf(course) })
              : coursePath(course.slug, { lng })
          }
        >
          {course.completedAt === null ? text.continue : text.openCourse}
          <span className="sr-only">: {course.title}</span>
        </ButtonLink>
      </div>
    </article>
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
      <ul className="divide-y divide-line border-y border-line">
        {records.map((record) => (
          <li key={record.id} className="flex flex-wrap items-center gap-x-4 py-2">
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
