// Where to go after signing in or changing the language: a path of ours, never another site.

/** `value` if it is a local path, else `fallback`. Refuses `//host`, `/\host`, control characters and anything with a scheme. */
export function safeReturnPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value))
    return fallback;
  const url = new URL(value, 'http://parkbridge.invalid');
  return url.host === 'parkbridge.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : fallback;
}
