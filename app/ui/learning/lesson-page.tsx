// The reader: a lesson's text with its notes and quiz, where it stands in the course, and the way on.
import { Form, Link, useNavigation, useSearchParams } from '@remix-run/react';
import { useRef } from 'react';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '~/ui/primitives/button';
import { Chevron } from '~/ui/primitives/chevron';
import { Badge, Notice } from '~/ui/primitives/notice';
import { FinishedCard } from './finished-card';
import type { LessonData, LessonReply } from './lesson-data';
import { LessonList, Outline } from './lesson-list';
import { LessonNotices } from './lesson-notices';
import { coursePath, enrolPath, lessonPath, lessonSubpath } from './paths';
import { QuizForm } from './quiz-form';
import { ReflectForm } from './reflect-form';
import { RenderedPart } from './rendered';
import { usePlainLinks } from './use-plain-links';

export function LessonPage({ data, reply }: { data: LessonData; reply?: LessonReply | undefined }) {
  const { m, format } = useI18n();
  const [query] = useSearchParams();
  const page = useRef<HTMLDivElement>(null);
  usePlainLinks(page);
  const lng = query.get('lng');
  const { course, lesson, enrolment, outline } = data;
  const total = data.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const text = m.learning.lesson;
  return (
    <div
      ref={page}
      data-theme={course.theme}
      className="mx-auto w-full max-w-6xl px-4 pt-3 pb-16 sm:px-6 sm:pt-8 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-20 lg:pt-12"
    >
      {/* Another lesson is another article: nothing typed in one may stay in the next. */}
      <article
        key={`${lesson.slug}/${lesson.digest}`}
        className="min-w-0 max-w-[39rem] lg:col-start-2 lg:row-start-1"
      >
        <header className="mb-6 sm:mb-8">
          <p className="mb-1 sm:mb-3">
            <Link to={coursePath(course.slug, { lng })} className="link inline-flex min-h-11 items-center">
              {course.title}
            </Link>
          </p>
          <h1 lang={lesson.locale} className="text-3xl sm:text-4xl">
            {lesson.title}
          </h1>
          <p lang={lesson.locale} className="mt-3 text-lg text-muted">
            {lesson.summary}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 text-[0.9375rem] sm:mt-4 text-muted">
            <span>{text.position({ position: lesson.position, total })}</span>
            <span>
              {lesson.kind === 'quiz'
                ? text.quizMinutes({ count: lesson.minutes })
                : text.minutes({ count: lesson.minutes })}
            </span>
            {!lesson.required && <Badge>{text.optional}</Badge>}
            {!enrolment && <Badge tone="accent">{text.preview}</Badge>}
            <a href="#lessons" className="link no-print inline-flex min-h-11 items-center lg:hidden">
              {text.toLessons}
            </a>
          </p>
        </header>
        {enrolment?.completedAt != null && query.has('finished') && (
          <FinishedCard course={course.title} recordId={enrolment.recordId} />
        )}
        <LessonNotices data={data} lng={lng} refusal={query.get('said')} />
        {lesson.state === 'complete' && lesson.completedAt !== null && !query.has('finished') && (
          <Notice tone="positive">
            {(lesson.kind === 'quiz' ? text.passedOn : text.completedOn)({
              date: format.date(lesson.completedAt),
            })}
          </Notice>
        )}
        {outline.length > 1 && (
          <details className="no-print mb-8 rounded-card border border-line bg-surface lg:hidden">
            <summary className="flex min-h-11 cursor-pointer items-center justify-between px-4 font-medium">
              {text.onThisPage}
              <Chevron />
            </summary>
            <div className="px-4 pb-3">
              <Outline outline={outline} lang={lesson.locale} />
            </div>
          </details>
        )}
        <Segments data={data} lng={lng} reply={reply} saved={query.get('saved')} />
        <Onward data={data} lng={lng} />
      </article>
      <div className="no-print mt-14 border-t border-line pt-8 lg:col-start-1 lg:row-start-1 lg:mt-0 lg:border-0 lg:pt-2">
        <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <LessonList data={data} lng={lng} />
          {outline.length > 1 && (
            <nav aria-labelledby="outline-label" className="mt-8 hidden lg:block">
              <h2 id="outline-label" className="eyebrow mb-2 font-sans">
                {text.onThisPage}
              </h2>
              <Outline outline={outline} lang={lesson.locale} />
            </nav>
          )}
        </div>
      </div>
    </div>
  );
}

/** Segments never move within a text. */
const partId = (index: number) => `text-part-${index}`;

