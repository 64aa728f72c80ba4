import type { LoaderFunctionArgs } from '@remix-run/node';
import { DomainError } from '~/domain/error';
import { recordJson } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, db, params, request } = await enter(args, 'anyone');
  const found = await recordJson(db, app.keys, params.id ?? '').catch((error: unknown) => {
    if (error instanceof DomainError && error.refusal === 'not-found') return null;
    throw error;
  });
  if (!found) return noDocument(request);
  if (found.revokedAt !== null) {
    // A revoked credential's signature still holds, so it is not handed out: nothing in it says that it is revoked.
    const body = JSON.stringify({ error: 'revoked', revokedAt: new Date(found.revokedAt).toISOString() });
    return publicDocument(request, { mediaType: 'application/json', body, status: 410 });
  }
  const headers = { 'Content-Disposition': `inline; filename="${params.id}.json"` };
  return publicDocument(request, { mediaType: 'application/vc', body: found.json, headers });
}
