// Results as a reading list: each lesson by its title and the sentence in which something was found.
import { Form, Link, useLocation, useSearchParams } from '@remix-run/react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { mostCharacters, pageSize } from '~/domain/search/rules';
import type { CourseHit, LessonHit, Part, SearchAnswer, TermHit } from '~/domain/search/schema';
import { useI18n } from '~/i18n/react';
import { coursePath, lessonPath } from '../learning/paths';
import { Button, ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Chevron } from '../primitives/chevron';
import { Icon } from '../primitives/icon';
import { type Say, shownOfAGroup } from './say';

type Props = { signedIn: boolean; began: boolean; answer: SearchAnswer; say: Say };

export function SearchPage({ signedIn, began, answer, say }: Props) {
  const { courses, terms, lessons } = answer;
  return (
    <div className="mx-auto w-full max-w-6xl px-gutter pt-page">
      <h1 className={began ? 'sr-only' : 'text-4xl'}>{say.title}</h1>
      {!began && <p className="mt-3 max-w-2xl text-lg text-muted">{say.lead}</p>}
      <LargeBox asked={answer.asked} say={say} began={began} />
      {began ? (
        <>
          <div role="status" className="mt-5 max-w-3xl space-y-1.5">
            {say.corrected && <p className="text-ink">{say.corrected}</p>}
            {say.some && <p className="text-ink">{say.some}</p>}
            {say.cut && <p className="text-ink">{say.cut}</p>}
            {say.found && <p className="text-muted">{say.found}</p>}
          </div>
          {say.found ? (
            <div className="mt-8 grid gap-x-16 gap-y-12 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
              {(courses.hits.length > 0 || terms.hits.length > 0) && (
                <div className="min-w-0 space-y-10 lg:col-start-2 lg:row-start-1">
                  <Courses hits={courses.hits} say={say} />
                  <Terms hits={terms.hits} say={say} />
                </div>
              )}
              <div className="min-w-0 max-w-3xl lg:col-start-1 lg:row-start-1">
                <Lessons lessons={lessons} say={say} />
                {!signedIn && <SignedOut say={say} />}
              </div>
            </div>
          ) : (
            <div className="mt-6">
              <Empty
                drawing="search"
                title={answer.match === 'nothing' ? say.noWord : say.none}
                action={
                  <ButtonLink to="/courses" tone="quiet">
                    {say.catalogue}
                  </ButtonLink>
                }
              >
                {answer.match === 'nothing' ? say.noWordText : say.noneText}
              </Empty>
              {!signedIn && <SignedOut say={say} />}
            </div>
          )}
        </>
      ) : (
        <div className="mt-8 max-w-2xl space-y-2 text-muted">
          <p>{say.hint}</p>
          <p className="hidden lg:block">{say.keyHint}</p>
        </div>
      )}
    </div>
  );
}

function LargeBox({ asked, say, began }: { asked: string; say: Say; began: boolean }) {
  const [search] = useSearchParams();
  const id = useId();
  const language = search.get('lng');
  const box = useRef<HTMLInputElement>(null);
  const came: unknown = useLocation().state;
  useEffect(() => {
    if (!(typeof came === 'object' && came !== null && 'typing' in came)) return;
    // After the page's own focus, which every navigation moves to the content.
    const soon = requestAnimationFrame(() => box.current?.focus());
    return () => cancelAnimationFrame(soon);
  }, [came]);
  return (
    <Form
      method="get"
      action="/search"
      role="search"
      className={`flex max-w-3xl gap-3 ${began ? '' : 'mt-8'}`}
    >
      {language && <input type="hidden" name="lng" value={language} />}
      <label htmlFor={id} className="sr-only">
        {say.label}
      </label>
      <div className="relative min-w-0 flex-1">
        <Icon name="search" className="pointer-events-none absolute top-4 left-4 text-muted" />
        {/* The key brings the question back when the address changes without a new page. */}
        <input
          key={asked}
          ref={box}
          id={id}
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={mostCharacters}
          aria-keyshortcuts="/"
          autoComplete="off"
          enterKeyHint="search"
          className="block min-h-13 w-full rounded-card border border-control bg-surface py-2.5 pr-3 pl-12 text-lg"
        />
      </div>
      <Button className="min-h-13">{say.button}</Button>
    </Form>
  );
}

