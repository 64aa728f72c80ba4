// What a page needs before it is brought to life, beyond its own modules. In the browser only.
const needed: Promise<unknown>[] = [];

/** Has the page wait. Called while a route's modules load, which they do before the page comes to life; later it changes nothing. */
export const bringFirst = (need: Promise<unknown>): void => {
  needed.push(need);
};

/** Rejects if something cannot be had: then the page stays as the server sent it, which works as well. */
export const broughtFirst = (): Promise<unknown> => Promise.all(needed);
