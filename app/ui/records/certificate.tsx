// The record as one would frame it: who, what, which edition, when, by whom. All of it is what was signed.
import { languageOfName } from '~/domain/records/rules';
import type { RecordView, SignedFacts } from '~/domain/records/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Mark } from '../layout/mark';

/** A record that is genuine and that the reader may see. */
export type Shown = Extract<RecordView, { verified: true }> & { facts: SignedFacts };

export function Certificate({ record }: { record: Shown }) {
  const { m, format } = useI18n();
  const { facts, name } = record;
  const { email, course, edition, issuer, locale, completedAt, issuedAt, validUntil } = facts;
  const words = m.records.record;
  const stamp = useStamp(record);
  return (
    <article className="record-sheet relative overflow-hidden rounded-card border border-line bg-surface p-2 shadow-card sm:p-3">
      <div className="rounded-card border border-accent/35 px-5 py-10 text-center sm:px-12 sm:py-14">
        <div className="flex items-center justify-center gap-2.5 font-serif text-lg font-semibold">
          <Mark />
          <span>{issuer.name}</span>
        </div>
        <p className="eyebrow mt-8">{words.eyebrow}</p>
        <p className="mt-8 text-muted">{words.certifies}</p>
        {name === null ? (
          <p className="mt-3 font-serif text-3xl leading-tight text-balance text-muted sm:text-4xl">
            {words.nameHidden}
          </p>
        ) : (
          <p
            lang={languageOfName(name, locale)}
            className="mt-3 font-serif text-3xl font-semibold leading-tight text-balance sm:text-5xl"
          >
            {name}
          </p>
        )}
        {email !== null && <p className="mt-2 text-sm break-all text-muted">{email}</p>}
        <p className="mt-5 text-muted">{words.completed}</p>
        <h1
          lang={locale}
          className="mx-auto mt-3 max-w-2xl text-2xl font-semibold text-balance text-accent sm:text-3xl"
        >
          {course.title}
        </h1>
        {stamp !== null && (
          <p className="mt-6 inline-block rounded-card border-2 border-danger px-4 py-1.5 font-semibold text-danger">
            {stamp}
          </p>
        )}
        <hr className="mx-auto mt-10 w-24 border-line" />
        <dl className="mt-8 flex flex-wrap justify-center gap-x-10 gap-y-6">
          {completedAt !== issuedAt && (
            <Fact term={words.completedOn}>
              <Day at={completedAt} />
            </Fact>
          )}
          <Fact term={words.issued}>
            <Day at={issuedAt} />
          </Fact>
          {validUntil !== null && (
            <Fact term={words.validUntil}>
              <Day at={validUntil} />
            </Fact>
          )}
          <Fact term={words.edition}>{words.editionNumber({ number: format.number(edition.number) })}</Fact>
          <Fact term={words.studiedIn}>
            <span lang={locale}>{localeNames[locale]}</span>
          </Fact>
          <Fact term={words.issuedBy}>{issuer.name}</Fact>
        </dl>
        {name === null && <p className="mx-auto mt-10 max-w-md text-sm text-muted">{words.nameHiddenNote}</p>}
        <p className="mt-10 text-xs text-muted print:hidden">
          {words.number} <span className="font-mono break-all">{facts.id}</span>
        </p>
        <p className="mt-10 hidden text-xs text-muted print:block">
          {words.address} <span className="font-mono break-all">{facts.address}</span>
        </p>
      </div>
    </article>
  );
}

/** What is stamped across a record that does not stand; null for one that does. */
function useStamp({ standing, facts }: Shown): string | null {
  const { m, format } = useI18n();
  const words = m.records.checks;
  switch (standing.state) {
    case 'revoked':
      return words.withdrawn({ date: format.date(standing.revokedAt ?? 0) });
    case 'replaced':
      return words.replacedOn({ date: format.date(standing.replacedAt ?? 0) });
    case 'expired':
      return words.expiredOn({ date: format.date(facts.validUntil ?? 0) });
    default:
      return null;
  }
}

function Day({ at }: { at: number }) {
  const { format } = useI18n();
  return <time dateTime={new Date(at).toISOString()}>{format.date(at)}</time>;
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="min-w-28">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-1 font-semibold">{children}</dd>
    </div>
  );
}
