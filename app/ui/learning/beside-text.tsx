// A lesson in two languages, paragraph beside paragraph; on a narrow screen paragraph under paragraph.
import type { ReactNode } from 'react';
import type { Row } from '~/mdx/schema';
import type { LessonData } from './lesson-data';
import { Rendered } from './rendered';

export function BesideText(props: {
  first: string;
  beside: NonNullable<LessonData['beside']>;
  /** A Reflect or the quiz, which are there once. */
  place: (segment: Exclude<Row['first'], { kind: 'html' } | null>) => ReactNode;
}) {
  const { first, beside, place } = props;
  return (
    <div className="beside">
      {beside.rows.map((row) => (
        <div
          key={row.block ?? 'notes'}
          className={`beside-row ${row.stacked || row.second === null || row.first === null ? 'beside-alone' : ''}`}
        >
          {row.first?.kind === 'html' ? (
            <Rendered lang={first} html={row.first.html} />
          ) : (
            row.first && place(row.first)
          )}
          {row.second !== null && (
            <Rendered lang={beside.locale} html={row.second} className="prose beside-second" />
          )}
        </div>
      ))}
    </div>
  );
}
