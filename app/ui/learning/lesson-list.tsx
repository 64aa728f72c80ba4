// The lessons of the course with how each stands, and this page's headings.
import { Link } from '@remix-run/react';
import type { LessonState } from '~/domain/learning/rules';
import { useI18n } from '~/i18n/react';
import { WillBeSent } from '~/ui/offline/lesson-offline';
import { Badge } from '~/ui/primitives/notice';
import { Progress } from '~/ui/primitives/progress';
import type { LessonData } from './lesson-data';
import { lessonPath } from './paths';
import { useReading } from './reading';
import { StateMark } from './state-mark';

type Props = { data: LessonData; lng: string | null };

export function LessonList({ data, lng }: Props) {
  const { m } = useI18n();
  const { course, lesson, modules, enrolment } = data;
  return (
    <nav aria-labelledby="lessons-label" id="lessons" className="scroll-mt-6">
      <h2 id="lessons-label" className="eyebrow mb-3 font-sans">
        {m.learning.lesson.lessons}
      </h2>
      {enrolment && (
        <div className="mb-5">
          <Progress
            done={enrolment.done}
            total={enrolment.total}
            label={m.learning.my.progress({ done: enrolment.done, total: enrolment.total })}
          />
          <p className="mt-1 text-[0.875rem] text-muted">
            {m.learning.my.progress({ done: enrolment.done, total: enrolment.total })}
          </p>
        </div>
      )}
      {modules.map((module) => (
        <div key={module.title} className="mb-5">
          <h3 className="mb-1 text-base">{module.title}</h3>
          <ol>
            {module.lessons.map((each) => (
              <li key={each.slug}>
                <Link
                  to={lessonPath(course.slug, each.slug, { lng, beside: data.beside?.locale })}
                  aria-current={each.slug === lesson.slug ? 'page' : undefined}
                  className="flex min-h-11 items-start gap-2.5 rounded-card px-2 py-2 leading-snug hover:bg-raised aria-[current=page]:bg-raised aria-[current=page]:font-semibold"
                >
                  {enrolment && <StateMark state={each.state} />}
                  <span className="min-w-0 flex-1">
                    {each.title}
                    {(each.quiz || !each.required || isChanged(each.state) || each.waiting) && (
                      <span className="mt-0.5 flex flex-wrap gap-1.5">
                        {each.quiz && <Badge>{m.learning.lesson.quiz}</Badge>}
                        {!each.required && <Badge>{m.learning.lesson.optional}</Badge>}
                        {each.waiting && <WillBeSent />}
                        {isChanged(each.state) && (
                          // The mark beside it says so to who cannot see this.
                          <span aria-hidden="true">
                            <Badge tone="warning">{m.learning.lesson.marks[each.state]}</Badge>
                          </span>
                        )}
                      </span>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

const isChanged = (state: LessonState): state is 'changed' | 'again' =>
  state === 'changed' || state === 'again';

/** The headings of the text, at its side on a wide screen and folded above it on a narrow one. The one being read is marked. */
export function Outline({ outline, lang }: { outline: LessonData['outline']; lang: string }) {
  const { section } = useReading();
  return (
    <ul lang={lang} className="outline-list">
      {outline.map((heading) => (
        <li key={heading.id}>
          <a
            href={`#${heading.id}`}
            aria-current={heading.id === section ? 'location' : undefined}
            className={`flex min-h-11 items-center py-1 pr-2 leading-snug lg:min-h-9 ${heading.level === 3 ? 'pl-7' : 'pl-4'}`}
          >
            {heading.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What is left to read: all of it, until the reader's tools count from the paragraph being read. */
export function MinutesLeft({ minutes, short = false }: { minutes: number; short?: boolean }) {
  const { m } = useI18n();
  const left = useReading().minutesLeft ?? minutes;
  const said = left < 1 ? m.reader.almostDone : m.reader.minutesLeft({ count: left });
  if (!short) return <p className="mt-5 text-[0.875rem] text-muted">{said}</p>;
  return (
    <p className="shrink-0 text-[0.875rem] whitespace-nowrap text-muted">
      <span className="sr-only">{said}</span>
      <span aria-hidden="true">{m.reader.minutesShort({ count: Math.max(1, left) })}</span>
    </p>
  );
}
