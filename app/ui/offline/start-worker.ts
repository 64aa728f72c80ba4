// Starts the service worker, or sees that there is none where the operator has switched it off.

import { setOwner } from '~/offline/device';
import type { DeviceState } from '~/offline/device-state';
import { countWaiting } from '~/offline/queue';
import { askState } from './device-work';
import { workerStarted } from './offline-line';

let started: Promise<DeviceState | null> | undefined;

export const canKeep = (): boolean =>
  import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator;

/** Registers the worker for whoever is signed in. Null when nobody is, or when keeping is switched off. */
export function startWorker(): Promise<DeviceState | null> {
  started ??= start().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(): Promise<DeviceState | null> {
  const state = await askState();
  if (!state) return null;
  if (!state.worker) {
    // Looks at /sw.js, which is then the worker that takes the worker away.
    await (await navigator.serviceWorker.getRegistration())?.update();
    await setOwner(state.owner);
    // What was written before waits no longer than until now: a page can send it by itself.
    if ((await countWaiting()) > 0) window.dispatchEvent(new Event(workerStarted));
    return null;
  }
  await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  await setOwner(state.owner);
  window.dispatchEvent(new Event(workerStarted));
  return state;
}
