import { useI18n } from '~/i18n/react';
import { ButtonLink } from '~/ui/primitives/button';
import { recordPath } from './paths';

/** The course has just been completed: says so, and leads to the record. */
export function FinishedCard({ course, recordId }: { course: string; recordId: string | null }) {
  const { m } = useI18n();
  const text = m.learning.finished;
  return (
    <section
      aria-labelledby="finished"
      className="mb-8 rounded-card border border-transparent bg-positive-soft p-6 sm:p-8"
    >
      <svg viewBox="0 0 64 32" width="96" height="48" aria-hidden="true" className="mb-4 text-positive">
        <path
          d="M6 28C6 12 18 5 32 5s26 7 26 23"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path d="M2 28h60" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
        <path
          d="M25 18l5.5 5.5L41 13"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <h2 id="finished" className="text-2xl text-positive">
        {text.title}
      </h2>
      <p className="mt-2 max-w-prose">{text.text({ course })}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        {recordId && <ButtonLink to={recordPath(recordId)}>{text.record}</ButtonLink>}
        <ButtonLink to="/my" tone="quiet">
          {text.my}
        </ButtonLink>
      </div>
    </section>
  );
}
