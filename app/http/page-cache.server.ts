// Answers for public pages that a signed-out reader has just been given to somebody else: rendered once, true until what they
// show changes, which each request asks the database. In front of everything else, since passing through it costs the most.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { App } from '~/context.server';
import { anonymous } from '~/domain/actor';
import { catalogueVersion } from '~/domain/courses/index.server';
import { lengths, lessonKinds, themes } from '~/domain/courses/schema';
import { recordVersion } from '~/domain/records/index.server';
import { locales } from '~/i18n/locales';
import { encodings, type KeptPage, keepPage } from './kept-page.server';
import { chooseLocale } from './locale.server';
import { acceptsDocument } from './public-document.server';
import { schemeIn } from './scheme.server';

const memory = 32 * 1024 * 1024;

/** Has a request that is answered from here logged once it is; returns the request's id. */
type Watch = (request: IncomingMessage, response: ServerResponse) => string;

/** The values a query may have for its page to be kept; another query's page is made anew each time. */
type Query = Record<string, readonly string[]>;
type Page = { path: RegExp; query: Query; version: (app: App, id: string) => Version };
type Version = string | number | null;

const language: Query = { lng: locales };
const pages: Page[] = [
  { path: /^\/$/, query: language, version: ({ db }) => catalogueVersion(db) },
  {
    path: /^\/courses$/,
    query: { ...language, theme: themes, language: locales, length: lengths, kind: lessonKinds },
    version: ({ db }) => catalogueVersion(db),
  },
  { path: /^\/courses\/([a-z0-9-]+)$/, query: language, version: ({ db }) => catalogueVersion(db) },
  {
    path: /^\/records\/([0-9a-f-]{36})$/,
    query: language,
    version: ({ db }, id) => recordVersion(db, id, Date.now()),
  },
];

/** The listener that answers from memory where it can, and asks `site` where not, keeping what it says. */
export function withPageCache(app: App, site: RequestListener, watch: Watch): RequestListener {
  const kept = new LRUCache<string, { version: string | number; page: KeptPage }>({
    maxSize: memory,
    sizeCalculation: ({ page, version }, key) => page.size + key.length + String(version).length,
  });
  const versionNow = onceInATurn();
  return (request, response) => {
    const asked = whatIsAsked(app, request, versionNow);
    if (!asked) return site(request, response);
    const found = kept.get(asked.key);
    if (found?.version === asked.version) {
      return send(request, response, found.page, watch(request, response));
    }
    if (request.method === 'HEAD') return site(request, response);
    // The version is of before the rendering: what changes meanwhile makes the page stale at once, never fresh by mistake.
    capture(request, response, (page) => kept.set(asked.key, { version: asked.version, page }));
    site(request, response);
  };
}

