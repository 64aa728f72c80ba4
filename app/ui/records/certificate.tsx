// The record as one would frame it: who, what, which edition, when, by whom. All of it is what was signed. The sheet that the PDF file is
// looks the same: app/domain/records/render/certificate-pdf.server.ts.
import { languageOfName } from '~/domain/records/rules';
import type { RecordView } from '~/domain/records/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Span } from '../courses/span';
import { Mark } from '../layout/mark';

export type Verified = Extract<RecordView, { verified: true }>;

export function Certificate({ record }: { record: Verified }) {
  const { m, format, locale: reading } = useI18n();
  const { facts, revokedAt } = record;
  const { holder, course, edition, issuer, locale, issuedAt } = facts;
  const words = m.records.record;
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
          {revokedAt !== null && (
            <p className="mt-6 inline-block rounded-card border-2 border-danger bg-danger-soft px-4 py-1.5 font-semibold text-danger">
              {m.records.checks.withdrawn({ date: format.date(revokedAt) })}
            </p>
          )}
          <p className={`mt-7 ${aside}`}>{words.certifies}</p>
          <p
            lang={languageOfName(holder, locale)}
            className="mt-2 font-serif text-4xl font-semibold text-balance wrap-anywhere sm:text-5xl"
          >
            {holder}
          </p>
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
        <dl className="grid gap-x-8 gap-y-6 px-5 pt-8 sm:grid-cols-2 sm:px-12 lg:grid-cols-4 print:grid-cols-4 print:pt-3">
          <Fact term={words.issued}>
            <time dateTime={new Date(issuedAt).toISOString()}>{format.date(issuedAt)}</time>
          </Fact>
          <Fact term={words.edition}>{words.editionNumber({ number: format.number(edition.number) })}</Fact>
          <Fact term={words.studiedIn}>
            <span lang={locale}>{localeNames[locale]}</span>
          </Fact>
          <Fact term={words.issuedBy}>{issuer.name}</Fact>
        </dl>
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

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-1 font-semibold">{children}</dd>
    </div>
  );
}
