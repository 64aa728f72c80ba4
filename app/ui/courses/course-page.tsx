import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { CourseView, EditionNews, EnrolmentView } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { KeepCourse } from '../offline/keep-course';
import { Button, ButtonLink } from '../primitives/button';
import { Progress } from '../primitives/progress';
import { CourseFacts } from './course-facts';
import { CourseOutline } from './course-outline';
import { EditionList } from './edition-list';
import { RecordSample, type Sample } from './record-sample';

export type CoursePageData = {
  course: CourseView;
  /** What the newest editions brought, the newest first; `earlier`: how many there are before those. */
  news: EditionNews[];
  earlier: number;
  /** Null for who is not enrolled or not signed in. */
  enrolment: EnrolmentView | null;
  /** What the reader completed and the course has no more. */
  past: { title: string; locale: string; completedAt: number }[];
  sample: Sample;
};

export function CoursePage({ course, news, earlier, enrolment, past, sample }: CoursePageData) {
  const { m } = useI18n();
  const words = m.courses.course;
  return (
    <div data-theme={course.theme}>
      <div className="border-b border-line bg-accent-soft">
        <div className="mx-auto max-w-6xl px-gutter py-page">
          <p className="mb-3 font-semibold text-accent">{m.common.themes[course.theme]}</p>
          <h1 className="max-w-3xl text-5xl" lang={course.lang}>
            {course.title}
          </h1>
          <p className="mt-4 max-w-2xl text-lg sm:text-xl" lang={course.lang}>
            {course.summary}
          </p>
          <div className="mt-8">
            <Way course={course} enrolment={enrolment} />
          </div>
        </div>
      </div>
      <div className="mx-auto grid max-w-6xl gap-x-16 gap-y-part px-gutter py-page lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-part">
          <Part id="objectives" title={words.objectives}>
            <ul className="mt-5 max-w-2xl space-y-3" lang={course.lang}>
              {course.objectives.map((objective) => (
                <li key={objective} className="flex gap-3.5">
                  <span aria-hidden="true" className="mt-[0.8em] h-0.5 w-4 shrink-0 bg-accent" />
                  {objective}
                </li>
              ))}
            </ul>
          </Part>
          <Part id="outline" title={words.outline}>
            <p className="mt-1 text-muted">
              {words.outlineSize({ modules: course.modules.length, lessons: course.lessons })}
            </p>
            <CourseOutline course={course} enrolment={enrolment} />
            {past.length > 0 && <Past past={past} />}
          </Part>
          <Part id="editions" title={words.editions}>
            <EditionList news={news} earlier={earlier} />
          </Part>
        </div>
        <aside className="space-y-6">
          <CourseFacts course={course} />
          <RecordSample course={course} sample={sample} recordId={enrolment?.recordId ?? null} />
        </aside>
      </div>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The one thing to do next. */
function Way({ course, enrolment }: { course: CourseView; enrolment: EnrolmentView | null }) {
  const { m } = useI18n();
  const words = m.courses.course;
  if (!enrolment) {
    return (
      <Form
        method="post"
        action={`/courses/${course.slug}/enrol`}
        className="flex flex-wrap items-center gap-4"
      >
        <Button className="px-7">{words.enrol}</Button>
        <p className="text-sm text-muted">{words.enrolHint}</p>
      </Form>
    );
  }
  const { done, total, finished, next, recordId } = enrolment;
  return (
    <div className="max-w-md">
      <p className="mb-2 font-medium">{finished ? words.finished : words.progressOf({ done, total })}</p>
      <Progress done={done} total={total} label={words.progress} />
      <div className="mt-5 flex flex-wrap gap-3">
        {recordId && <ButtonLink to={`/records/${recordId}`}>{words.record}</ButtonLink>}
        <ButtonLink to={`/courses/${course.slug}/lessons/${next}`} tone={recordId ? 'quiet' : 'main'}>
          {finished ? words.review : words.continue}
        </ButtonLink>
      </div>
      <div className="mt-4">
        <KeepCourse course={course.slug} />
      </div>
    </div>
  );
}

/** Lessons that were completed and have left the course: nobody's work disappears without a word. */
function Past({ past }: { past: CoursePageData['past'] }) {
  const { m, format } = useI18n();
  const words = m.courses.course;
  return (
    <section aria-labelledby="past" className="mt-10">
      <h3 id="past" className="text-xl">
        {words.past}
      </h3>
      <p className="mt-1 text-sm text-muted">{words.pastText}</p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {past.map(({ title, locale, completedAt }) => (
          <li key={title} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5">
            <span lang={locale} className="font-medium">
              {title}
            </span>
            <span className="text-sm text-muted">{words.pastLine({ date: format.date(completedAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
