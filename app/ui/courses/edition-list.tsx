// The editions of a course, and in plain words what each of them changed.
import type { EditionNews, LessonNews } from '~/domain/courses/schema';
import { useI18n } from '~/i18n/react';
import { Chevron } from '../primitives/chevron';
import { Badge } from '../primitives/notice';

const unfolded = 3;

export function EditionList({ news, earlier }: { news: EditionNews[]; earlier: number }) {
  const { m } = useI18n();
  const words = m.courses.course;
  const older = news.slice(unfolded);
  return (
    <>
      <p className="mt-1 text-muted">{words.editionsText}</p>
      <ol className="mt-6">
        {news.slice(0, unfolded).map((each, index) => (
          <EditionLine key={each.number} edition={each} current={index === 0} />
        ))}
      </ol>
      {older.length > 0 && (
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center gap-2">
            {words.olderEditions({ n: older.length })}
            <Chevron />
          </summary>
          <ol className="mt-4">
            {older.map((each) => (
              <EditionLine key={each.number} edition={each} current={false} />
            ))}
          </ol>
          {earlier > 0 && <p className="text-sm text-muted">{words.unlistedEditions({ n: earlier })}</p>}
        </details>
      )}
    </>
  );
}

function EditionLine({ edition, current }: { edition: EditionNews; current: boolean }) {
  const { m, format } = useI18n();
  const words = m.courses.course;
  const { first, changes, others } = edition;
  return (
    <li className="relative border-l-2 border-line pb-7 pl-6 last:pb-3">
      <span
        aria-hidden="true"
        className={`absolute top-2 -left-[0.4375rem] size-3 rounded-full border-2 ${current ? 'border-accent bg-accent' : 'border-control bg-paper'}`}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg">{words.editionTitle({ number: edition.number })}</h3>
        <p className="text-sm text-muted">{format.date(edition.publishedAt)}</p>
        {current && <Badge tone="accent">{words.currentEdition}</Badge>}
      </div>
      {first && <p className="mt-1.5">{words.firstEdition({ lessons: edition.lessons })}</p>}
      {!first && changes.length + others.length === 0 && <p className="mt-1.5 text-muted">{words.noNews}</p>}
      {changes.length > 0 && (
        <ul className="mt-2 space-y-2">
          {changes.map((each) => (
            <LessonLine key={each.slug} news={each} />
          ))}
        </ul>
      )}
      {others.map((other) => (
        <p key={other} className="mt-2">
          {words.others[other]}
        </p>
      ))}
      {current && (
        <a
          href={`/editions/${edition.digest}.json`}
          className="link mt-1 inline-flex min-h-11 items-center text-sm"
        >
          {words.manifest}
        </a>
      )}
    </li>
  );
}

function LessonLine({ news }: { news: LessonNews }) {
  const { m, format } = useI18n();
  const words = m.courses.course;
  const languages = format.list(news.locales.map((locale) => m.common.languages[locale]));
  return (
    <li>
      <p
        lang={news.lang}
        className={`font-medium ${news.change === 'removed' ? 'text-muted line-through' : ''}`}
      >
        {news.title}
      </p>
      <p className="text-sm text-muted">
        {words.changes[news.change]}
        {languages && ` · ${words.onlyIn({ languages })}`}
      </p>
    </li>
  );
}
