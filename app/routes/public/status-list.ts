import type { LoaderFunctionArgs } from '@remix-run/node';
import { statusList } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, params, request } = await enter(args, 'anyone');
  const number = params.list ?? '';
  const list = /^\d{1,9}$/.test(number) ? Number(number) : -1;
  const body = await statusList(db, app.keys, { purpose: params.purpose ?? '', list, at });
  if (body === null) return noDocument(request);
  return publicDocument(request, { mediaType: 'application/vc', body });
}
