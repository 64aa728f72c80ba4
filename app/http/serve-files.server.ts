// Scripts, styles, fonts and the files of `public/`, compressed where the build has done so.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';

const year = 31_536_000_000;
const hour = 3_600_000;

/** How a file may lie beside itself, smallest first: what a browser calls it, and the file's ending. */
const packed = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Serves the folder of the build. What is in `assets` has its content's hash in its name and never changes. These are no documents, so the
 * policy for documents does not travel with each of them. A file that went away or cannot be opened is one answer, and no more.
 */
export function serveFiles(site: express.Express, client: string): void {
  const files = new Set(
    readdirSync(client, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) =>
          `/${path.relative(client, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`,
      ),
  );
  const lasting = express.static(client, { ...plain, immutable: true, maxAge: year, etag: false });
  const others = express.static(client, { ...plain, maxAge: hour });
  site.use((request: Request, response: Response, next: NextFunction) => {
    const { path: name } = request;
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !files.has(name)) return next();
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin' });
    const url = request.url;
    const [encoding, ending] =
      packed.find(([each, end]) => files.has(name + end) && request.acceptsEncodings(each)) ?? [];
    if (packed.some(([, end]) => files.has(name + end))) response.vary('Accept-Encoding');
    if (encoding) {
      response.type(path.extname(name));
      response.set('Content-Encoding', encoding);
      request.url = name + ending;
    }
    const serve = name.startsWith('/assets/') ? lasting : others;
    serve(request, response, (error?: { status?: number }) => {
      request.url = url;
      for (const header of ['Content-Encoding', 'Content-Type', 'Cache-Control', 'ETag', 'Last-Modified'])
        response.removeHeader(header);
      response
        .status(error?.status ?? 500)
        .type('text')
        .send(error?.status === 404 ? 'Not found' : 'This file cannot be read at the moment');
    });
  });
}

const plain = { index: false, redirect: false, fallthrough: false, dotfiles: 'ignore' } as const;
