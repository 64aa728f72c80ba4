// The HTTP server around Remix: security headers, origin check, static files, health, logs, graceful stop.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { App } from '~/context.server';
import { anonymous } from '~/domain/actor';
import { limits } from '~/domain/records/verify/schema';
import { catalogues } from '~/i18n/catalogues.server';
import { answerWith } from './answer.server';
import { openDoor } from './enter.server';
import { guardBuild } from './errors.server';
import { chooseLocale } from './locale.server';
import { loggedPath } from './logged-path';
import { narrowHandler } from './narrow-build.server';
import { withPageCache } from './page-cache.server';
import { serveFiles } from './serve-files.server';
import { serveWorker } from './serve-worker.server';

export type Serving = {
  port: number;
  /** Takes no new connections, lets requests in flight finish, then resolves. */
  stop(): Promise<void>;
};

/** Milliseconds that a stop waits for requests in flight: a caller who never sends the end of one must not hold it up. */
const longestStop = 10_000;

/**
 * Milliseconds that a connection may rest. Longer than proxies and browsers keep one for: whoever ends it first must be the one who would
 * send on it next, or a request meets a door that is just closing.
 */
const idle = 75_000;

/** Bytes of a request's address and headers: a question of 10,000 Chinese characters to the search is an address of 90 kB. */
const longestHead = 128 * 1024;

/** The development server, when there is one: its build is made anew as files change, and it brings its own scripts. */
export type Development = { middlewares: express.Handler; loadBuild(): Promise<ServerBuild> };

/** Serves `build` for `app` on the configured port. */
export async function serve(app: App, build: ServerBuild | Development): Promise<Serving> {
  const { config, log } = app;
  const development = 'loadBuild' in build ? build : undefined;
  let stopping = false;
  const site = express();
  site.disable('x-powered-by');
  site.set('trust proxy', config.trustProxy);

  site.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  site.get('/readyz', (_request, response) => {
    try {
      if (stopping) throw new Error('stopping');
      app.db.$client.prepare('select 1').get();
      response.type('text').send('ready');
    } catch {
      response.status(503).type('text').send('not ready');
    }
  });

  const watch = watched(app);
  site.use((request: Request, response: Response, next: NextFunction) => {
    response.setHeader('X-Request-Id', watch(request, response));
    next();
  });
  site.use(compression());
  if (!('loadBuild' in build)) {
    const client = path.resolve(build.assetsBuildDirectory);
    serveWorker(site, client, config.offline);
    serveFiles(site, client);
  }
  site.use(development ? withoutPolicy : headers(config.origin));
  site.use(sameOriginWrites(config.origin));
  site.use(boundedBodies);
  if ('loadBuild' in build) site.use(build.middlewares);

  const mode = config.production ? 'production' : 'development';
  const remix =
    'loadBuild' in build
      ? createRequestHandler(async () => guardBuild(await build.loadBuild()), mode)
      : narrowHandler(guardBuild(build), mode);
  // Not `all('*')`, for which Express decodes the path and fails where there is nothing to decode, such as `/%`.
  site.use(
    answerWith(remix, config.origin, (request, response) =>
      openDoor(
        {
          app,
          at: Date.now(),
          address: request.ip ?? '',
          wholePage: !request.path.endsWith('.data'),
          setCookie: (value) => void response.append('Set-Cookie', value),
        },
        response.locals.nonce as string,
      ),
    ),
  );

  site.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    log.error({ err: error, request: response.getHeader('X-Request-Id') }, 'unhandled');
    if (!response.headersSent) response.status(500).type('text').send('Internal server error');
  });

  const listener = development ? site : withPageCache(app, site, watch);
  const server = createServer({ maxHeaderSize: longestHead, keepAliveTimeout: idle }, listener).listen(
    config.port,
    config.host,
  );
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), longestStop).unref();
      await closed;
      clearTimeout(late);
    },
  };
}

/** Gives a request its id and sees to its line in the log: id, method, path without anything personal or secret, status, milliseconds. */
function watched({ log }: App) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const id = randomUUID();
    const started = performance.now();
    // What middleware does to the URL of a request must not reach the log.
    const { method, url = '' } = request;
    response.on('finish', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info(
        {
          request: id,
          method,
          path: loggedPath(url.split('?', 1)[0] ?? ''),
          status: response.statusCode,
          ms,
        },
        'request',
      );
    });
    return id;
  };
}

function headers(origin: string) {
  const secure = origin.startsWith('https:');
  const nonce = (_request: unknown, response: { locals?: Record<string, unknown> }) =>
    `'nonce-${String(response.locals?.nonce)}'`;
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", nonce as never],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'media-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    protect(request, response, next);
  };
}

/** Vite's live reload needs inline scripts and a socket, so the policy is production's alone. */
function withoutPolicy(_request: Request, response: Response, next: NextFunction) {
  response.locals.nonce = '';
  next();
}

/** Bytes a form may have: the longest note, in characters of four bytes, percent-encoded, with room to spare. */
const largestBody = 1024 * 1024;
/** The same where a document is given to be verified: the file, the text, and what a form adds to them. */
const largestDocument = limits.file + 4 * limits.text + 64 * 1024;

/** Refuses a body that is too large, or that does not say how large it is, before any of it is read. */
function boundedBodies(request: Request, response: Response, next: NextFunction) {
  if (request.headers['transfer-encoding'])
    return void response.status(411).type('text').send('Length required');
  const verifies = request.path === '/verify';
  if (Number(request.headers['content-length'] ?? 0) > (verifies ? largestDocument : largestBody)) {
    const said = verifies ? catalogues[languageOf(request)].verify.problems['too-large'] : 'Too large';
    return void response.status(413).set('Connection', 'close').type('text').send(said);
  }
  next();
}

/** Refuses every write that another site's page started: OWASP's verification of the Origin header. */
function sameOriginWrites(origin: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    const from = request.get('origin');
    const ours = from ? from === origin : request.get('sec-fetch-site') === 'same-origin';
    if (ours) return next();
    response.status(403).type('text').send(catalogues[languageOf(request)].common.page.elsewhere({ origin }));
  };
}

/** The language of one whose session has not been read. */
const languageOf = (request: Request) =>
  chooseLocale({
    searchParams: new URLSearchParams(),
    actor: anonymous,
    cookie: request.get('cookie') ?? null,
    acceptLanguage: request.get('accept-language') ?? null,
  });
