import { Link } from '@remix-run/react';
import type { RecordSummary } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { Badge } from '../primitives/notice';
import { Page } from '../primitives/page';

export function RecordsPage({ records }: { records: RecordSummary[] }) {
  const { m, format } = useI18n();
  const words = m.records.list;
  if (records.length === 0) {
    return (
      <Page title={words.title} width="wide">
        <Empty
          drawing="record"
          title={words.emptyTitle}
          action={<ButtonLink to="/courses">{words.browse}</ButtonLink>}
        >
          {words.empty}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <ul className="divide-y divide-line border-y border-line">
        {records.map((record) => (
          <li key={record.id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-6">
            <div className="min-w-0">
              <h2 lang={record.locale} className="text-xl">
                <Link to={`/records/${record.id}`} className="hover:text-accent">
                  {record.title}
                </Link>
              </h2>
              <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
                <span>{words.issued({ date: format.date(record.issuedAt) })}</span>
                <span>{m.records.record.editionNumber({ number: format.number(record.edition) })}</span>
                {record.standing.state === 'revoked' && <Badge tone="danger">{words.revoked}</Badge>}
              </p>
            </div>
            <ButtonLink to={`/records/${record.id}`} tone="quiet">
              {words.open}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Page>
  );
}
