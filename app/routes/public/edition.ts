// An edition's manifest: the exact bytes whose SHA-256 is in its address and in every record pinned to it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findManifest } from '~/domain/courses/index.server';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, params, request } = await enter(args, 'anyone');
  const digest = /^([0-9a-f]{64})\.json$/.exec(params.digest ?? '')?.[1];
  const body = digest === undefined ? null : findManifest(db, digest);
  if (body === null) return noDocument(request);
  const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  return publicDocument(request, { mediaType: 'application/json', body, headers });
}
