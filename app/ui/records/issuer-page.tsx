import type { PublicKey } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { Card } from '../primitives/card';
import { Page } from '../primitives/page';

export function IssuerPage({ issuer }: { issuer: { name: string; did: string; keys: PublicKey[] } }) {
  const { m, format } = useI18n();
  const words = m.records.issuer;
  const current = issuer.keys.filter(({ until }) => until === null);
  const former = issuer.keys.filter(({ until }) => until !== null);
  const proofKey = current.find(({ kind }) => kind === 'Ed25519')?.id;
  const documents = [
    { href: '/.well-known/did.json', name: words.didDocument, detail: words.didDocumentDetail },
    { href: `/issuer/keys/${proofKey}`, name: words.keyDocument, detail: words.keyDocumentDetail },
    { href: '/issuer.json', name: words.profile, detail: words.profileDetail },
  ];
  return (
    <Page title={issuer.name} eyebrow={words.eyebrow} lead={words.lead}>
      <Card>
        <dl className="space-y-5">
          <div>
            <dt className="text-sm text-muted">{words.did}</dt>
            <dd className="mt-1 font-mono break-all">{issuer.did}</dd>
          </div>
          {current.map(({ id, kind }) => (
            <div key={id}>
              <dt className="text-sm text-muted">{kind === 'Ed25519' ? words.key : words.jwtKey}</dt>
              <dd className="mt-1 font-mono break-all">{id}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <h2 className="mt-12 text-2xl">{words.documents}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {documents.map(({ href, name, detail }) => (
          <li key={href} className="py-3">
            <a href={href} className="link inline-flex min-h-11 items-center font-semibold">
              {name}
            </a>
            <p className="text-muted">{detail}</p>
          </li>
        ))}
      </ul>
      {former.length > 0 && (
        <>
          <h2 className="mt-12 text-2xl">{words.former}</h2>
          <p className="mt-3 text-muted">{words.formerLead}</p>
          <ul className="mt-4 divide-y divide-line border-y border-line">
            {former.map(({ id, until, compromised }) => (
              <li key={id} className="py-3">
                <p className="font-mono break-all">{id}</p>
                <p className="text-muted">
                  {compromised === null
                    ? words.formerUntil({ date: format.date(until ?? 0) })
                    : words.compromised({ date: format.date(compromised) })}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-12 text-2xl">{words.howTitle}</h2>
      <p className="mt-3 text-muted">{words.how}</p>
    </Page>
  );
}
