import type { LoaderFunctionArgs } from '@remix-run/node';
import { logHead } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { countIn, logDocument } from '~/http/log-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, request, url } = await enter(args, 'anyone');
  return logDocument(request, async () => {
    const size = countIn(url, 'size');
    if (size === null) return null;
    const head = await logHead(db, app.keys, { at, size });
    return { ...head, at: new Date(head.at).toISOString(), issuer: app.keys.issuer };
  });
}
