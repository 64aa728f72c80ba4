// What was checked and how it came out, one line each. A mark and words say the same: colour is not needed to read it.
import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import type { Shown } from './certificate';

export function Checks({ record }: { record: Shown }) {
  const { m, format } = useI18n();
  const words = m.records.checks;
  const { facts, standing, issuerNow, checkedAt } = record;
  const outcome = useOutcome(record);
  return (
    <section
      aria-labelledby="checks"
      className="record-sheet rounded-card border border-line bg-surface p-5 sm:p-8"
    >
      <h2 id="checks" className="text-2xl">
        {outcome.title}
      </h2>
      <p className="mt-2 max-w-2xl text-muted">{outcome.lead}</p>
      {standing.reason !== null && (
        <p className="mt-2 max-w-2xl">{words.reason({ reason: standing.reason })}</p>
      )}
      {standing.replacedBy !== null && (
        <p className="mt-2 max-w-2xl">
          {standing.replacedFor === 'renewal' && (
            <>{words.renewed({ date: format.date(standing.replacedAt ?? 0) })} </>
          )}
          <Link to={`/records/${standing.replacedBy}`} className="link inline-flex min-h-11 items-center">
            {words.toCurrent}
          </Link>
        </p>
      )}
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
        <Check holds={standing.state === 'valid'} title={outcome.check}>
          {outcome.detail}
        </Check>
      </ul>
      <p className="mt-6 text-sm text-muted">{words.checkedAt({ time: format.dateTime(checkedAt) })}</p>
    </section>
  );
}

/** How the record stands, in words. */
function useOutcome({ standing, facts }: Shown) {
  const { m, format } = useI18n();
  const words = m.records.checks;
  const date = format.date(
    (standing.state === 'revoked'
      ? standing.revokedAt
      : standing.state === 'replaced'
        ? standing.replacedAt
        : facts.validUntil) ?? 0,
  );
  switch (standing.state) {
    case 'revoked':
      return {
        title: words.revoked,
        lead: words.revokedLead({ date }),
        check: words.withdrawn({ date }),
        detail: words.withdrawnDetail,
      };
    case 'replaced':
      return {
        title: words.replaced,
        lead: words.replacedLead({ date }),
        check: words.replacedOn({ date }),
        detail: words.replacedDetail,
      };
    case 'expired':
      return {
        title: words.expired,
        lead: words.expiredLead({ date }),
        check: words.expiredOn({ date }),
        detail: words.expiredDetail,
      };
    default:
      return {
        title: words.genuine,
        lead: words.genuineLead,
        check: words.standing,
        detail: words.standingDetail,
      };
  }
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
