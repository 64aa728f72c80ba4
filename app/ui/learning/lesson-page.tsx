// The reader: a lesson's text with its notes and quiz, where it stands in the course, and the way on.
import { Form, Link, useNavigation, useSearchParams } from '@remix-run/react';
import { useRef } from 'react';
import { useI18n } from '~/i18n/react';
import type { Segment } from '~/mdx/schema';
import { MarksWhenUsed } from '~/ui/notes/marks-when-used';
import { CompletionWaits, NeedsNetwork, useWithWaiting, WaitingAnswer } from '~/ui/offline/lesson-offline';
import { Button, ButtonLink } from '~/ui/primitives/button';
import { Chevron } from '~/ui/primitives/chevron';
import { Badge, Notice } from '~/ui/primitives/notice';
import { QuizPlace } from '~/ui/quiz/quiz-place';
import { BesideText } from './beside-text';
import { FinishedCard } from './finished-card';
import { LessonBar } from './lesson-bar';
import type { LessonData, LessonReply } from './lesson-data';
import { LessonList, MinutesLeft, Outline } from './lesson-list';
import { LessonNotices } from './lesson-notices';
import { coursePath, enrolPath, lessonPath, lessonSubpath } from './paths';
import { ReflectForm } from './reflect-form';
import { RenderedPart } from './rendered';
import { usePlainLinks } from './use-plain-links';
import { useReaderTools } from './use-reader-tools';

