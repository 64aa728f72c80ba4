// An asset by its digest: the same bytes for ever, in parts where a player asks for parts. Its name is only for people who save it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findAsset } from '~/domain/courses/index.server';
import { enter } from '~/http/enter.server';
import { readRange } from '~/http/read-range.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, params, request } = await enter(args, 'anyone');
  const digest = params.digest ?? '';
  const asset = /^[0-9a-f]{64}$/.test(digest) ? findAsset(db, digest) : null;
  if (!asset) return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });

  const { mediaType, bytes } = asset;
  const etag = `"${digest}"`;
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Type': /^text\//.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  });
  // Only a drawing opened by its own address is bound by this; shown in a page, it is an image and runs nothing anyway.
  if (mediaType === 'image/svg+xml') {
    headers.set('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  }
  // Tables and documents are for keeping, and no viewer of theirs should run on our origin.
  if (mediaType === 'text/csv' || mediaType === 'application/pdf')
    headers.set('Content-Disposition', 'attachment');

  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });

  const ifRange = request.headers.get('if-range');
  const range =
    ifRange === null || ifRange === etag ? readRange(request.headers.get('range'), bytes.length) : null;
  if (range === null) {
    headers.set('Content-Length', String(bytes.length));
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
  }
  // A part of compressed bytes is not a compressed part.
  headers.set('Cache-Control', 'public, max-age=31536000, immutable, no-transform');
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${bytes.length}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range;
  headers.set('Content-Range', `bytes ${first}-${last}/${bytes.length}`);
  headers.set('Content-Length', String(last - first + 1));
  return new Response(bytes.subarray(first, last + 1) as Uint8Array<ArrayBuffer>, { status: 206, headers });
}
