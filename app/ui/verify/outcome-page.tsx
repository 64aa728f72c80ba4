// What came out: the verdict first, then what the document says, then each check in words.
import type { ReactNode } from 'react';
import { verdictOf } from '~/domain/records/verify/rules';
import type { Checked, Finding, Verification } from '~/domain/records/verify/schema';
import { sentenceOf } from '~/i18n/finding-words';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';
import { Icon, type IconName } from '../primitives/icon';
import { Page } from '../primitives/page';

type Done = Extract<Verification, { ok: true }>;

const tones = {
  valid: { icon: 'check', ink: 'text-positive', ground: 'bg-positive-soft' },
  partly: { icon: 'info', ink: 'text-warning', ground: 'bg-warning-soft' },
  failed: { icon: 'alert', ink: 'text-danger', ground: 'bg-danger-soft' },
} as const satisfies Record<Checked['verdict'], { icon: IconName; ink: string; ground: string }>;

/** `again`: the text that was looked at, where it is short enough to be sent once more with a name to compare. */
export function OutcomePage({ outcome, again }: { outcome: Done; again: string | null }) {
  const { m, format } = useI18n();
  const words = m.verify;
  const { documents, left, kind, source, asked, at } = outcome;
  const verdict = verdictOf(documents);
  return (
    <Page
      title={
        <span className="flex items-center gap-3">
          <Mark verdict={verdict} />
          {words.verdicts[verdict]}
        </span>
      }
      eyebrow={words.sources[source]}
      lead={words.verdictLeads[verdict]}
    >
      {kind === 'bundle' && (
        <p className="mb-6">
          {words.bundleLead({ count: format.number(documents.length) })}
          {left > 0 && ` ${words.bundleLeft({ count: format.number(left) })}`}
        </p>
      )}
      <div className="space-y-8">
        {documents.map((document, index) => (
          <Document
            // Two of a bundle may be the same.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            key={index}
            document={document}
            several={documents.length > 1}
            again={again}
            number={index}
          />
        ))}
      </div>
      <p className="mt-6 text-sm text-muted">
        {words.checkedAt({ time: format.dateTime(at) })}
        {' · '}
        {asked.length > 0 ? words.asked({ hosts: format.list(asked) }) : words.askedNobody}
      </p>
      <p className="mt-8">
        <ButtonLink to="/verify" reloadDocument tone="quiet">
          {words.another}
        </ButtonLink>
      </p>
    </Page>
  );
}

function Mark({ verdict, small = false }: { verdict: Checked['verdict']; small?: boolean }) {
  const { icon, ink, ground } = tones[verdict];
  return (
    <span
      className={`inline-flex shrink-0 items-center justify-center rounded-full ${small ? 'size-8' : 'size-12'} ${ink} ${ground}`}
    >
      <Icon name={icon} className={small ? '' : 'scale-125'} />
    </span>
  );
}

function Document(props: { document: Checked; several: boolean; again: string | null; number: number }) {
  const { document, several, again, number } = props;
  const { m } = useI18n();
  const words = m.verify;
  const { verdict, claims, findings, page } = document;
  const confirmed = findings.some(({ code }) => code === 'proof-holds');
  const altered = findings.some(({ code }) => code === 'proof-fails');
  return (
    <section
      aria-labelledby={`document-${number}`}
      className="rounded-card border border-line bg-surface p-5 sm:p-8"
    >
      {several && (
        <p className="mb-4 flex items-center gap-3 font-semibold">
          <Mark verdict={verdict} small />
          {words.verdicts[verdict]}
        </p>
      )}
      <h2 id={`document-${number}`} className="text-2xl" lang={claims?.language ?? undefined}>
        {claims ? claims.title || words.facts.claimed : words.file}
      </h2>
      {claims && !confirmed && <p className="mt-2 font-medium text-warning">{words.facts.claimedLead}</p>}
      {claims ? (
        <Facts document={document} claims={claims} />
      ) : (
        <p className="mt-3 text-muted">{altered ? words.facts.withheld : words.facts.hidden}</p>
      )}
      {claims?.holder.hashed && claims.holder.matches !== true && again !== null && (
        <Compare text={again} number={number} />
      )}
      <h3 className="mt-8 text-lg font-semibold">{words.checks}</h3>
      <ul className="mt-4 grid grid-cols-1 gap-5 sm:grid-cols-2">
        {weighed(findings).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <FoundItem key={index} finding={finding} />
        ))}
      </ul>
      {page && (
        <p className="mt-6">
          <a href={page} className="link inline-flex min-h-11 items-center font-semibold">
            {words.facts.page}
          </a>
        </p>
      )}
    </section>
  );
}

