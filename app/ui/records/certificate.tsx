// The record as one would frame it: who, what, which edition, when, by whom. All of it is what was signed.
import { languageOfName } from '~/domain/records/rules';
import type { RecordView } from '~/domain/records/schema';
import { localeNames } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Mark } from '../layout/mark';

export type Verified = Extract<RecordView, { verified: true }>;

export function Certificate({ record }: { record: Verified }) {
  const { m, format } = useI18n();
  const { facts, revokedAt } = record;
  const { holder, course, edition, issuer, locale, issuedAt } = facts;
  const words = m.records.record;
  return (
    <article className="record-sheet relative overflow-hidden rounded-card border border-line bg-surface p-2 shadow-card sm:p-3">
      <div className="rounded-card border border-accent/35 px-5 py-10 text-center sm:px-12 sm:py-14">
        <div className="flex items-center justify-center gap-2.5 font-serif text-lg font-semibold">
          <Mark />
          <span>{issuer.name}</span>
        </div>
        <p className="eyebrow mt-8">{words.eyebrow}</p>
        <p className="mt-8 text-muted">{words.certifies}</p>
        <p
          lang={languageOfName(holder, locale)}
          className="mt-3 font-serif text-3xl font-semibold leading-tight text-balance sm:text-5xl"
        >
          {holder}
        </p>
        <p className="mt-5 text-muted">{words.completed}</p>
        <h1
          lang={locale}
          className="mx-auto mt-3 max-w-2xl text-2xl font-semibold text-balance text-accent sm:text-3xl"
        >
          {course.title}
        </h1>
        {revokedAt !== null && (
          <p className="mt-6 inline-block rounded-card border-2 border-danger px-4 py-1.5 font-semibold text-danger">
            {m.records.checks.withdrawn({ date: format.date(revokedAt) })}
          </p>
        )}
        <hr className="mx-auto mt-10 w-24 border-line" />
        <dl className="mt-8 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          <Fact term={words.issued}>
            <time dateTime={new Date(issuedAt).toISOString()}>{format.date(issuedAt)}</time>
          </Fact>
          <Fact term={words.edition}>{words.editionNumber({ number: format.number(edition.number) })}</Fact>
          <Fact term={words.studiedIn}>
            <span lang={locale}>{localeNames[locale]}</span>
          </Fact>
          <Fact term={words.issuedBy}>{issuer.name}</Fact>
        </dl>
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

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="mt-1 font-semibold">{children}</dd>
    </div>
  );
}
