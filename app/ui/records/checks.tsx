// What was checked and how it came out, one line each. A mark and words say the same: colour is not needed to read it.
import { useI18n } from '~/i18n/react';
import type { Verified } from './certificate';

export function Checks({ record }: { record: Verified }) {
  const { m, format } = useI18n();
  const words = m.records.checks;
  const { facts, revokedAt, issuerNow, checkedAt } = record;
  return (
    <section
      aria-labelledby="checks"
      className="record-sheet rounded-card border border-line bg-surface p-5 sm:p-8 print:p-5"
    >
      <h2 id="checks" className="text-2xl">
        {revokedAt === null ? words.genuine : words.revoked}
      </h2>
      <p className="mt-2 max-w-2xl text-muted">
        {revokedAt === null ? words.genuineLead : words.revokedLead({ date: format.date(revokedAt) })}
      </p>
      <ul className="mt-6 grid gap-5 sm:grid-cols-2">
        <Check holds title={words.signature}>
          {words.signatureDetail}
        </Check>
        <Check holds title={words.issuer({ name: facts.issuer.name })}>
          <span className="font-mono text-[0.875em] break-all">{facts.issuer.id}</span>
          {issuerNow && <span className="mt-1 block">{words.issuerFormer({ did: issuerNow })}</span>}
        </Check>
        <Check holds title={words.unaltered}>
          {words.unalteredDetail}
        </Check>
        {revokedAt === null ? (
          <Check holds title={words.standing}>
            {words.standingDetail}
          </Check>
        ) : (
          <Check holds={false} title={words.withdrawn({ date: format.date(revokedAt) })}>
            {words.withdrawnDetail}
          </Check>
        )}
      </ul>
      <p className="mt-6 text-sm text-muted">{words.checkedAt({ time: format.dateTime(checkedAt) })}</p>
    </section>
  );
}

function Check(props: { holds: boolean; title: string; children: React.ReactNode }) {
  const { holds, title, children } = props;
  return (
    <li className="flex gap-3">
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        className={`mt-0.5 shrink-0 ${holds ? 'text-positive' : 'text-danger'}`}
      >
        <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d={holds ? 'M7.5 12.5l3 3 6-7' : 'M8.5 8.5l7 7m0-7l-7 7'}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-muted">{children}</p>
      </div>
    </li>
  );
}
