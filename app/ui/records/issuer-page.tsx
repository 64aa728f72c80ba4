import { useI18n } from '~/i18n/react';
import { Card } from '../primitives/card';
import { Page } from '../primitives/page';

export function IssuerPage({ issuer }: { issuer: { name: string; did: string; key: string } }) {
  const { m } = useI18n();
  const words = m.records.issuer;
  const documents = [
    { href: '/.well-known/did.json', name: words.didDocument, detail: words.didDocumentDetail },
    { href: `/issuer/keys/${issuer.key}`, name: words.keyDocument, detail: words.keyDocumentDetail },
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
          <div>
            <dt className="text-sm text-muted">{words.key}</dt>
            <dd className="mt-1 font-mono break-all">{issuer.key}</dd>
          </div>
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
      <h2 className="mt-12 text-2xl">{words.howTitle}</h2>
      <p className="mt-3 text-muted">{words.how}</p>
    </Page>
  );
}
