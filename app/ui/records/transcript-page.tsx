// All of a person's records on one page, to look at, to print, and to take along as files.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { languageOfName } from '~/domain/records/rules';
import type { Identity, TranscriptView } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Badge, Notice } from '../primitives/notice';
import { Page } from '../primitives/page';
import './record.css';

type Props = Pick<TranscriptView, 'facts' | 'left'> & {
  /** How the signed bundle tells who the holder is; null where there is no bundle. */
  bundle: Identity | null;
};

export function TranscriptPage({ facts, left, bundle }: Props) {
  const { m, format, locale } = useI18n();
  const words = m.records.transcript;
  const { person, records, issuer, madeAt } = facts;
  const none = records.length === 0;
  const lead = { count: records.length, number: format.number(records.length), issuer };
  const counted = (count: number) => ({ count, number: format.number(count) });
  return (
    <div className="transcript-page">
      <Page
        eyebrow={words.title}
        title={<span lang={languageOfName(person.name, locale)}>{person.name}</span>}
        width="wide"
        lead={
          <>
            {person.park && <span className="block">{person.park}</span>}
            {!none && <span className="block text-ink">{words.lead(lead)}</span>}
            {!none && (
              <span className="mt-1 block text-sm">{words.madeAt({ date: format.date(madeAt) })}</span>
            )}
          </>
        }
      >
        {left.hidden > 0 && (
          <div className="no-print mb-6">
            <Notice>
              <p>{words.hidden(counted(left.hidden))}</p>
              <Link to="/my/records" className="link inline-flex min-h-11 items-center">
                {m.records.record.settings}
              </Link>
            </Notice>
          </div>
        )}
        {left.unverified > 0 && (
          <div className="no-print mb-6">
            <Notice tone="danger">{words.unverified(counted(left.unverified))}</Notice>
          </div>
        )}
        {none && left.hidden + left.unverified === 0 && (
          <Empty
            drawing="record"
            title={m.records.list.emptyTitle}
            action={<ButtonLink to="/courses">{m.records.list.browse}</ButtonLink>}
          >
            {m.records.list.empty}
          </Empty>
        )}
        {!none && (
          <ul className="divide-y divide-line border-y border-line">
            {records.map((record) => (
              <Row key={record.id} record={record} />
            ))}
          </ul>
        )}
        {!none && <Files bundle={bundle} />}
      </Page>
    </div>
  );
}

function Row({ record }: { record: Props['facts']['records'][number] }) {
  const { m, format, locale } = useI18n();
  const words = m.records.record;
  const { id, url, course, language, edition, issuedAt, validUntil } = record;
  const translated = course.titles[locale];
  return (
    <li
      data-theme={course.theme}
      className="break-inside-avoid gap-x-10 gap-y-4 py-6 lg:grid lg:grid-cols-[minmax(0,1fr)_auto] lg:items-start print:py-4"
    >
      <div className="min-w-0">
        <h2 lang={translated ? locale : language} className="text-xl">
          <Link to={`/records/${id}`} className="text-accent underline-offset-4 hover:underline">
            {translated ?? course.title}
          </Link>
        </h2>
        <p className="mt-1 hidden font-mono text-xs break-all text-muted print:block">{url}</p>
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-[6rem_9rem_9rem_11rem] lg:mt-0 print:mt-2 print:grid-cols-4">
        <Fact name={words.edition}>{words.editionNumber({ number: format.number(edition.number) })}</Fact>
        <Fact name={words.issued}>{format.date(issuedAt)}</Fact>
        <Fact name={words.validUntil}>
          {validUntil === null ? m.records.registry.forGood : format.date(validUntil)}
        </Fact>
        <Fact name={m.records.registry.state}>
          <State state={record.state} />
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function State({ state }: { state: Props['facts']['records'][number]['state'] }) {
  const { m, format } = useI18n();
  const words = m.records.registry.states;
  switch (state.kind) {
    case 'revoked':
      return (
        <>
          <Badge tone="danger">{words.revoked}</Badge>
          <span className="mt-1 block text-sm">{format.date(state.at)}</span>
        </>
      );
    case 'expired':
      return <Badge tone="warning">{words.expired}</Badge>;
    case 'valid':
      return <Badge tone="positive">{words.valid}</Badge>;
    // What a correction has replaced is not current, and not here.
    case 'replaced':
      return null;
  }
}

function Files({ bundle }: { bundle: Identity | null }) {
  const { m, locale } = useI18n();
  const words = m.records.transcript;
  const forms = bundle === null ? (['pdf'] as const) : (['pdf', 'json'] as const);
  return (
    <section aria-labelledby="files" className="no-print mt-12">
      <h2 id="files" className="text-2xl">
        {words.files}
      </h2>
      {bundle !== null && <p className="mt-2 max-w-2xl text-muted">{words.filesLead}</p>}
      <ul className="mt-5 grid divide-y divide-line border-y border-line sm:grid-cols-2 sm:gap-x-8 sm:divide-y-0">
        {forms.map((form) => (
          <li key={form} className="py-3">
            <a
              href={`/my/transcript.${form}?lng=${locale}`}
              download={`transcript.${form}`}
              className="link inline-flex min-h-11 items-center font-semibold"
            >
              {words.forms[form]}
            </a>
            <p className="text-sm text-muted">{words.detail[form]}</p>
          </li>
        ))}
      </ul>
      {bundle !== null && (
        <p className="mt-4 max-w-2xl text-sm text-muted">
          {words.identities[bundle]}{' '}
          <Link to="/my/records#next" className="link">
            {words.change}
          </Link>
        </p>
      )}
    </section>
  );
}
