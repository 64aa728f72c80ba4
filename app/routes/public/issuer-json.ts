import type { LoaderFunctionArgs } from '@remix-run/node';
import { profileDocument } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const visit = await enter(args, 'anyone');
  return publicDocument(visit.request, {
    mediaType: 'application/ld+json',
    body: JSON.stringify(profileDocument(visit.app.keys)),
  });
}