export function LessonPage({ data: sent, reply }: { data: LessonData; reply?: LessonReply | undefined }) {
  const data = useWithWaiting(sent);
  const { m, locale } = useI18n();
  const [query] = useSearchParams();
  const page = useRef<HTMLDivElement>(null);
  usePlainLinks(page);
  const tools = useReaderTools(locale);
  const lng = query.get('lng');
  const { course, lesson, enrolment, outline } = data;
  const total = data.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  const text = m.learning.lesson;
  // Another lesson is another article, and another text too: nothing typed in one may stay in the next.
  const key = `${lesson.slug}/${lesson.digest}/${data.beside?.locale ?? ''}`;
  return (
    <div
      ref={page}
      data-theme={course.theme}
      className={`lesson mx-auto w-full px-4 pt-3 pb-16 sm:px-6 sm:pt-8 lg:pt-12 ${data.beside ? 'lesson-beside' : ''}`}
    >
      <article key={key} className="lesson-text min-w-0">
        {data.signedIn && (
          <MarksWhenUsed
            course={course.slug}
            lesson={lesson.slug}
            digest={lesson.digest}
            textLocale={lesson.locale}
          />
        )}
        <header className="mb-8 sm:mb-10">
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
          <p className="mt-2 flex flex-wrap items-center gap-x-4 text-[0.9375rem] text-muted sm:mt-4">
            <span>{text.position({ position: lesson.position, total })}</span>
            <span>
              {lesson.kind === 'quiz'
                ? text.quizMinutes({ count: lesson.minutes })
                : text.minutes({ count: lesson.minutes })}
            </span>
            {!lesson.required && <Badge>{text.optional}</Badge>}
            {!enrolment && <Badge tone="accent">{text.preview}</Badge>}
            <a
              href="#lessons"
              className={`link no-print inline-flex min-h-11 items-center ${data.beside ? '' : 'xl:hidden'}`}
            >
              {text.toLessons}
            </a>
          </p>
          <LessonBar data={data} />
        </header>
        {enrolment?.completedOn != null && query.has('finished') && (
          <FinishedCard course={course.title} recordId={enrolment.recordId} />
        )}
        <LessonNotices data={data} lng={lng} refusal={query.get('said')} />
        {lesson.state === 'complete' && lesson.completedOn !== null && !query.has('finished') && (
          <Notice tone="positive">
            {(lesson.kind === 'quiz' ? text.passedOn : text.completedOn)({
              date: lesson.completedOn,
            })}
          </Notice>
        )}
        <Objectives lesson={lesson} />
        {outline.length > 1 && (
          <details className="outline-fold no-print mb-8 rounded-card border border-line bg-surface">
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
        <CompletionWaits course={course.slug} lesson={lesson.slug} />
        <Onward data={data} lng={lng} />
      </article>
      <div className="lesson-list no-print">
        <LessonList data={data} lng={lng} />
      </div>
      <div className="lesson-side no-print">
        {outline.length > 1 && (
          <nav aria-labelledby="outline-label">
            <h2 id="outline-label" className="eyebrow mb-2 font-sans">
              {text.onThisPage}
            </h2>
            <Outline outline={outline} lang={lesson.locale} />
          </nav>
        )}
        {lesson.kind === 'reading' && <MinutesLeft minutes={lesson.minutes} />}
      </div>
      {tools && <tools.Tools key={`tools ${key}`} data={data} words={tools.words} page={page} />}
    </div>
  );
}

/** What the reader can do afterwards: no block of the text, which is read aloud and noted upon by its own blocks. */
function Objectives({ lesson }: { lesson: LessonData['lesson'] }) {
  const { m } = useI18n();
  if (lesson.objectives.length === 0) return null;
  return (
    <section aria-labelledby="objectives-label" className="objectives mb-9">
      <h2 id="objectives-label" className="eyebrow mb-2 font-sans">
        {m.learning.lesson.objectives}
      </h2>
      <ul lang={lesson.locale} className="space-y-1.5 text-[0.9375rem] leading-normal text-muted">
        {lesson.objectives.map((objective) => (
          <li key={objective} className="flex gap-3">
            <span aria-hidden="true" className="mt-[0.7em] h-px w-3 shrink-0 bg-accent" />
            <span className="min-w-0">{objective}</span>
          </li>
        ))}
      </ul>
    </section>
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
  const { data } = props;
  const { lesson, beside } = data;
  const place = (segment: Place) => <PlaceOf key={segment.id} {...props} segment={segment} />;
  if (beside) return <BesideText first={lesson.locale} beside={beside} place={place} />;
  return data.segments.map((segment, index) =>
    segment.kind === 'html' ? (
      <RenderedPart key={partId(index)} id={partId(index)} lang={lesson.locale} html={segment.html} />
    ) : (
      place(segment)
    ),
  );
}

type Place = Exclude<Segment, { kind: 'html' }>;

/** Where a text gives way to something one does: a private note, or the quiz. A block like any other, with a number. */
function PlaceOf(props: Parameters<typeof Segments>[0] & { segment: Place }) {
  const { data, lng, reply, saved, segment } = props;
  const { course, lesson, kept, notes, quiz } = data;
  // A text that was rendered before places had numbers.
  const block = segment.block ? { id: `b${segment.block}`, 'data-block': segment.block } : {};
  if (segment.kind === 'reflect') {
    const typed = kept?.note?.id === segment.id ? kept.note.note : undefined;
    return (
      <div {...block}>
        <WaitingAnswer course={course.slug} lesson={lesson.slug} id={segment.id}>
          {(written) => (
            <ReflectForm
              key={written === undefined ? 'sent' : 'written'}
              id={segment.id}
              prompt={segment.html}
              lang={lesson.locale}
              action={lessonSubpath(course.slug, lesson.slug, `reflections/${segment.id}`, { lng })}
              digest={lesson.digest}
              note={typed ?? written ?? notes[segment.id] ?? ''}
              version={typed === undefined ? (data.noteVersions[segment.id] ?? 0) : 0}
              typed={typed !== undefined}
              saved={saved === segment.id}
              reply={reply}
              signedIn={data.signedIn}
            />
          )}
        </WaitingAnswer>
      </div>
    );
  }
  if (!quiz) return null;
  return (
    <div {...block}>
      <NeedsNetwork>
        <QuizPlace
          quiz={quiz}
          reply={reply?.form === 'quiz' ? reply : undefined}
          kept={kept?.answers}
          enrolled={data.enrolment !== null}
          saved={saved === 'answers'}
          pathTo={(rest) =>
            rest
              ? lessonSubpath(course.slug, lesson.slug, rest, { lng })
              : lessonPath(course.slug, lesson.slug, { lng, hash: 'quiz' })
          }
        />
      </NeedsNetwork>
    </div>
  );
}

/** What the reader does at the end: enrol, complete, go on or finish; and the lessons beside this one. */
function Onward({ data, lng }: { data: LessonData; lng: string | null }) {
  const { m } = useI18n();
  const { course, lesson, enrolment, previous, next } = data;
  const text = m.learning.lesson;
  const complete = lessonSubpath(course.slug, lesson.slug, 'complete', { lng });
  const busy = useNavigation().state === 'submitting';
  const done = lesson.state === 'complete' || lesson.state === 'changed';
  // Only from where nothing can happen that the next page must know of: what was fetched in advance shows the state of that moment.
  const prefetch = done || !enrolment ? 'viewport' : 'none';
  const beside = data.beside?.locale;
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
          to={next ? lessonPath(course.slug, next.slug, { lng, beside }) : coursePath(course.slug, { lng })}
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
      {enrolment?.completedOn != null && (
        <p className="mt-4 text-muted">
          {m.learning.finished.standing({ date: enrolment.completedOn })}{' '}
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
              to={lessonPath(course.slug, previous.slug, { lng, beside })}
            />
          )}
          {next && (
            <Neighbour
              label={text.next}
              title={next.title}
              to={lessonPath(course.slug, next.slug, { lng, beside })}
              prefetch={prefetch}
              className="sm:col-start-2 sm:text-right"
            />
          )}
        </div>
      )}
    </footer>
  );
}

function Neighbour(props: {
  label: string;
  title: string;
  to: string;
  prefetch?: 'viewport' | 'none';
  className?: string;
}) {
  return (
    <Link
      to={props.to}
      prefetch={props.prefetch ?? 'none'}
      className={`block rounded-card border border-line bg-surface px-5 py-4 hover:border-accent ${props.className ?? ''}`}
    >
      <span className="block text-[0.875rem] text-muted">{props.label}</span>
      <span className="mt-0.5 block font-serif text-lg leading-snug text-ink">{props.title}</span>
    </Link>
  );
}
