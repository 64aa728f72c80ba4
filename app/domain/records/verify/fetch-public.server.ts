// Asking other servers, when the person asked for it: only by https, only public addresses, little of it, and not for long.
import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import ipaddr from 'ipaddr.js';

export const most = { requests: 8, redirects: 3, bytes: 1024 * 1024, milliseconds: 5_000 } as const;

/** Where a host is to be reached. */
export type Reach = { address: string; family: 4 | 6; port: number };

/** `reach` and `ca`: for tests, which have no public address. */
export type Web = { reach?: (url: URL) => Promise<Reach>; ca?: string };

/** Why an address was not fetched: refused by our own rules, or it did not answer as it should. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}

export type Fetcher = {
  /** The body at the address. Throws NotFetched. */
  text(address: string, accept: string): Promise<string>;
  /** Hosts that were asked, each once. */
  readonly asked: string[];
};

/** Fetches for one verification. */
export function makeFetcher({ reach = reachPublic, ca }: Web = {}): Fetcher {
  const asked = new Set<string>();
  const kept = new Map<string, Promise<string>>();
  let requests = 0;
  async function follow(address: string, accept: string): Promise<string> {
    let url = parse(address);
    // One limit for the whole way: a chain of slow answers is slow.
    const signal = AbortSignal.timeout(most.milliseconds);
    for (let redirects = 0; redirects <= most.redirects; redirects++) {
      requests += 1;
      if (requests > most.requests) throw new NotFetched('too many requests');
      const target = await within(signal, reach(url));
      asked.add(url.host);
      const answer = await get(url, target, { accept, ca, signal });
      if ('body' in answer) return answer.body;
      url = parse(new URL(answer.to, url).href);
    }
    throw new NotFetched('too many redirects');
  }
  return {
    text(address, accept) {
      const before = kept.get(address);
      if (before) return before;
      const answer = follow(address, accept).catch((error: unknown) => {
        throw error instanceof NotFetched ? error : new NotFetched(String(error));
      });
      kept.set(address, answer);
      return answer;
    },
    get asked() {
      return [...asked];
    },
  };
}

function parse(address: string): URL {
  if (!URL.canParse(address)) throw new NotFetched('not an address');
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new NotFetched('not https');
  if (url.username !== '' || url.password !== '') throw new NotFetched('an address with a password');
  if (url.port !== '') throw new NotFetched('another port than 443');
  return url;
}

/**
 * Where the host of the address is: resolved here and connected to as resolved, so that no second answer of its name server takes the
 * place of the first. Throws NotFetched where any of its addresses is not public.
 */
export async function reachPublic(url: URL, resolve: typeof lookupAll = lookupAll): Promise<Reach> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const found = await resolve(host);
  const [first] = found;
  if (!first) throw new NotFetched('no such host');
  if (!found.every(({ address }) => isPublic(address))) throw new NotFetched('not a public address');
  return { address: first.address, family: first.family === 6 ? 6 : 4, port: 443 };
}

const lookupAll = (host: string): Promise<{ address: string; family: number }[]> =>
  lookup(host, { all: true, verbatim: true });

/** Whether the address is one of the public Internet: neither private, loopback, link-local, reserved, nor one of those within another. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6) {
    // What carries an IPv4 address inside (mapped, translated, tunnelled) is nothing a public server needs: all but `unicast` is refused.
    if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === 'unicast';
    // Only 2000::/3 is given out for the public Internet (RFC 4291 §2.4).
    return parsed.range() === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
  }
  return parsed.range() === 'unicast';
}

type Answer = { body: string } | { to: string };

function get(
  url: URL,
  target: Reach,
  { accept, ca, signal }: { accept: string; ca: string | undefined; signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'GET',
        port: target.port,
        signal,
        agent: false,
        headers: {
          Host: url.host,
          Accept: accept,
          'Accept-Encoding': 'identity',
          'User-Agent': 'Parkbridge-verify',
        },
        lookup: (_host, options, done) => {
          const { address, family } = target;
          // Node asks for all or for one.
          if (options.all) done(null, [{ address, family }]);
          else done(null, address, family);
        },
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        const { statusCode: status = 0, headers } = response;
        if (status >= 300 && status < 400 && headers.location !== undefined) {
          response.destroy();
          return resolve({ to: headers.location });
        }
        const refuse = (why: string) => {
          reject(new NotFetched(why));
          response.destroy();
        };
        if (status !== 200) return refuse(`answered ${status}`);
        if ((headers['content-encoding'] ?? 'identity') !== 'identity') return refuse('compressed');
        if (Number(headers['content-length'] ?? 0) > most.bytes) return refuse('too large');
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > most.bytes) return refuse('too large');
          chunks.push(chunk);
        });
        response.on('end', () => resolve({ body: Buffer.concat(chunks).toString('utf8') }));
        response.on('error', reject);
        response.on('aborted', () => reject(new NotFetched('broken off')));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** The outcome of `work`, unless the time is over before. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const over = () => reject(new NotFetched('too slow'));
    if (signal.aborted) over();
    signal.addEventListener('abort', over, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', over));
  });
}
