// Documents for machines anywhere: readable from any origin, checked again cheaply, out of search engines.
import { createHash } from 'node:crypto';

type Document = {
  mediaType: string;
  body: string | Uint8Array;
  status?: number;
  headers?: Record<string, string>;
};

/** The document as a Response; 304 without a body where the caller has these very bytes (RFC 9110 §13.1.2). */
export function publicDocument(request: Request, document: Document): Response {
  const { mediaType, body, status = 200, headers } = document;
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const head = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-cache',
    ETag: etag,
    'X-Robots-Tag': 'noindex',
    ...headers,
  };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  if (status === 200 && (known.includes(etag) || known.includes(`W/${etag}`) || known.includes('*'))) {
    return new Response(null, { status: 304, headers: head });
  }
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  return new Response(bytes, { status, headers: { ...head, 'Content-Type': mediaType } });
}

/** That the document is not there, in a form that a machine reads. */
export const noDocument = (request: Request): Response =>
  publicDocument(request, {
    mediaType: 'application/json',
    body: JSON.stringify({ error: 'not-found' }),
    status: 404,
  });

/** Whether the caller asks for data and not for a page. */
export const wantsDocument = (request: Request): boolean =>
  acceptsDocument(request.headers.get('accept') ?? '');

/** The same, of an `Accept` header. */
export function acceptsDocument(accept: string): boolean {
  return /application\/([\w.]+\+)*(vc|json)\b/.test(accept) && !accept.includes('text/html');
}
