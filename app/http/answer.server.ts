// Between Node's requests and Remix's. A page that is there as a whole goes out as a whole, without a stream on its way.
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import type { NextFunction, Request as NodeRequest, Response as NodeResponse } from 'express';

type Remix = (request: Request, context: AppLoadContext) => Promise<Response>;
type ContextOf = (request: NodeRequest, response: NodeResponse) => AppLoadContext;

const wholePages = new WeakMap<Response, Uint8Array>();

/** A response of which `html`, in UTF-8, is the body. */
export function pageResponse(html: Uint8Array, init: ResponseInit): Response {
  const response = new Response(null, init);
  wholePages.set(response, html);
  return response;
}

/** Lets Remix answer what Express was asked, under the address that people know: never the one a request claims. */
export function answerWith(remix: Remix, origin: string, contextOf: ContextOf) {
  return async (request: NodeRequest, response: NodeResponse, next: NextFunction) => {
    const url = urlOf(request.originalUrl, origin);
    if (!url) return void response.status(400).type('text').send('Bad request');
    try {
      await send(response, await remix(toRequest(request, url), contextOf(request, response)));
    } catch (error) {
      next(error);
    }
  };
}

/** RFC 9112 §3.2: the target is a path, or a whole address, whose host is not ours to believe. Null for anything else, such as `*`. */
function urlOf(target: string, origin: string): string | null {
  if (target.startsWith('/')) return origin + target;
  if (!/^https?:/i.test(target) || !URL.canParse(target)) return null;
  const { pathname, search } = new URL(target);
  return origin + pathname + search;
}

function toRequest(request: NodeRequest, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each) headers.append(name, each);
  }
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = createReadableStreamFromReadable(request);
  // `duplex` is asked for by fetch wherever a body is a stream, and missing in its types.
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

async function send(to: NodeResponse, response: Response): Promise<void> {
  to.status(response.status);
  if (response.statusText) to.statusMessage = response.statusText;
  for (const [name, value] of response.headers) {
    // A route's own header replaces the server's general one; only these two add up.
    if (name === 'set-cookie' || name === 'vary') to.append(name, value);
    else to.setHeader(name, value);
  }
  const page = wholePages.get(response);
  if (page !== undefined) to.end(page);
  else if (response.body) await writeReadableStreamToWritable(response.body, to);
  else to.end();
}