function Marked({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, index) =>
    part.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places.
      <mark key={index} className="-mx-0.5 rounded-sm bg-accent/20 box-decoration-clone px-0.5 text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

const heading = 'eyebrow border-b border-line pb-2.5';

function Lessons({ lessons, say }: { lessons: SearchAnswer['lessons']; say: Say }) {
  if (lessons.hits.length === 0) return null;
  return (
    <section aria-labelledby="found-lessons">
      <h2 id="found-lessons" className={heading}>
        {say.groups.lessons}
      </h2>
      <ol className="divide-y divide-line" start={(lessons.page - 1) * pageSize + 1}>
        {lessons.hits.map((hit, index) => (
          <Lesson key={`${hit.course}/${hit.lesson}`} hit={hit} place={say.places[index] ?? ''} say={say} />
        ))}
      </ol>
      <Pages lessons={lessons} say={say} />
    </section>
  );
}

function Lesson({ hit, place, say }: { hit: LessonHit; place: string; say: Say }) {
  const { m } = useI18n();
  const to = (lng: string) => lessonPath(hit.course, hit.lesson, { lng, hash: hit.anchor });
  return (
    <li className="py-6">
      <p className="text-sm text-muted">
        <span lang={hit.courseLocale}>{hit.courseTitle}</span> · {place}
      </p>
      <h3 lang={hit.locale} className="mt-1 text-xl">
        <Link to={to(hit.locale)} className="text-ink hover:text-accent hover:underline">
          <Marked parts={hit.title} />
        </Link>
      </h3>
      <p lang={hit.locale} className="mt-1.5 text-ink">
        <Marked parts={hit.excerpt} />
      </p>
      {hit.also.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {say.also}
          {hit.also.map((locale) => (
            <Link key={locale} to={to(locale)} className="link inline-flex min-h-11 items-center">
              {m.common.languages[locale]}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}

function Courses({ hits, say }: { hits: readonly CourseHit[]; say: Say }) {
  if (hits.length === 0) return null;
  const one = (hit: CourseHit) => (
    <li key={hit.course} className="py-4">
      <h3 lang={hit.locale} className="text-lg">
        <Link to={coursePath(hit.course)} className="text-ink hover:text-accent hover:underline">
          <Marked parts={hit.title} />
        </Link>
      </h3>
      <p lang={hit.locale} className="mt-1 text-sm text-muted">
        <Marked parts={hit.summary} />
      </p>
    </li>
  );
  return (
    <section aria-labelledby="found-courses">
      <h2 id="found-courses" className={heading}>
        {say.groups.courses}
      </h2>
      <Some items={hits.map(one)} more={say.moreCourses} />
    </section>
  );
}

function Terms({ hits, say }: { hits: readonly TermHit[]; say: Say }) {
  if (hits.length === 0) return null;
  const one = (hit: TermHit, index: number) => (
    <li key={index} className="py-4">
      <h3 lang={hit.locale} className="text-lg">
        <Marked parts={hit.title} />
      </h3>
      <p className="mt-0.5 text-sm text-muted">
        {hit.names.map(({ locale, name }, at) => (
          <span key={locale}>
            {at > 0 && ' · '}
            <span lang={locale}>
              <Marked parts={name} />
            </span>
          </span>
        ))}
      </p>
      <p lang={hit.locale} className="mt-1.5 text-sm">
        <Marked parts={hit.definition} />
      </p>
      {hit.lesson && hit.lessonTitle && (
        <p className="mt-1 text-sm text-muted">
          {say.usedIn}{' '}
          <Link to={lessonPath(hit.course, hit.lesson)} className="link">
            {hit.lessonTitle}
          </Link>
        </p>
      )}
    </li>
  );
  return (
    <section aria-labelledby="found-terms">
      <h2 id="found-terms" className={heading}>
        {say.groups.terms}
      </h2>
      <Some items={hits.map(one)} more={say.moreTerms} />
    </section>
  );
}

/** The first few; the rest folds out without JavaScript. */
function Some({ items, more }: { items: ReactNode[]; more: string }) {
  const rest = items.slice(shownOfAGroup);
  return (
    <>
      <ul className="divide-y divide-line">{items.slice(0, shownOfAGroup)}</ul>
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-sm font-medium text-accent">
            {more}
            <Chevron />
          </summary>
          <ul className="divide-y divide-line">{rest}</ul>
        </details>
      )}
    </>
  );
}

function Pages({ lessons: { page, pages }, say }: { lessons: SearchAnswer['lessons']; say: Say }) {
  const [search] = useSearchParams();
  if (pages < 2) return null;
  const to = (number: number) => {
    const query = new URLSearchParams(search);
    query.set('page', String(number));
    return `/search?${query}`;
  };
  return (
    <nav
      aria-label={say.pages}
      className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-6"
    >
      {page > 1 ? (
        <ButtonLink to={to(page - 1)} rel="prev" tone="quiet">
          {say.previous}
        </ButtonLink>
      ) : (
        <span />
      )}
      <p className="text-muted">{say.page}</p>
      {page < pages ? (
        <ButtonLink to={to(page + 1)} rel="next" tone="quiet">
          {say.next}
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}

function SignedOut({ say }: { say: Say }) {
  const [search] = useSearchParams();
  return (
    <p className="mt-8 text-sm text-muted">
      {say.signedOut}{' '}
      <Link to={`/sign-in?${new URLSearchParams({ next: `/search?${search}` })}`} className="link">
        {say.signIn}
      </Link>
    </p>
  );
}
