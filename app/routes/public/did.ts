import type { LoaderFunctionArgs } from '@remix-run/node';
import { didDocument } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await enter(args, 'anyone');
  return publicDocument(visit.request, {
    mediaType: 'application/did+ld+json',
    body: JSON.stringify(didDocument(visit.app.keys)),
  });
}
