import type { LoaderFunctionArgs } from '@remix-run/node';
import { transcriptBundle } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, locale, m, timeZone } = await enter(args, 'account');
  const json = await transcriptBundle(db, app.keys, actor, { at, locale, timeZone });
  const caching = { 'Cache-Control': 'private, no-store' };
  if (json === null) {
    const headers = { ...caching, 'Content-Type': 'text/plain; charset=utf-8' };
    return new Response(m.records.transcript.none, { status: 404, headers });
  }
  return new Response(json, {
    headers: {
      ...caching,
      'Content-Type': 'application/vc',
      'Content-Disposition': 'attachment; filename="transcript.json"',
    },
  });
}
