import { Link } from '@remix-run/react';
import type { Theme } from '~/domain/courses/schema';
import type { RecordView } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { Notice } from '../primitives/notice';
import { Page } from '../primitives/page';
import { Certificate, type Verified } from './certificate';
import { Checks } from './checks';
import { Keep } from './keep';
import './record.css';

export function RecordPage(props: { record: RecordView; theme: Theme; timeZone: string }) {
  const { record, theme, timeZone } = props;
  if (!record.verified) return <Unverified reason={record.reason} />;
  return (
    <div data-theme={theme} className="record-page mx-auto w-full max-w-4xl px-gutter pt-page">
      <Certificate record={record} />
      <div className="mt-8 print:mt-4">
        <Checks record={record} />
      </div>
      {record.revokedAt === null && (
        <>
          <Keep record={record} timeZone={timeZone} />
          <Yourself record={record} />
        </>
      )}
    </div>
  );
}

/** Nothing of such a record is shown: it would be read whatever stood above it. */
function Unverified({ reason }: { reason: 'unreadable' | 'signature' }) {
  const { m } = useI18n();
  const words = m.records.checks;
  return (
    <Page title={words.failed} eyebrow={m.records.record.eyebrow}>
      <Notice tone="danger">{reason === 'signature' ? words.failedSignature : words.failedUnreadable}</Notice>
    </Page>
  );
}

function Yourself({ record }: { record: Verified }) {
  const { m } = useI18n();
  const words = m.records.yourself;
  const { id, edition, course, locale } = record.facts;
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
