// The lessons of a course in order, with what each is, how long it takes and whether the reader has done it.
import { Link } from '@remix-run/react';
import type { CourseView, EnrolmentView, LessonView } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { Badge } from '../primitives/notice';

type Props = { course: CourseView; enrolment: EnrolmentView | null };

export function CourseOutline({ course, enrolment }: Props) {
  return course.modules.map((module, index) => (
    <section key={module.id} aria-labelledby={`module-${module.id}`} className="mt-8">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={`module-${module.id}`} className="text-xl" lang={course.lang}>
          <span aria-hidden="true" className="mr-2.5 text-muted">
            {index + 1}
          </span>
          {module.title}
        </h3>
        <ModuleSize module={module} />
      </div>
      <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {module.lessons.map((lesson) => (
          <li key={lesson.slug} className="relative flex gap-4 px-4 py-4 sm:px-5">
            <Tick lesson={lesson} enrolment={enrolment} />
            <Lesson course={course} lesson={lesson} enrolment={enrolment} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

function ModuleSize({ module }: { module: CourseView['modules'][number] }) {
  const { m } = useI18n();
  const { card } = m.courses;
  return (
    <p className="text-sm text-muted">
      {card.lessons({ n: module.lessons.length })} · {card.minutes({ n: module.minutes })}
    </p>
  );
}

function Lesson({ course, lesson, enrolment }: Props & { lesson: LessonView }) {
  const { m, locale } = useI18n();
  const words = m.courses.course;
  const open = enrolment !== null || lesson.preview;
  const changed = enrolment?.changed.includes(lesson.slug);
  const again = enrolment?.again.includes(lesson.slug);
  return (
    <div className="min-w-0 flex-1">
      <p className="font-semibold" lang={lesson.lang}>
        {open ? (
          <Link
            to={`/courses/${course.slug}/lessons/${lesson.slug}`}
            prefetch="intent"
            className="text-accent underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            {lesson.title}
          </Link>
        ) : (
          lesson.title
        )}
      </p>
      <p className="mt-0.5 text-sm text-muted" lang={lesson.lang}>
        {lesson.summary}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        <span>{words.kinds[lesson.kind]}</span>
        <span>{m.courses.card.minutes({ n: lesson.minutes })}</span>
        {!lesson.required && <Badge>{words.optional}</Badge>}
        {lesson.preview && !enrolment && <Badge tone="accent">{words.preview}</Badge>}
        {lesson.lang !== locale && (
          <Badge>{words.inLanguage({ language: m.common.languages[lesson.lang] })}</Badge>
        )}
        {changed && <Badge tone="warning">{words.changed}</Badge>}
        {again && <Badge tone="warning">{words.again}</Badge>}
      </p>
      {(changed || again) && (
        <Link
          to={`/courses/${course.slug}/lessons/${lesson.slug}/changes`}
          className="link relative z-10 inline-flex min-h-11 items-center text-sm"
        >
          {words.showChanges}
          <span className="sr-only">: {lesson.title}</span>
        </Link>
      )}
    </div>
  );
}

/** Whether the lesson is done, to the eye and to assistive technology alike. */
function Tick({ lesson, enrolment }: { lesson: LessonView; enrolment: EnrolmentView | null }) {
  const { m } = useI18n();
  if (!enrolment) return null;
  const done = enrolment.completed.includes(lesson.slug);
  return (
    <span className="mt-0.5 shrink-0">
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        className={done ? 'text-positive' : 'text-control'}
      >
        <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="1.6" />
        {done && (
          <path
            d="m7.5 12.5 3 3 6-6.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        )}
      </svg>
      {done && <span className="sr-only">{m.courses.course.done}</span>}
    </span>
  );
}
