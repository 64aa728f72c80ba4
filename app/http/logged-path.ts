// What of a path may stand in the log: one-time tokens are keys, and however the address is written, they open the same.

/** `path` without the token of a link, and no longer than a line of the log should be. */
export const loggedPath = (path: string): string =>
  path.replace(/^\/+(join|sign-up|reset)\/.+$/i, '/$1/…').slice(0, 200);
