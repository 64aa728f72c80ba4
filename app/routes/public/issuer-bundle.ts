import type { LoaderFunctionArgs } from '@remix-run/node';
import { makeBundle } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, request } = await enter(args, 'anyone');
  return publicDocument(request, {
    mediaType: 'application/json',
    body: await makeBundle(db, app.keys, at),
    headers: { 'Content-Disposition': 'inline; filename="bundle.json"' },
  });
}
