// A piece of the Chinese heading face by its digest: the same bytes for ever.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findFace } from '~/domain/courses/index.server';
import { enter } from '~/http/enter.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, params } = await enter(args, 'anyone');
  const digest = params.digest ?? '';
  const bytes = /^[0-9a-f]{64}$/.test(digest) ? findFace(db, digest) : null;
  if (!bytes) return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'font/woff2',
      'Content-Length': String(bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
}
