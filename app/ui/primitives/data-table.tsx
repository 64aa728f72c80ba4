// A table that scrolls in its own region on a narrow screen, with headings that sort by link.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';

export type Column<Row> = {
  key: string;
  label: string;
  /** The address that sorts by this column; absent: not sortable. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  numeric?: boolean;
  /** Dates and the like, which read badly over two lines. */
  unbroken?: boolean;
  cell(row: Row): ReactNode;
};

/** What a row is about stays in sight while a narrow screen scrolls the rest past it. */
const pinned = 'max-md:first:sticky max-md:first:left-0 max-md:first:max-w-40';

export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey(row: Row): string | number;
  /** A last row that sums up; same order as the columns. */
  totals?: ReactNode[];
}) {
  const { caption, columns, rows, rowKey, totals } = props;
  const { m } = useI18n();
  const side = (column: Column<Row>) =>
    column.numeric ? 'text-right tabular-nums whitespace-nowrap' : 'text-left';
  const cell = (column: Column<Row>) =>
    `px-3 py-3 first:pl-4 last:pr-4 ${pinned} max-md:first:bg-surface ${side(column)} ${column.unbroken ? 'whitespace-nowrap' : ''}`;
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className="scroll-hint relative overflow-x-auto rounded-card border border-line"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-raised">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sorted}
                className={`px-3 font-semibold whitespace-nowrap first:pl-4 last:pr-4 ${pinned} max-md:first:bg-raised ${side(column)}`}
              >
                {column.sortHref ? (
                  <Link
                    to={column.sortHref}
                    preventScrollReset
                    className="inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:underline"
                  >
                    {column.label}
                    {column.sorted && (
                      <span aria-hidden="true">{column.sorted === 'ascending' ? '▲' : '▼'}</span>
                    )}
                    {column.sorted && (
                      <span className="sr-only">
                        ,{' '}
                        {column.sorted === 'ascending' ? m.common.table.sortedUp : m.common.table.sortedDown}
                      </span>
                    )}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center">{column.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0 hover:bg-raised/50">
              {columns.map((column) => (
                <td key={column.key} className={cell(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot className="border-t-2 border-line font-semibold">
            <tr>
              {columns.map((column, index) => (
                <td key={column.key} className={cell(column)}>
                  {totals[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
