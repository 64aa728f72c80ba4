import type { LoaderFunctionArgs } from '@remix-run/node';
import { transcriptPdf } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, locale, timeZone } = await enter(args, 'account');
  const bytes = await transcriptPdf(db, app.keys, actor, { at, locale, timeZone });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="transcript.pdf"',
      'Cache-Control': 'private, no-store',
    },
  });
}
