// What a reader should know before the text: its language, and what changed since they completed it.
import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Notice } from '~/ui/primitives/notice';
import type { LessonData } from './lesson-data';
import { lessonPath } from './paths';

/** The refusals that come back to a lesson's page in its address. */
const said = ['lesson-changed', 'quiz-not-passed', 'text-unknown', 'form-damaged', 'not-enrolled'] as const;

export function LessonNotices({
  data,
  lng,
  refusal,
}: {
  data: LessonData;
  lng: string | null;
  refusal: string | null;
}) {
  const { m, format, locale } = useI18n();
  const { lesson, course, changes } = data;
  const text = m.learning.lesson;
  const code = said.find((each) => each === refusal);
  const date = lesson.completedAt === null ? '' : format.date(lesson.completedAt);
  return (
    <>
      {code && <Notice tone="warning">{m.learning.errors[code]}</Notice>}
      {lesson.locale !== locale && (
        <Notice>
          {text.otherLanguage({
            asked: m.common.languages[locale],
            shown: m.common.languages[lesson.locale],
          })}
        </Notice>
      )}
      {lesson.staleSince && (
        <Notice>
          {text.stale({ source: m.common.languages[lesson.staleSince] })}{' '}
          <Link
            className="link"
            reloadDocument
            to={lessonPath(course.slug, lesson.slug, { lng: lesson.staleSince })}
          >
            {text.readSource({ source: m.common.languages[lesson.staleSince] })}
          </Link>
        </Notice>
      )}
      {(lesson.state === 'changed' || lesson.state === 'again') && (
        <Notice tone={lesson.state === 'again' ? 'warning' : 'plain'}>
          {lesson.state === 'again' ? text.again({ date }) : text.changed({ date })}{' '}
          <Link
            className="link"
            preventScrollReset
            to={lessonPath(course.slug, lesson.slug, { lng, changes: changes ? null : '1' })}
          >
            {changes ? text.hideChanges : text.showChanges}
          </Link>
        </Notice>
      )}
      {changes && <Changes changes={changes} />}
    </>
  );
}

function Changes({ changes }: { changes: NonNullable<LessonData['changes']> }) {
  const { m } = useI18n();
  const text = m.learning.lesson;
  return (
    <section aria-labelledby="changes" className="mb-8 rounded-card border border-line bg-surface p-5 sm:p-6">
      <h2 id="changes" className="mb-4 text-xl">
        {text.changes}
      </h2>
      {changes.length === 0 && <p className="text-muted">{text.noChanges}</p>}
      <ul className="space-y-3">
        {changes.map(({ kind, text: words, position }) => (
          <li key={position} className="grid grid-cols-[5.5rem_1fr] gap-3">
            <span className={`font-semibold ${kind === 'added' ? 'text-positive' : 'text-danger'}`}>
              {kind === 'added' ? text.added : text.removed}
            </span>
            {kind === 'added' ? (
              <ins className="no-underline">{words}</ins>
            ) : (
              <del className="text-muted">{words}</del>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
