// What a reader may do with a text: another language, two side by side, listening, the keys. The languages work without JavaScript.
import { Link, useLocation, useNavigate } from '@remix-run/react';
import type { MouseEvent, ReactNode } from 'react';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Chevron } from '~/ui/primitives/chevron';
import type { LessonData } from './lesson-data';
import { lessonPath } from './paths';
import { askReader } from './reader-commands';
import { KeysIcon, LanguageIcon, ListenIcon, TickIcon } from './reader-icons';
import { landAt, readingNow } from './reading';

const tool =
  'flex min-h-11 cursor-pointer items-center gap-2 rounded-card px-3 text-[0.9375rem] text-muted hover:bg-raised hover:text-ink';

// Not where there is no script to answer, nor where there is no keyboard to speak of.
const scripted = '[@media(scripting:none)]:hidden';
const keyed = '[@media(hover:none)_and_(pointer:coarse)]:hidden';

export function LessonBar({ data, children }: { data: LessonData; children?: ReactNode }) {
  const { m } = useI18n();
  const { lesson, beside, languages } = data;
  const text = m.reader;
  // Closed again once a navigation is done.
  const { key } = useLocation();
  const names = beside
    ? `${localeNames[lesson.locale]} · ${localeNames[beside.locale]}`
    : localeNames[lesson.locale];
  return (
    <section
      aria-label={text.tools}
      className="no-print -mx-3 mt-4 flex flex-wrap items-center gap-x-1 border-y border-line py-1 sm:mx-0"
    >
      {languages.length > 1 && (
        <details className="menu relative" id="language" key={key}>
          <summary className={tool} aria-label={text.language({ language: names })}>
            <LanguageIcon />
            <span>{names}</span>
            <Chevron />
          </summary>
          <div className="absolute left-0 z-10 mt-1 w-64 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-2 shadow-card">
            <Languages data={data} name="bar" />
          </div>
        </details>
      )}
      <button type="button" className={`${scripted} ${tool}`} onClick={() => askReader({ do: 'listen' })}>
        <ListenIcon />
        {text.listen}
      </button>
      <button
        type="button"
        aria-keyshortcuts="?"
        className={`${scripted} ${keyed} ${tool}`}
        onClick={() => askReader({ do: 'keys' })}
      >
        <KeysIcon />
        {text.keys}
      </button>
      {children}
    </section>
  );
}

/** `name` keeps the labels of two lists on one page apart. */
export function Languages({ data, name }: { data: LessonData; name: string }) {
  const { m } = useI18n();
  const { course, lesson, beside, languages } = data;
  const others = languages.filter((each) => each !== lesson.locale);
  const text = m.reader;
  return (
    <>
      <p id={`read-in-${name}`} className="eyebrow px-3 pt-2 pb-1">
        {text.readIn}
      </p>
      <ul aria-labelledby={`read-in-${name}`}>
        {languages.map((each) => (
          <li key={each}>
            <Choice
              lang={each}
              speaks={each}
              to={lessonPath(course.slug, lesson.slug, {
                lng: each,
                beside: beside && beside.locale !== each ? beside.locale : null,
              })}
              chosen={each === lesson.locale}
            >
              {localeNames[each]}
            </Choice>
          </li>
        ))}
      </ul>
      <p id={`beside-with-${name}`} className="eyebrow mt-2 border-t border-line px-3 pt-3 pb-1">
        {text.besideWith}
      </p>
      <ul aria-labelledby={`beside-with-${name}`}>
        {others.map((each) => (
          <li key={each}>
            <Choice
              lang={each}
              speaks={lesson.locale}
              to={lessonPath(course.slug, lesson.slug, { lng: lesson.locale, beside: each })}
              chosen={each === beside?.locale}
            >
              {localeNames[each]}
            </Choice>
          </li>
        ))}
        {beside && (
          <li>
            <Choice
              speaks={lesson.locale}
              to={lessonPath(course.slug, lesson.slug, { lng: lesson.locale })}
              chosen={false}
            >
              {text.oneLanguage}
            </Choice>
          </li>
        )}
      </ul>
    </>
  );
}

/** Leads to the same paragraph of the page in `speaks`: which one that is, is known only when it is clicked. */
function Choice(props: { to: string; speaks: string; chosen: boolean; lang?: string; children: ReactNode }) {
  const { to, speaks, chosen, lang, children } = props;
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const { block } = readingNow();
    if (block < 2 || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    landAt(block, speaks);
    navigate(`${to}#b${block}`);
  };
  return (
    <Link
      to={to}
      lang={lang}
      aria-current={chosen ? 'true' : undefined}
      onClick={follow}
      className="flex min-h-11 items-center justify-between gap-3 rounded-card px-3 hover:bg-raised aria-[current=true]:font-semibold aria-[current=true]:text-accent"
    >
      {children}
      {chosen && <TickIcon />}
    </Link>
  );
}
