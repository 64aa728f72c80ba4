/// <reference lib="webworker" />
// The worker that takes the worker away: served as /sw.js while OFFLINE=off. What is kept goes; what waits to be sent stays with the
// pages, which send it without a worker.
import { dropKept } from './device';

declare const self: ServiceWorkerGlobalScope & typeof globalThis;

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(retire());
});

async function retire(): Promise<void> {
  await dropKept(() => true);
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
