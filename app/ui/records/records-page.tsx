import { Link } from '@remix-run/react';
import type { RecordSummary } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Card, Empty } from '../primitives/card';
import { Badge } from '../primitives/notice';
import { Page } from '../primitives/page';

export function RecordsPage({ records }: { records: RecordSummary[] }) {
  const { m, format } = useI18n();
  const words = m.records.list;
  if (records.length === 0) {
    return (
      <Page title={words.title} width="wide">
        <Empty title={words.emptyTitle} action={<ButtonLink to="/courses">{words.browse}</ButtonLink>}>
          {words.empty}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <ul className="space-y-4">
        {records.map((record) => (
          <li key={record.id}>
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div className="min-w-0">
                <h2 lang={record.locale} className="text-xl">
                  <Link to={`/records/${record.id}`} className="hover:text-accent">
                    {record.title}
                  </Link>
                </h2>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
                  <span>{words.issued({ date: format.date(record.issuedAt) })}</span>
                  <span>{m.records.record.editionNumber({ number: format.number(record.edition) })}</span>
                  {record.revokedAt !== null && <Badge tone="danger">{words.revoked}</Badge>}
                </p>
              </div>
              <ButtonLink to={`/records/${record.id}`} tone="quiet">
                {words.open}
              </ButtonLink>
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
