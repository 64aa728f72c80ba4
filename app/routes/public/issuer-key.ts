import type { LoaderFunctionArgs } from '@remix-run/node';
import { keyDocument } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { keys } = visit.app;
  if (visit.params.key !== keys.publicKeyMultibase) return noDocument(visit.request);
  return publicDocument(visit.request, {
    mediaType: 'application/ld+json',
    body: JSON.stringify(keyDocument(keys)),
  });
}