function Facts({ document, claims }: { document: Checked; claims: NonNullable<Checked['claims']> }) {
  const { m, format } = useI18n();
  const words = m.verify.facts;
  const { holder } = claims;
  const { issuer } = document;
  return (
    <>
      {claims.description && (
        <p className="mt-2 line-clamp-4 max-w-2xl text-muted" lang={claims.language ?? undefined}>
          {claims.description}
        </p>
      )}
      <dl className="mt-6 grid grid-cols-1 gap-x-10 gap-y-5 sm:grid-cols-2">
        <Fact term={words.holder}>
          {holder.named.length > 0
            ? holder.named.map((each) => (
                <span key={each} className="block break-words">
                  {each}
                </span>
              ))
            : holder.hashed
              ? words.holderHashed
              : words.holderUnnamed}
          {holder.matches !== null && (
            <span
              className={`mt-1 block text-sm font-medium ${holder.matches ? 'text-positive' : 'text-danger'}`}
            >
              {holder.matches ? words.holderMatches : words.holderDiffers}
            </span>
          )}
        </Fact>
        <Fact term={words.issuer}>
          {issuer.name && <span className="block">{issuer.name}</span>}
          <span className="block font-mono text-sm break-all text-muted">{issuer.id}</span>
        </Fact>
        {claims.issuedAt !== null && <Fact term={words.issued}>{format.date(claims.issuedAt)}</Fact>}
        {claims.validUntil !== null && <Fact term={words.validUntil}>{format.date(claims.validUntil)}</Fact>}
        {claims.edition && <Fact term={words.edition}>{claims.edition}</Fact>}
      </dl>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-1 font-medium">{children}</dd>
    </div>
  );
}

/** For a holder who is named only as a code: type a name, and the same document is looked at again. */
function Compare({ text, number }: { text: string; number: number }) {
  const { m } = useI18n();
  const words = m.verify;
  return (
    <form
      method="post"
      action="/verify"
      encType="multipart/form-data"
      className="mt-6 rounded-card bg-raised p-4"
    >
      <input type="hidden" name="text" value={text} />
      <label htmlFor={`holder-${number}`} className="mb-1.5 block font-medium">
        {words.holder}
      </label>
      <p id={`holder-hint-${number}`} className="mb-2 text-sm text-muted">
        {words.holderHint}
      </p>
      <div className="flex flex-wrap gap-3">
        <input
          id={`holder-${number}`}
          name="holder"
          type="text"
          required
          autoComplete="off"
          aria-describedby={`holder-hint-${number}`}
          className="min-h-11 min-w-0 flex-1 basis-56 rounded-card border border-control bg-surface px-3.5 text-ink"
        />
        <Button tone="quiet">{words.facts.compare}</Button>
      </div>
    </form>
  );
}

/** What speaks against it first, then what is open. */
const weighed = (findings: readonly Finding[]): Finding[] =>
  (['fails', 'open', 'holds', 'note'] as const).flatMap((outcome) =>
    findings.filter((finding) => finding.outcome === outcome),
  );

const marks = {
  holds: { icon: 'check', ink: 'text-positive' },
  fails: { icon: 'alert', ink: 'text-danger' },
  open: { icon: 'info', ink: 'text-warning' },
  note: { icon: 'info', ink: 'text-muted' },
} as const satisfies Record<Finding['outcome'], { icon: IconName; ink: string }>;

function FoundItem({ finding }: { finding: Finding }) {
  const { m, format } = useI18n();
  const { icon, ink } = marks[finding.outcome];
  const { title, detail } = sentenceOf(finding, m.verify, format);
  return (
    <li className="flex gap-3">
      <Icon name={icon} className={`mt-1 ${ink}`} />
      <div className="min-w-0">
        <p className="font-semibold">
          <span className="sr-only">{m.verify.outcomes[finding.outcome]}: </span>
          {title}
        </p>
        <p className="text-sm break-words text-muted [overflow-wrap:anywhere]">{detail}</p>
      </div>
    </li>
  );
}
