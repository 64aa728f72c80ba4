// What the drawn forms of a record have in common. `.pdf`, `.svg` and `.png` are each a route of their own.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { DomainError } from '~/domain/error';
import { recordForm } from '~/domain/records/index.server';
import type { Form } from '~/domain/records/schema';
import { enter } from '~/http/enter.server';
import { noDocument, publicDocument } from '~/http/public-document.server';
import { isLocale } from '~/i18n/locales';

/** The record of the address, drawn; in the language that the address asks for (`?lng=`), or else its own. */
export async function answerForm(args: LoaderFunctionArgs, form: Form): Promise<Response> {
  const { actor, app, at, db, params, request, timeZone, url } = await enter(args, 'anyone');
  const id = params.id ?? '';
  const asked = url.searchParams.get('lng');
  const locale = isLocale(asked) ? asked : null;
  const found = await recordForm(db, app.keys, actor, { id, at, form, locale, timeZone }).catch(
    (error: unknown) => {
      if (error instanceof DomainError && error.refusal === 'not-found') return null;
      throw error;
    },
  );
  if (!found) return noDocument(request);
  if (found.kind === 'drawn') {
    const headers: Record<string, string> = { 'Content-Disposition': `inline; filename="${id}.${form}"` };
    // The holder may get what others do not: nobody in between keeps it.
    if (found.own) headers['Cache-Control'] = 'private, no-store';
    return publicDocument(request, { mediaType: found.mediaType, body: found.bytes, headers });
  }
  const problem =
    found.kind === 'withdrawn'
      ? { status: 410, said: { error: 'revoked', revokedAt: new Date(found.at).toISOString() } }
      : found.kind === 'hidden'
        ? { status: 403, said: { error: 'hidden' } }
        : { status: 409, said: { error: 'unverified' } };
  const body = JSON.stringify(problem.said);
  return publicDocument(request, { mediaType: 'application/json', body, status: problem.status });
}
