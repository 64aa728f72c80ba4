// Renders a page on the server.
import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { alikePage } from './http/alike-pages.server';
import { pageResponse } from './http/answer.server';
import { logOf, readerFor } from './http/enter.server';
import { loggedPath } from './http/logged-path';
import { CatalogueProvider } from './ui/layout/catalogue';
import { NonceProvider } from './ui/layout/nonce';

/** Milliseconds after which data that a loader still owes is given up. */
export const streamTimeout = 10_000;

/**
 * Our pages wait for nothing once their loaders are done, so they are rendered in one go, and the data for the browser is put at
 * their end in one piece. (Remix's own way streams both, in pieces of 2 kB through three kinds of stream.)
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { locale, timeZone, m } = await readerFor(context, request);
  const { serverHandoffStream, ...rendered } = remixContext;
  const render = (staticHandlerContext: EntryContext['staticHandlerContext'], nonce: string) =>
    `<!DOCTYPE html>${renderToString(
      <NonceProvider value={nonce}>
        <CatalogueProvider locale={locale} timeZone={timeZone} messages={m}>
          <RemixServer context={{ ...rendered, staticHandlerContext }} url={request.url} nonce={nonce} />
        </CatalogueProvider>
      </NonceProvider>,
    )}`;
  const { nonce } = context;
  const page =
    alikePage(remixContext, nonce, `${locale} ${timeZone} ${request.url}`, render) ??
    Buffer.from(render(remixContext.staticHandlerContext, nonce));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', locale);
  headers.append('Vary', 'Cookie, Accept-Language');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  const data = serverHandoffStream ? handoff(await textOf(serverHandoffStream), nonce) : '';
  return pageResponse(Buffer.concat([page, Buffer.from(data)]), { headers, status });
}

/** Data that was fetched in advance is kept by the browser for a while: not beyond a sign-out, nor another language. */
export const handleDataRequest: HandleDataRequestFunction = (response) => {
  response.headers.append('Vary', 'Cookie, Accept-Language');
  return response;
};

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A refusal is an answer, not a fault.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  logOf(context)?.error({ err: error, path: loggedPath(new URL(request.url).pathname) }, 'request failed');
};

/** What `StreamTransfer` of @remix-run/react writes for each piece of the stream, and where: after everything. */
const handoff = (text: string, nonce: string): string =>
  `<script nonce="${nonce}">window.__remixContext.streamController.enqueue(${inScript(JSON.stringify(text))});window.__remixContext.streamController.close();</script>`;

const escapes: Record<string, string> = {
  '&': '\\u0026',
  '>': '\\u003e',
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};
const inScript = (json: string): string => json.replace(/[&><\u2028\u2029]/g, (each) => escapes[each] ?? '');

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read())
    text += decoder.decode(read.value, { stream: true });
  return text + decoder.decode();
}
