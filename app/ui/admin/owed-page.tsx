// Completions that are owed a record, and the button that issues them.
import { Form, Link } from '@remix-run/react';
import type { Owed } from '~/domain/learning/schema';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Empty } from '../primitives/card';
import { DataTable } from '../primitives/data-table';
import { Notice } from '../primitives/notice';
import { AdminPage } from './admin-page';

export function OwedPage(props: { owed: Owed[]; more: boolean; issued: number; manages: boolean }) {
  const { owed, more, issued, manages } = props;
  const { m, format } = useI18n();
  const words = m.records.registry;
  return (
    <AdminPage title={words.owedTitle} lead={words.owedLead} manages={manages}>
      <p className="mb-6">
        <Link to="/admin/records" className="link inline-flex min-h-11 items-center">
          {words.back}
        </Link>
      </p>
      {issued > 0 && <Notice tone="positive">{words.owedIssued({ count: format.number(issued) })}</Notice>}
      {owed.length === 0 ? (
        <Empty drawing="record" title={words.owedNone} />
      ) : (
        <>
          <DataTable
            caption={words.owedTitle}
            columns={[
              { key: 'holder', label: words.holder, cell: ({ name }: Owed) => name },
              { key: 'course', label: words.course, cell: ({ courseTitle }: Owed) => courseTitle },
            ]}
            rows={owed}
            rowKey={({ enrolmentId }) => enrolmentId}
          />
          {more && <p className="mt-4 text-muted">{words.owedMore}</p>}
          <Form method="post" className="mt-6">
            <Button>{words.owedIssue}</Button>
          </Form>
        </>
      )}
    </AdminPage>
  );
}
