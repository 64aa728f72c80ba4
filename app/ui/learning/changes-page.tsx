// What became different in a lesson since its reader completed it, and the word that they have seen it.
import { Form, useNavigation, useSearchParams } from '@remix-run/react';
import type { Difference, Run } from '~/domain/learning/schema';
import type { Locale } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '~/ui/primitives/button';
import { FormError } from '~/ui/primitives/field';
import { Page } from '~/ui/primitives/page';
import { lessonPath, lessonSubpath } from './paths';

export type ChangesData = {
  title: string;
  course: { slug: string; title: string; theme: string };
  /** `locale`: of its title. */
  lesson: { slug: string; title: string; locale: Locale };
  /** The number of the edition that is compared. */
  edition: number;
  state: 'changed' | 'again' | null;
  completedAt: number;
  reviewedAt: number | null;
  /** The language of the differences; null where the two texts have none in common. */
  locale: Locale | null;
  completedIn: Locale;
  differences: Difference[];
  more: number;
};

export function ChangesPage({ data, error }: { data: ChangesData; error: string | null }) {
  const { m, format } = useI18n();
  const text = m.learning.changes;
  const { course, lesson, state, differences, more, locale } = data;
  const since =
    data.reviewedAt === null
      ? text.since({ date: format.date(data.completedAt) })
      : text.sinceReview({ date: format.date(data.reviewedAt) });
  return (
    <div data-theme={course.theme}>
      <Page eyebrow={text.title} title={<span lang={lesson.locale}>{lesson.title}</span>} lead={since}>
        {error && <FormError errors={[error]} />}
        {state && <p className="mb-6">{state === 'again' ? text.again : text.minor}</p>}
        <Language data={data} />
        {differences.length > 0 ? (
          <ul lang={locale ?? undefined} className="border-y border-line divide-y divide-line">
            {differences.map((difference, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: they never move
                key={index}
                className="grid gap-x-6 gap-y-1 py-5 sm:grid-cols-[6rem_minmax(0,1fr)]"
              >
                <Shown difference={difference} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="rounded-card border border-line bg-surface px-5 py-6">
            {state === null ? text.nothing : locale === null ? text.incomparable : text.none}
          </p>
        )}
        {more > 0 && <p className="mt-4 text-muted">{text.more({ count: more })}</p>}
        <Ways data={data} />
      </Page>
    </div>
  );
}

/** Which language is compared, where that is not plain. */
function Language({ data }: { data: ChangesData }) {
  const { m, locale: reading } = useI18n();
  const { locale, completedIn } = data;
  const text = m.learning.changes;
  if (locale === null || (locale === completedIn && locale === reading)) return null;
  const names = m.common.languages;
  return (
    <p className="mb-6 text-muted">
      {locale === completedIn
        ? text.inLanguage({ language: names[locale] })
        : text.otherLanguage({ completed: names[completedIn], shown: names[locale] })}
    </p>
  );
}

function Shown({ difference }: { difference: Difference }) {
  const { m, locale } = useI18n();
  const text = m.learning.changes;
  const tone = { added: 'text-positive', removed: 'text-danger', changed: 'text-muted' }[difference.kind];
  return (
    <>
      <p lang={locale} className={`text-sm font-semibold sm:pt-0.5 ${tone}`}>
        {text.kinds[difference.kind]}
      </p>
      <p className="max-w-prose">
        {difference.kind === 'changed' ? (
          difference.runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never move
            <Words key={index} run={run} />
          ))
        ) : difference.kind === 'added' ? (
          <ins className="decoration-positive/60 decoration-2 underline-offset-4">{difference.text}</ins>
        ) : (
          <del className="text-muted decoration-danger/60">{difference.text}</del>
        )}
      </p>
    </>
  );
}

/** A few words within a paragraph: underlined or struck out, and said to who cannot see it. */
function Words({ run }: { run: Run }) {
  const { m, locale } = useI18n();
  const text = m.learning.changes;
  if (run.kind === 'same') return run.text;
  const said = (words: string) => (
    <span lang={locale} className="sr-only">
      {words}
    </span>
  );
  return run.kind === 'added' ? (
    <ins className="rounded-sm bg-positive-soft px-0.5 text-positive decoration-2 underline-offset-4">
      {said(text.beginAdded)}
      {run.text}
      {said(text.end)}
    </ins>
  ) : (
    <del className="rounded-sm bg-danger-soft px-0.5 text-danger decoration-2">
      {said(text.beginRemoved)}
      {run.text}
      {said(text.end)}
    </del>
  );
}

function Ways({ data }: { data: ChangesData }) {
  const { m } = useI18n();
  const [query] = useSearchParams();
  const lng = query.get('lng');
  const busy = useNavigation().state === 'submitting';
  const text = m.learning.changes;
  const { course, lesson, edition, state } = data;
  const back = lessonPath(course.slug, lesson.slug, { lng });
  if (state !== 'changed') {
    return (
      <ButtonLink to={back} tone={state === 'again' ? 'main' : 'quiet'} className="mt-8">
        {text.read}
      </ButtonLink>
    );
  }
  return (
    <Form method="post" action={lessonSubpath(course.slug, lesson.slug, 'changes', { lng })} className="mt-8">
      <p className="mb-4 max-w-prose text-muted">{text.seenHint}</p>
      <input type="hidden" name="edition" value={edition} />
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy}>{text.seen}</Button>
        <ButtonLink to={back} tone="quiet">
          {text.read}
        </ButtonLink>
      </div>
    </Form>
  );
}