function Segments(props: {
  data: LessonData;
  lng: string | null;
  reply: LessonReply | undefined;
  saved: string | null;
}) {
  const { data, lng, reply, saved } = props;
  const { m } = useI18n();
  const { course, lesson, kept, notes, quiz } = data;
  return data.segments.map((segment, index) => {
    if (segment.kind === 'html') {
      return <RenderedPart key={partId(index)} id={partId(index)} lang={lesson.locale} html={segment.html} />;
    }
    if (segment.kind === 'reflect') {
      const typed = kept?.note?.id === segment.id ? kept.note.note : undefined;
      return (
        <ReflectForm
          key={segment.id}
          id={segment.id}
          prompt={segment.html}
          lang={lesson.locale}
          action={lessonSubpath(course.slug, lesson.slug, `reflections/${segment.id}`, { lng })}
          digest={lesson.digest}
          note={typed ?? notes[segment.id] ?? ''}
          typed={typed !== undefined}
          saved={saved === segment.id}
          reply={reply}
          signedIn={data.signedIn}
        />
      );
    }
    if (!quiz) return null;
    return (
      <div key={segment.id}>
        {!data.enrolment && <Notice>{m.learning.quiz.enrolFirst}</Notice>}
        <QuizForm
          quiz={quiz}
          digest={lesson.digest}
          action={lessonSubpath(course.slug, lesson.slug, 'attempt', { lng })}
          lang={lesson.locale}
          answers={(reply?.form === 'quiz' ? reply.answers : kept?.answers) ?? {}}
          reply={reply}
          attemptPath={(id) => lessonSubpath(course.slug, lesson.slug, `attempts/${id}`, { lng })}
        />
      </div>
    );
  });
}

/** What the reader does at the end: enrol, complete, go on or finish; and the lessons beside this one. */
function Onward({ data, lng }: { data: LessonData; lng: string | null }) {
  const { m, format } = useI18n();
  const { course, lesson, enrolment, previous, next } = data;
  const text = m.learning.lesson;
  const complete = lessonSubpath(course.slug, lesson.slug, 'complete', { lng });
  const busy = useNavigation().state === 'submitting';
  const done = lesson.state === 'complete' || lesson.state === 'changed';
  return (
    <footer className="no-print mt-12 border-t border-line pt-8">
      {!enrolment ? (
        <section aria-labelledby="enrol" className="rounded-card border border-accent/40 bg-accent-soft p-6">
          <h2 id="enrol" className="text-xl">
            {text.enrolTitle}
          </h2>
          <p className="mt-1 mb-4">{text.enrolLead}</p>
          <Form method="post" action={enrolPath(course.slug, { lng })}>
            <input type="hidden" name="lesson" value={lesson.slug} />
            <Button disabled={busy}>{text.enrol}</Button>
          </Form>
        </section>
      ) : enrolment.settle ? (
        <Form method="post" action={complete}>
          <p className="mb-3">{text.finishLead}</p>
          <input type="hidden" name="text" value={lesson.digest} />
          <Button disabled={busy}>{text.finish}</Button>
        </Form>
      ) : done ? (
        <ButtonLink
          to={next ? lessonPath(course.slug, next.slug, { lng }) : coursePath(course.slug, { lng })}
        >
          {next ? text.continue : text.backToCourse}
        </ButtonLink>
      ) : (
        lesson.kind === 'reading' && (
          <Form method="post" action={complete}>
            <input type="hidden" name="text" value={lesson.digest} />
            <Button disabled={busy} className="w-full sm:w-auto">
              {next ? text.complete : text.completeLast}
            </Button>
          </Form>
        )
      )}
      {enrolment?.completedAt != null && (
        <p className="mt-4 text-muted">
          {m.learning.finished.standing({ date: format.date(enrolment.completedAt) })}{' '}
          {enrolment.recordId && (
            <Link className="link" to={`/records/${enrolment.recordId}`}>
              {m.learning.my.record}
            </Link>
          )}
        </p>
      )}
      {(previous || next) && (
        <div className="mt-10 grid gap-4 sm:grid-cols-2">
          {previous && (
            <Neighbour
              label={text.previous}
              title={previous.title}
              to={lessonPath(course.slug, previous.slug, { lng })}
            />
          )}
          {next && (
            <Neighbour
              label={text.next}
              title={next.title}
              to={lessonPath(course.slug, next.slug, { lng })}
              className="sm:col-start-2 sm:text-right"
            />
          )}
        </div>
      )}
    </footer>
  );
}

function Neighbour(props: { label: string; title: string; to: string; className?: string }) {
  return (
    <Link
      to={props.to}
      className={`block rounded-card border border-line bg-surface px-5 py-4 hover:border-accent ${props.className ?? ''}`}
    >
      <span className="block text-[0.875rem] text-muted">{props.label}</span>
      <span className="mt-0.5 block font-serif text-lg leading-snug text-ink">{props.title}</span>
    </Link>
  );
}
