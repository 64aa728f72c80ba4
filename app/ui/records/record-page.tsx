import { Link } from '@remix-run/react';
import type { Theme } from '~/domain/courses/schema';
import type { RecordView, SignedFacts, Standing, Unverified } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { Notice } from '../primitives/notice';
import { Page } from '../primitives/page';
import { Certificate, type Shown } from './certificate';
import { Checks } from './checks';
import { Keep } from './keep';
import './record.css';

export function RecordPage(props: { record: RecordView; theme: Theme | null; timeZone: string }) {
  const { record, theme, timeZone } = props;
  if (!record.verified) return <NotVerified reason={record.reason} />;
  const { facts, standing } = record;
  if (!facts) return <Hidden standing={standing} />;
  const shown: Shown = { ...record, facts };
  return (
    <div data-theme={theme ?? undefined} className="record-page mx-auto w-full max-w-4xl px-gutter pt-page">
      {record.own && <Yours record={shown} />}
      <Certificate record={shown} />
      <div className="mt-8 print:mt-4">
        <Checks record={shown} />
      </div>
      {facts.evidence.length > 0 && <Evidence facts={facts} />}
      {(standing.state === 'valid' || standing.state === 'expired') && (
        <>
          <Keep record={shown} timeZone={timeZone} />
          <Yourself facts={facts} digest={record.digest} />
        </>
      )}
    </div>
  );
}

/** Nothing of such a record is shown: it would be read whatever stood above it. */
function NotVerified({ reason }: { reason: Unverified }) {
  const { m } = useI18n();
  const words = m.records.checks;
  const sentences = {
    signature: words.failedSignature,
    unreadable: words.failedUnreadable,
    key: words.failedKey,
  };
  return (
    <Page title={words.failed} eyebrow={m.records.record.eyebrow}>
      <Notice tone="danger">{sentences[reason]}</Notice>
    </Page>
  );
}

/** What others see of a record that its holder does not show: that it is there, and how it stands. */
function Hidden({ standing }: { standing: Standing }) {
  const { m, format } = useI18n();
  const words = m.records.hidden;
  return (
    <Page title={words.title} eyebrow={m.records.record.eyebrow} lead={words.lead}>
      {standing.state === 'revoked' && (
        <Notice tone="warning">{words.revoked({ date: format.date(standing.revokedAt ?? 0) })}</Notice>
      )}
      {standing.state === 'replaced' && <Notice tone="warning">{words.replaced}</Notice>}
    </Page>
  );
}

/** What the holder is told about what others see. */
function Yours({ record }: { record: Shown }) {
  const { m } = useI18n();
  const words = m.records.record;
  const nameless = record.facts.holder === null;
  if (!record.hidden && !nameless) return null;
  return (
    <div className="no-print">
      <Notice>
        <p>{record.hidden ? words.hiddenYours : words.nameYours}</p>
        <Link to="/my/records" className="link inline-flex min-h-11 items-center">
          {words.settings}
        </Link>
      </Notice>
    </div>
  );
}

function Evidence({ facts }: { facts: SignedFacts }) {
  const { m } = useI18n();
  return (
    <section aria-labelledby="evidence" className="mt-12 print:hidden">
      <h2 id="evidence" className="text-2xl">
        {m.records.record.evidence}
      </h2>
      <ul
        lang={facts.locale}
        className="mt-4 divide-y divide-line border-y border-line sm:columns-2 sm:gap-x-10 sm:divide-y-0 sm:border-b-0"
      >
        {facts.evidence.map(({ id, name, narrative }) => (
          <li key={id} id={id} className="break-inside-avoid py-3 sm:border-b sm:border-line">
            <p className="font-medium">{name}</p>
            <p className="text-sm text-muted">{narrative}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Yourself({ facts, digest }: { facts: SignedFacts; digest: string }) {
  const { m } = useI18n();
  const words = m.records.yourself;
  const { id, edition, course, locale } = facts;
  const manifest = `/editions/${edition.digest}.json`;
  return (
    <section aria-labelledby="yourself" className="mt-12 print:mt-6">
      <h2 id="yourself" className="text-2xl print:hidden">
        {words.title}
      </h2>
      <p className="mt-2 max-w-2xl text-muted print:hidden">{words.lead}</p>
      <dl className="mt-6">
        <dt className="text-sm text-muted">{m.records.record.digest}</dt>
        <dd className="mt-1 font-mono text-sm break-all">{edition.digest}</dd>
      </dl>
      <div className="no-print">
        <ol className="mt-6 max-w-2xl list-decimal space-y-2 pl-6 marker:text-muted">
          <li>{words.stepDownload}</li>
          <li>{words.stepVerify}</li>
          <li>
            {words.stepKey}{' '}
            <Link to="/issuer" className="link">
              {words.stepKeyLink}
            </Link>
          </li>
          <li>{words.stepEdition}</li>
        </ol>
        <p className="mt-4 max-w-2xl text-muted">{words.caution}</p>
        <ul className="mt-6 flex flex-wrap gap-x-8 gap-y-1">
          <li>
            <a
              href={`/records/${id}.json`}
              download={`${id}.json`}
              className="link inline-flex min-h-11 items-center font-semibold"
            >
              {words.download}
            </a>
          </li>
          <li>
            <a
              href={`/records/${id}.jwt`}
              download={`${id}.jwt`}
              className="link inline-flex min-h-11 items-center"
            >
              {words.downloadJwt}
            </a>
          </li>
          <li>
            <a href={`/log/inclusion?digest=${digest}`} className="link inline-flex min-h-11 items-center">
              {m.log.inclusion}
            </a>
          </li>
          <li>
            <a href="/verify" className="link inline-flex min-h-11 items-center">
              {m.common.footer.verify}
            </a>
          </li>
          <li>
            <a href={manifest} className="link inline-flex min-h-11 items-center">
              {m.records.record.manifest}
            </a>
          </li>
          <li>
            <Link
              to={`/courses/${course.slug}?lng=${locale}`}
              className="link inline-flex min-h-11 items-center"
            >
              {m.records.record.course}
            </Link>
          </li>
        </ul>
      </div>
    </section>
  );
}
