import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { CourseView, EnrolmentView } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';
import { Progress } from '../primitives/progress';
import { LanguageList } from './course-card';
import { CourseOutline } from './course-outline';

/** `enrolment` is null for who is not enrolled or not signed in. */
export function CoursePage(props: { course: CourseView; enrolment: EnrolmentView | null }) {
  const { course, enrolment } = props;
  const { m } = useI18n();
  const words = m.courses.course;
  return (
    <div data-theme={course.theme}>
      <div className="border-b border-line bg-accent-soft">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="mb-3 font-semibold text-accent">{m.common.themes[course.theme]}</p>
          <h1 className="max-w-3xl text-3xl sm:text-5xl" lang={course.lang}>
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
      <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-10 px-4 py-10 sm:px-6 sm:py-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <section aria-labelledby="objectives">
            <h2 id="objectives" className="text-2xl">
              {words.objectives}
            </h2>
            <ul className="mt-4 space-y-2.5" lang={course.lang}>
              {course.objectives.map((objective) => (
                <li key={objective} className="flex gap-3">
                  <span aria-hidden="true" className="mt-3 h-0.5 w-4 shrink-0 bg-accent" />
                  {objective}
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="outline" className="mt-12">
            <h2 id="outline" className="text-2xl">
              {words.outline}
            </h2>
            <CourseOutline course={course} enrolment={enrolment} />
          </section>
        </div>
        <Facts course={course} />
      </div>
    </div>
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
        <Button>{words.enrol}</Button>
        <p className="text-[0.9375rem] text-muted">{words.enrolHint}</p>
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
    </div>
  );
}

function Facts({ course }: { course: CourseView }) {
  const { m, format } = useI18n();
  const words = m.courses.course;
  const { card } = m.courses;
  const { edition } = course;
  return (
    <aside className="space-y-6">
      <section aria-labelledby="facts" className="rounded-card border border-line bg-surface p-6">
        <h2 id="facts" className="text-xl">
          {words.facts}
        </h2>
        <dl className="mt-4 space-y-3 text-[0.9375rem]">
          <Fact name={words.time}>{card.minutes({ n: course.minutes })}</Fact>
          <Fact name={words.outline}>
            {card.lessons({ n: course.lessons })}
            {course.quizzes > 0 && ` · ${card.quizzes({ n: course.quizzes })}`}
          </Fact>
          {course.quizzes > 0 && <Fact name={words.passMark}>{format.percent(course.mark / 100)}</Fact>}
          <Fact name={card.languages}>
            <LanguageList languages={course.languages} />
          </Fact>
          <Fact name={words.edition}>
            {words.editionValue({ number: edition.number, date: format.date(edition.publishedAt) })}
          </Fact>
        </dl>
        <a
          href={`/editions/${edition.digest}.json`}
          className="link mt-3 inline-flex min-h-11 items-center text-[0.9375rem]"
        >
          {words.manifest}
        </a>
      </section>
      <section aria-labelledby="record" className="rounded-card border border-accent/40 bg-accent-soft p-6">
        <h2 id="record" className="text-xl">
          {words.get}
        </h2>
        <p className="mt-3 text-[0.9375rem]">{words.getText}</p>
        <a href="/issuer" className="link mt-2 inline-flex min-h-11 items-center text-[0.9375rem]">
          {words.issuer}
        </a>
      </section>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