/** What makes two requests the same, and how new the answer must be; null for any request that is not for a public page. */
function whatIsAsked(
  app: App,
  request: IncomingMessage,
  versionNow: ReturnType<typeof onceInATurn>,
): { key: string; version: string | number } | null {
  const { method, url = '', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (/(?:^|;\s*)session=/.test(headers.cookie ?? '')) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  for (const page of pages) {
    const match = page.path.exec(path);
    if (!match) continue;
    const searchParams = mark < 0 ? none : new URLSearchParams(url.slice(mark));
    if (!isKnown(searchParams, page.query)) return null;
    if (acceptsDocument(headers.accept ?? '')) return null;
    const version = versionNow(path, () => page.version(app, match[1] ?? ''));
    if (version === null) return null;
    const locale = chooseLocale({
      searchParams,
      actor: anonymous,
      cookie: headers.cookie ?? null,
      acceptLanguage: headers['accept-language'] ?? null,
    });
    return { key: `${locale} ${schemeIn(headers.cookie)} ${url}`, version };
  }
  return null;
}

/**
 * Asks for a version once in a turn of the event loop: requests that came in together are answered together, and none of them
 * was sent by someone who had been told of a later change.
 */
function onceInATurn() {
  let versions: Map<string, Version> | undefined;
  return (path: string, read: () => Version): Version => {
    if (!versions) {
      versions = new Map();
      setImmediate(() => {
        versions = undefined;
      });
    }
    let version = versions.get(path);
    if (version === undefined) {
      version = read();
      versions.set(path, version);
    }
    return version;
  };
}

const none = new URLSearchParams();

/** Each parameter at most once, with a value that is on offer or none: so there are only so many pages. */
function isKnown(params: URLSearchParams, query: Query): boolean {
  const seen = new Set<string>();
  for (const [name, value] of params) {
    if (seen.has(name) || (value !== '' && !query[name]?.includes(value)) || !query[name]) return false;
    seen.add(name);
  }
  return true;
}

/** What the browser takes, of what there is: the smallest first. */
function encodingFor({ headers }: IncomingMessage): (typeof encodings)[number] {
  const accepted = String(headers['accept-encoding'] ?? '');
  return encodings.find((each) => acceptsEncoding[each]?.test(accepted)) ?? 'identity';
}
const acceptsEncoding: Partial<Record<(typeof encodings)[number], RegExp>> = {
  br: /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\b/,
  gzip: /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))\b/,
};

function send(request: IncomingMessage, response: ServerResponse, page: KeptPage, id: string): void {
  if (hasIt(request, page)) {
    response.writeHead(304, ['X-Request-Id', id, ...page.headers]);
    response.end();
    return;
  }
  const { headers, body } = page.sent[encodingFor(request)];
  response.writeHead(200, ['X-Request-Id', id, ...headers]);
  if (request.method === 'HEAD') response.end();
  else response.end(body, 'latin1');
}

/** RFC 9110 §13.1.2. */
const hasIt = ({ headers }: IncomingMessage, { etag }: KeptPage): boolean =>
  headers['if-none-match']?.split(/,\s*/).includes(etag) ?? false;

/** Lets the site answer into memory. A page that may be kept is given to `keep` and sent as kept; anything else is sent as it is. */
function capture(request: IncomingMessage, response: ServerResponse, keep: (page: KeptPage) => void): void {
  const encoding = request.headers['accept-encoding'];
  // Compressed once it is known whether it is kept.
  delete request.headers['accept-encoding'];
  const own = { writeHead: response.writeHead, end: response.end };
  const chunks: Buffer[] = [];
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.writeHead = (status: number) => {
    response.statusCode = status;
    return response;
  };
  response.write = (chunk: unknown, encoding?: unknown) => {
    take(chunk, encoding);
    return true;
  };
  response.end = (chunk?: unknown, chunkEncoding?: unknown) => {
    take(chunk, chunkEncoding);
    response.writeHead = own.writeHead;
    response.end = own.end;
    if (encoding !== undefined) request.headers['accept-encoding'] = encoding;
    const body = Buffer.concat(chunks);
    const page = response.statusCode === 200 ? pageOf(response, body) : null;
    if (page) {
      keep(page);
      const id = String(response.getHeader('x-request-id') ?? '');
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      send(request, response, page, id);
      return response;
    }
    if (body.length > 0) response.setHeader('Content-Length', body.length);
    response.writeHead(response.statusCode);
    return response.end(body);
  };
}

/** A response that depends on nobody but what it was asked: it sets no cookie, and its nonce is in its policy and its scripts. */
function pageOf(response: ServerResponse, body: Buffer): KeptPage | null {
  const headers: [string, string][] = [];
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (name === 'set-cookie') return null;
    if (name === 'x-request-id' || name === 'content-length' || value === undefined) continue;
    headers.push([name, Array.isArray(value) ? value.join(', ') : String(value)]);
  }
  const policy = String(response.getHeader('content-security-policy') ?? '');
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1];
  return nonce === undefined ? null : keepPage(headers, body, nonce);
}
