// The service worker's address, and those beside it that must never be older than a release.
import path from 'node:path';
import type { Express } from 'express';

/**
 * Serves /sw.js from the folder of the build, asked about anew at each look; with `on` false, the worker that takes every earlier one
 * away. Before the other files, which may be kept for an hour.
 */
export function serveWorker(site: Express, client: string, on: boolean): void {
  const send = (file: string, type: string) => (_request: unknown, response: import('express').Response) => {
    response.set({
      'Cache-Control': 'no-cache',
      'Content-Type': type,
      'Service-Worker-Allowed': '/',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    response.sendFile(path.join(client, file), { cacheControl: false });
  };
  site.get('/sw.js', send(on ? 'sw.js' : 'sw-retire.js', 'text/javascript; charset=utf-8'));
  site.get('/offline-files.json', send('offline-files.json', 'application/json; charset=utf-8'));
}
