// A learner's own records: what each says, who sees it, and what renewing it asks for.
import { Form, Link } from '@remix-run/react';
import type { Renewal } from '~/domain/learning/schema';
import { type Identity, identities, type RecordSummary } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { lessonPath } from '../learning/paths';
import { Button, ButtonLink } from '../primitives/button';
import { Card, Empty } from '../primitives/card';
import { Badge, Notice } from '../primitives/notice';
import { Page } from '../primitives/page';

type Props = {
  records: RecordSummary[];
  renewals: Renewal[];
  /** How the next records tell who their holder is. */
  next: Identity;
  done: 'saved' | 'renewed' | 'renewing' | null;
};

export function RecordsPage({ records, renewals, next, done }: Props) {
  const { m } = useI18n();
  const words = m.records.list;
  const said = { saved: words.saved, renewed: words.renewedNow, renewing: words.renewFirst };
  return (
    <Page
      title={words.title}
      lead={records.length > 0 ? words.lead : undefined}
      width="wide"
      actions={
        records.length > 0 && (
          <ButtonLink to="/my/transcript" tone="quiet">
            {m.records.transcript.open}
          </ButtonLink>
        )
      }
    >
      {done && (
        <Notice tone={done === 'renewing' ? 'accent' : 'positive'}>
          <p>{said[done]}</p>
        </Notice>
      )}
      {records.length === 0 ? (
        <Empty
          drawing="record"
          title={words.emptyTitle}
          action={<ButtonLink to="/courses">{words.browse}</ButtonLink>}
        >
          {words.empty}
        </Empty>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {records.map((record) => (
            <Record
              key={record.id}
              record={record}
              renewal={renewals.find(({ recordId }) => recordId === record.id)}
            />
          ))}
        </ul>
      )}
      <section aria-labelledby="next" className="mt-12 max-w-3xl">
        <h2 id="next" className="text-2xl">
          {words.nextTitle}
        </h2>
        <p className="mt-2 text-muted">{words.nextLead}</p>
        <Card className="mt-5">
          <IdentityForm action="/my/records/identity" name="next" chosen={next} />
        </Card>
      </section>
    </Page>
  );
}

function Record({ record, renewal }: { record: RecordSummary; renewal: Renewal | undefined }) {
  const { m, format } = useI18n();
  const words = m.records.list;
  const { id, standing, hidden, validUntil } = record;
  return (
    <li className="py-6">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h2 lang={record.locale} className="text-xl">
            <Link to={`/records/${id}`} className="hover:text-accent">
              {record.title}
            </Link>
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>{words.issued({ date: format.date(record.issuedAt) })}</span>
            {validUntil !== null && <span>{words.validUntil({ date: format.date(validUntil) })}</span>}
            <span>{m.records.record.editionNumber({ number: format.number(record.edition) })}</span>
            {standing.state === 'revoked' && <Badge tone="danger">{words.revoked}</Badge>}
            {standing.replacedFor === 'renewal' && <Badge>{words.renewed}</Badge>}
            {standing.state === 'expired' && standing.replacedFor === null && (
              <Badge tone="warning">{words.expired}</Badge>
            )}
            {hidden && <Badge>{words.hidden}</Badge>}
          </p>
          {standing.reason !== null && <p className="mt-2">{words.reason({ reason: standing.reason })}</p>}
        </div>
        <ButtonLink to={`/records/${id}`} tone="quiet">
          {words.open}
        </ButtonLink>
      </div>
      {renewal && <Renew renewal={renewal} />}
      <details className="mt-4 max-w-3xl">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{words.share}</summary>
        <Card className="mt-2">
          <Form method="post" action={`/my/records/${id}/show`} className="border-b border-line pb-5">
            <p className="font-medium">{hidden ? words.hidden : words.shown}</p>
            <p className="mt-1 mb-4 text-sm text-muted">{words.hiddenHint}</p>
            <Button tone="quiet" name="shown" value={hidden ? 'yes' : 'no'}>
              {hidden ? words.show : words.hide}
            </Button>
          </Form>
          <div className="pt-5">
            <IdentityForm action={`/my/records/${id}/identity`} name={id} chosen={record.identity} />
            <p className="mt-4 text-sm text-muted">{words.identityNote}</p>
          </div>
        </Card>
      </details>
    </li>
  );
}

function Renew({ renewal }: { renewal: Renewal }) {
  const { m } = useI18n();
  const words = m.records.list;
  const { recordId, course, lessons } = renewal;
  return (
    <div className="mt-4 max-w-3xl rounded-card bg-accent-soft p-card">
      <p>{lessons.length === 0 ? words.renewNow : words.renewFirst}</p>
      {lessons.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {lessons.map(({ slug, title, lang }) => (
            <li key={slug} lang={lang}>
              <Link to={lessonPath(course, slug, {})} className="link inline-flex min-h-11 items-center">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" action={`/my/records/${recordId}/renew`} className="mt-4">
        <Button>{words.renew}</Button>
      </Form>
    </div>
  );
}

/** `name`: tells this form's fields from those of others on the page. */
function IdentityForm({ action, name, chosen }: { action: string; name: string; chosen: Identity }) {
  const { m } = useI18n();
  const words = m.records.list;
  return (
    <Form method="post" action={action}>
      <fieldset>
        <legend className="mb-2 font-medium">{words.identity}</legend>
        {identities.map((identity) => (
          <label key={identity} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              key={chosen}
              type="radio"
              name="identity"
              value={identity}
              defaultChecked={identity === chosen}
              aria-describedby={`${name}-${identity}`}
              className="mt-[0.2em] size-5 shrink-0"
            />
            <span>
              <span className="font-medium">{words.identities[identity]}</span>
              <span id={`${name}-${identity}`} className="mt-0.5 block text-sm text-muted">
                {words.identityHints[identity]}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button tone="quiet" className="mt-3">
        {words.identitySave}
      </Button>
    </Form>
  );
}
