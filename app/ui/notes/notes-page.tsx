// The reader's own notes, by course and lesson; found, changed, deleted and taken away.
import { Form, Link, useLocation, useSearchParams } from '@remix-run/react';
import { useId } from 'react';
import { noteKinds, searchLimit } from '~/domain/learning/schema';
import { useI18n } from '~/i18n/react';
import { lessonPath } from '~/ui/learning/paths';
import { Button, ButtonLink } from '~/ui/primitives/button';
import { Empty } from '~/ui/primitives/card';
import { Notice } from '~/ui/primitives/notice';
import { Page } from '~/ui/primitives/page';
import { NoteEntry } from './note-entry';
import type { ListedLesson, NotesData, NotesReply } from './notes-data';

export function NotesPage({ data, reply }: { data: NotesData; reply: NotesReply | undefined }) {
  const { m } = useI18n();
  const text = m.notes;
  const { courses, filter, count } = data;
  const filtered = Boolean(filter.q ?? filter.course ?? filter.kind);
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        data.any && (
          <ButtonLink to="/my/notes.md" reloadDocument tone="quiet" download className="no-print">
            {text.export}
          </ButtonLink>
        )
      }
    >
      <Outcome reply={reply} />
      {!data.any ? (
        <Empty title={text.emptyTitle} action={<ButtonLink to="/my">{text.toMyLearning}</ButtonLink>}>
          {text.empty}
        </Empty>
      ) : (
        <>
          <Search data={data} filtered={filtered} />
          {count === 0 ? (
            <Empty title={text.noneTitle}>{text.none}</Empty>
          ) : (
            filtered && (
              <p role="status" className="mb-6 text-muted">
                {text.found({ count })}
              </p>
            )
          )}
          {courses.map((course) => (
            <section
              key={course.slug}
              data-theme={course.theme}
              aria-labelledby={`course-${course.slug}`}
              className="mb-14"
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b-2 border-accent pb-1">
                <h2 id={`course-${course.slug}`} className="text-2xl">
                  {course.title}
                </h2>
                {data.choices.length > 1 && (
                  <a
                    href={`/my/notes.md?course=${course.slug}`}
                    download
                    className="link no-print inline-flex min-h-11 items-center text-sm"
                  >
                    {text.exportCourse}
                  </a>
                )}
              </div>
              {course.lessons.map((lesson) => (
                <Lesson key={lesson.slug} course={course.slug} lesson={lesson} reply={reply} />
              ))}
            </section>
          ))}
          <Pages page={data.page} pages={data.pages} />
        </>
      )}
    </Page>
  );
}

function Lesson({
  course,
  lesson,
  reply,
}: {
  course: string;
  lesson: ListedLesson;
  reply: NotesReply | undefined;
}) {
  const { m } = useI18n();
  const [query] = useSearchParams();
  const lng = query.get('lng');
  return (
    <section aria-labelledby={`lesson-${course}-${lesson.slug}`} className="mt-8">
      <h3 id={`lesson-${course}-${lesson.slug}`} className="text-xl">
        {lesson.current ? (
          <Link to={lessonPath(course, lesson.slug, { lng })} className="-my-2 block py-2 hover:text-accent">
            {lesson.title}
          </Link>
        ) : (
          lesson.title
        )}
      </h3>
      {!lesson.current && <p className="text-sm text-muted">{m.notes.formerly}</p>}
      <ul className="mt-2 divide-y divide-line">
        {lesson.notes.map((note) => (
          <NoteEntry
            key={note.id}
            course={course}
            lesson={lesson}
            note={note}
            reply={reply?.id === note.id && reply.lesson === lesson.slug ? reply : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** What the form that was just sent did, where the note it spoke of may be gone. */
function Outcome({ reply }: { reply: NotesReply | undefined }) {
  const { m } = useI18n();
  const { search } = useLocation();
  if (reply?.said !== 'removed' && reply?.said !== 'restored') return null;
  const undo = reply.said === 'removed' ? reply.undo : undefined;
  return (
    <Notice tone="positive">
      <span className="flex flex-wrap items-center gap-x-4">
        {reply.said === 'removed' ? m.notes.removed : m.notes.restored}
        {undo && (
          <Form method="post" action={`/my/notes${search}`} preventScrollReset>
            {Object.entries(undo).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button tone="plain">{m.notes.undo}</Button>
          </Form>
        )}
      </span>
    </Notice>
  );
}

const control = 'block min-h-11 w-full rounded-card border border-control bg-surface px-3.5 py-2 text-ink';

function Search({ data, filtered }: { data: NotesData; filtered: boolean }) {
  const { m } = useI18n();
  const text = m.notes;
  const { filter, choices } = data;
  const [query] = useSearchParams();
  const lng = query.get('lng');
  const id = useId();
  return (
    <Form
      method="get"
      action="/my/notes"
      role="search"
      aria-label={text.search}
      className="no-print mb-8 grid gap-3 sm:grid-cols-2"
    >
      {lng && <input type="hidden" name="lng" value={lng} />}
      <div className="sm:col-span-2">
        <label htmlFor={`${id}q`} className="mb-1 block text-sm font-medium">
          {text.search}
        </label>
        <input
          key={filter.q ?? ''}
          id={`${id}q`}
          type="search"
          name="q"
          defaultValue={filter.q ?? ''}
          maxLength={searchLimit}
          enterKeyHint="search"
          className={control}
        />
      </div>
      {choices.length > 1 && (
        <div className="min-w-0">
          <label htmlFor={`${id}course`} className="mb-1 block text-sm font-medium">
            {text.course}
          </label>
          <select
            key={filter.course ?? ''}
            id={`${id}course`}
            name="course"
            defaultValue={filter.course ?? ''}
            className={`${control} pr-10`}
          >
            <option value="">{text.allCourses}</option>
            {choices.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="min-w-0">
        <label htmlFor={`${id}kind`} className="mb-1 block text-sm font-medium">
          {text.kind}
        </label>
        <select
          key={filter.kind ?? ''}
          id={`${id}kind`}
          name="kind"
          defaultValue={filter.kind ?? ''}
          className={`${control} pr-10`}
        >
          <option value="">{text.allKinds}</option>
          {noteKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kindsMany[kind]}
            </option>
          ))}
        </select>
      </div>
      <div className={`flex flex-wrap items-end gap-3 ${choices.length > 1 ? 'sm:col-span-2' : ''}`}>
        <Button tone="quiet">{text.show}</Button>
        {filtered && (
          <ButtonLink to={lng ? `/my/notes?lng=${lng}` : '/my/notes'} tone="plain">
            {text.clear}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  const { m } = useI18n();
  const [query] = useSearchParams();
  if (pages < 2) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(query);
    next.set('page', String(number));
    return `/my/notes?${next}`;
  };
  return (
    <nav
      aria-label={m.notes.pages}
      className="no-print flex flex-wrap items-center gap-4 border-t border-line pt-6"
    >
      {page > 1 && (
        <ButtonLink to={to(page - 1)} tone="quiet" rel="prev">
          {m.common.table.previous}
        </ButtonLink>
      )}
      <span className="text-muted">{m.notes.page({ page, pages })}</span>
      {page < pages && (
        <ButtonLink to={to(page + 1)} tone="quiet" rel="next">
          {m.common.table.next}
        </ButtonLink>
      )}
    </nav>
  );
}
