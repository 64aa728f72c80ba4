// What the files of a record have in common: who gets them, and what is said to others.
import { DomainError } from '~/domain/error';
import type { RecordFile } from '~/domain/records/index.server';
import { noDocument, publicDocument } from '~/http/public-document.server';

/**
 * The file that `read` gives, as `file` writes it; that there is no such record (404), that its holder does not show it (403), or that
 * it is revoked and the file itself could not tell (410, for records of earlier versions).
 */
export async function answerFile<F extends RecordFile>(
  request: Request,
  read: () => Promise<F>,
  file: (found: F) => { mediaType: string; body: string; name: string },
): Promise<Response> {
  let found: F;
  try {
    found = await read();
  } catch (error) {
    if (error instanceof DomainError && error.refusal === 'not-found') return noDocument(request);
    throw error;
  }
  if (!found.shown) {
    const body = JSON.stringify({ error: 'hidden' });
    return publicDocument(request, { mediaType: 'application/json', body, status: 403 });
  }
  const { mediaType, body, name } = file(found);
  const { state, revokedAt, replacedAt } = found.standing;
  if (!found.tellsStatus && (state === 'revoked' || state === 'replaced')) {
    // The signature still holds, so it is not handed out: nothing in it says that it is revoked.
    const at = new Date(replacedAt ?? revokedAt ?? 0).toISOString();
    const gone = JSON.stringify({ error: 'revoked', revokedAt: at });
    return publicDocument(request, { mediaType: 'application/json', body: gone, status: 410 });
  }
  const headers: Record<string, string> = {
    'Content-Disposition': `inline; filename="${name}"`,
    // RFC 8288: where the log proves that it knows this very credential.
    Link: `</log/inclusion?digest=${found.digest}>; rel="related"; title="inclusion in the log"`,
  };
  // The holder may get what others do not: nobody in between keeps it.
  if (found.own) headers['Cache-Control'] = 'private, no-store';
  return publicDocument(request, { mediaType, body, headers });
}
