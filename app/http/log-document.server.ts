// What the log hands to machines: numbers taken from the address, JSON readable from anywhere, refusals as data.
import { DomainError } from '~/domain/error';
import { statusOf } from './errors.server';
import { publicDocument } from './public-document.server';

/** A whole number of the address's query; undefined where it is not there, null where it is no such number. */
export function countIn(url: URL, name: string): number | null | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** What `read` gives as JSON, or why it does not. Null: the question itself was wrong. */
export async function logDocument(
  request: Request,
  read: () => object | null | Promise<object | null>,
): Promise<Response> {
  const mediaType = 'application/json';
  // The log names no person, so search engines need not stay away.
  const headers = { 'X-Robots-Tag': 'all' };
  const answer = (value: object, status = 200) =>
    publicDocument(request, { mediaType, body: JSON.stringify(value), status, headers });
  try {
    const value = await read();
    return value === null ? answer({ error: 'bad-request' }, 400) : answer(value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return answer({ error: error.code }, statusOf(error));
  }
}
