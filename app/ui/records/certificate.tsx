// The record as one would frame it: who, what, which edition, when, by whom. All of it is what was signed. The sheet that the PDF file is
// looks the same: app/domain/records/render/certificate-pdf.server.ts.
import { languageOfName } from '~/domain/records/rules';
import type { RecordView, SignedFacts } from '~/domain/records/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Span } from '../courses/span';
import { Mark } from '../layout/mark';

/** A record that is genuine and that the reader may see. */
export type Shown = Extract<RecordView, { verified: true }> & { facts: SignedFacts };

export function Certificate({ record }: { record: Shown }) {
  const { m, format, locale: reading } = useI18n();
  const { facts, name } = record;
  const { email, course, edition, issuer, locale, completedAt, issuedAt, validUntil } = facts;
  const words = m.records.record;
  const stamp = useStamp(record);
  // Chinese has no slanted letters.
  const aside = reading === 'zh-Hans' ? 'text-lg text-muted' : 'font-serif text-lg text-muted italic';
  return (
    <article className="record-sheet border border-accent bg-surface p-1 shadow-card">
      <div className="overflow-hidden border border-accent/45 text-center">
        <div className="px-5 pt-10 sm:px-12 sm:pt-14 print:pt-8">
          <div className="flex items-center justify-center gap-2.5 font-serif text-lg font-semibold">
            <Mark />
            <span>{issuer.name}</span>
          </div>
          <p className="eyebrow mt-8">{words.eyebrow}</p>
          {stamp !== null && (
            <p className="mt-6 inline-block rounded-card border-2 border-danger bg-danger-soft px-4 py-1.5 font-semibold text-danger">
              {stamp}
            </p>
          )}
          <p className={`mt-7 ${aside}`}>{words.certifies}</p>
          {name === null ? (
            <p className="mt-2 font-serif text-3xl text-balance text-muted sm:text-4xl">{words.nameHidden}</p>
          ) : (
            <p
              lang={languageOfName(name, locale)}
              className="mt-2 font-serif text-4xl font-semibold text-balance wrap-anywhere sm:text-5xl"
            >
              {name}
            </p>
          )}
          {email !== null && <p className="mt-2 text-sm break-all text-muted">{email}</p>}
          <p className={`mt-5 ${aside}`}>{words.completed}</p>
          <h1
            lang={locale}
            className="mx-auto mt-2 max-w-2xl text-2xl font-semibold text-balance text-accent sm:text-3xl"
          >
            {course.title}
          </h1>
        </div>
        <div aria-hidden="true">
          <Span label="" className="mt-10 h-36 sm:h-48 print:mt-5 print:h-36" />
        </div>
        <dl className="flex flex-wrap justify-center gap-x-10 gap-y-6 px-5 pt-8 sm:px-12 print:pt-3">
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
        {name === null && <p className="mx-auto mt-8 max-w-md text-sm text-muted">{words.nameHiddenNote}</p>}
        <p className="px-5 py-9 text-xs text-muted print:hidden">
          {words.number} <span className="font-mono break-all">{facts.id}</span>
        </p>
        <p className="hidden px-5 py-5 text-xs text-muted print:block">
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
