import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';
import { Card } from '../primitives/card';
import { DataTable } from '../primitives/data-table';
import { Notice } from '../primitives/notice';
import { Page } from '../primitives/page';

type Head = { size: number; root: string; at: number };
type Entry = {
  position: number;
  at: number;
  event: 'issued' | 'revoked' | 'reinstated' | 'replaced';
  digest: string;
};

export function LogPage({ head, entries, issuer }: { head: Head | null; entries: Entry[]; issuer: string }) {
  const { m, format } = useI18n();
  const words = m.log;
  return (
    <Page title={words.title} eyebrow={words.eyebrow} lead={words.lead} width="wide">
      {head ? <Current head={head} issuer={issuer} /> : <Notice tone="danger">{words.broken}</Notice>}
      <h2 className="mt-12 text-2xl">{words.latest}</h2>
      <p className="mt-2 mb-5 max-w-2xl text-muted">{words.latestLead}</p>
      {entries.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <DataTable
          caption={words.latest}
          rows={entries}
          rowKey={({ position }) => position}
          columns={[
            { key: 'event', label: words.event, cell: ({ event }) => words.events[event] },
            { key: 'time', label: words.time, unbroken: true, cell: ({ at }) => format.dateTime(at) },
            {
              key: 'credential',
              label: words.credential,
              cell: ({ digest }) => (
                <span className="font-mono" title={digest}>
                  {digest.slice(0, 16)}…
                </span>
              ),
            },
            {
              key: 'proof',
              label: words.proof,
              cell: ({ position }) => (
                <a
                  href={`/log/inclusion?position=${position}`}
                  aria-label={words.proofOf({ number: format.number(position) })}
                  className="link inline-flex min-h-11 items-center"
                >
                  {words.proof}
                </a>
              ),
            },
            {
              key: 'position',
              label: words.position,
              numeric: true,
              cell: ({ position }) => format.number(position),
            },
          ]}
        />
      )}
      <div className="mt-12 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="how">
          <h2 id="how" className="text-2xl">
            {words.how}
          </h2>
          <p className="mt-3 text-muted">{words.howTree}</p>
          <p className="mt-3 text-muted">{words.howHead}</p>
        </section>
        <section aria-labelledby="check">
          <h2 id="check" className="text-2xl">
            {words.check}
          </h2>
          <ol className="mt-3 list-decimal space-y-4 pl-6 marker:text-muted">
            <Step say={words.steps.keep} example="/log/head.json" />
            <Step
              say={words.steps.consistency}
              example={`/log/consistency?from=${Math.min(1, head?.size ?? 0)}&to=${head?.size ?? 0}`}
            />
            <Step
              say={words.steps.inclusion}
              example={`/log/inclusion?digest=${entries[0]?.digest ?? '…'}`}
              linked={entries.length > 0}
            />
            <Step say={words.steps.all} example="/log/entries?from=0&to=1000" />
          </ol>
          <p className="mt-4">
            <a href="/verify" className="link inline-flex min-h-11 items-center">
              {words.verifyLink}
            </a>
          </p>
        </section>
      </div>
    </Page>
  );
}

function Current({ head, issuer }: { head: Head; issuer: string }) {
  const { m, format } = useI18n();
  const words = m.log;
  return (
    <section aria-labelledby="head">
      <h2 id="head" className="mb-4 text-2xl">
        {words.head}
      </h2>
      <Card>
        <dl className="grid gap-5 sm:grid-cols-[auto_auto_1fr] sm:gap-x-12">
          <Fact term={words.size}>
            <span className="font-serif text-3xl">{format.number(head.size)}</span>
          </Fact>
          <Fact term={words.at}>{format.dateTime(head.at)}</Fact>
          <Fact term={m.records.record.issuedBy}>
            <span className="font-mono break-all">{issuer}</span>
          </Fact>
          <Fact term={words.root} className="sm:col-span-3">
            <span className="font-mono text-sm break-all">{head.root}</span>
          </Fact>
        </dl>
        <p className="mt-4">
          <a href="/log/head.json" className="link inline-flex min-h-11 items-center font-semibold">
            {words.headFile}
          </a>
        </p>
      </Card>
    </section>
  );
}

function Fact(props: { term: string; className?: string; children: ReactNode }) {
  const { term, className, children } = props;
  return (
    <div className={className}>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-1">{children}</dd>
    </div>
  );
}

function Step({ say, example, linked = true }: { say: string; example: string; linked?: boolean }) {
  return (
    <li>
      <p>{say}</p>
      {linked && (
        <a href={example} className="link mt-1 inline-flex min-h-11 items-center font-mono text-sm break-all">
          {example}
        </a>
      )}
    </li>
  );
}
