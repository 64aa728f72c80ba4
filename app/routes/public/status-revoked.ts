import type { LoaderFunctionArgs } from '@remix-run/node';
import { revocationList } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, request } = await enter(args, 'anyone');
  const body = await revocationList(db, app.keys, at);
  return publicDocument(request, { mediaType: 'application/json', body });
}
