import type { LoaderFunctionArgs } from '@remix-run/node';
import { keyDocument } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const document = keyDocument(visit.app.keys, visit.params.key ?? '');
  if (!document) return noDocument(visit.request);
  const mediaType = 'kty' in document ? 'application/jwk+json' : 'application/ld+json';
  return publicDocument(visit.request, { mediaType, body: JSON.stringify(document) });
}
