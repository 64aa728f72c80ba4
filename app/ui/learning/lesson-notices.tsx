// What a reader should know before the text: its language, and that it changed since they completed it.
import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Notice } from '~/ui/primitives/notice';
import type { LessonData } from './lesson-data';
import { lessonPath, lessonSubpath } from './paths';

/** The refusals that come back to a lesson's page in its address. */
const said = [
  'lesson-changed',
  'quiz-not-passed',
  'text-unknown',
  'form-damaged',
  'not-enrolled',
  'not-completed',
] as const;

export function LessonNotices({
  data,
  lng,
  refusal,
}: {
  data: LessonData;
  lng: string | null;
  refusal: string | null;
}) {
  const { m, locale } = useI18n();
  const { lesson, course } = data;
  const text = m.learning.lesson;
  const code = said.find((each) => each === refusal);
  const date = lesson.completedOn ?? '';
  return (
    <>
      {code && <Notice tone="warning">{m.learning.errors[code]}</Notice>}
      {refusal === 'changes-seen' && lesson.state === 'complete' && (
        <Notice tone="positive">{text.changesSeen}</Notice>
      )}
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
          <Link className="link" to={lessonSubpath(course.slug, lesson.slug, 'changes', { lng })}>
            {text.showChanges}
          </Link>
        </Notice>
      )}
    </>
  );
}
