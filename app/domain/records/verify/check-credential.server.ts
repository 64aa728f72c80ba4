// One credential, checked in every part: signature, issuer, dates, state, and what else its issuer or a bundle knows of it.
import { createHash } from 'node:crypto';
import { credentialDigest } from '../credential';
import { credentialIn } from '../record-jwt.server';
import { checkJwt, hostOf, readToken } from './check-jwt.server';
import type { ProofOutcome } from './check-proof.server';
import { checkStatus, type Lists, listsOnline } from './check-status.server';
import type { Fetcher } from './fetch-public.server';
import type { Home } from './home.server';
import { isObject, listOf, textOf } from './parse-json';
import { checkDates, issuerOf, readClaims } from './read-claims';
import { ringKey, ringResolver, webResolver } from './resolve-key.server';
import type { Checked, Finding } from './schema';

/** A credential as it was found: JSON with its proofs inside, or a compact JWT. */
export type Form = { document: Record<string, unknown> } | { jwt: string };

export type Checking = {
  home: Home;
  /** Null: nobody else is asked. */
  web: Fetcher | null;
  /** What was typed to compare with the holder. */
  holder: string | null;
  at: number;
};

/** The form's credential, unchecked; null for a text that is no token with a credential. */
export function credentialOf(form: Form): Record<string, unknown> | 'too-deep' | null {
  if ('document' in form) return form.document;
  const token = readToken(form.jwt);
  return token === null || token === 'too-deep' ? token : token.credential;
}

export async function checkCredential(form: Form, { home, web, holder, at }: Checking): Promise<Checked> {
  const read = credentialOf(form);
  const credential = read === null || read === 'too-deep' ? {} : read;
  const issuer = issuerOf(credential);
  const { proof, ours } = await checkSignature(form, credential, home, web);
  const token = 'jwt' in form ? readToken(form.jwt) : null;
  const signed = token && token !== 'too-deep' ? credentialIn(token.payload) : credential;
  const digest = ours ? credentialDigest(signed) : null;
  const findings: Finding[] = [];
  let page: string | null = null;
  if (proof.state === 'holds') {
    findings.push({ outcome: 'holds', code: 'proof-holds', about: proof.suite });
    if (proof.strange !== null)
      findings.push({ outcome: 'open', code: 'proof-context-unknown', about: proof.strange.slice(0, 300) });
    if (ours) findings.push(...compromise(home, proof.method, digest ?? ''));
    findings.push(issuerFound(proof, issuer.id, home, ours));
    findings.push(checkDates(credential, at));
    const isRecord = listOf(credential.type).includes('AchievementCredential');
    if (ours && isRecord) {
      const examined = await home.examine(credential, { digest: digest ?? '', at });
      page = examined.page;
      findings.push(...examined.findings);
    } else if (ours) findings.push({ outcome: 'note', code: 'status-none' });
    else {
      findings.push(...(await checkStatus(credential, onlineLists(web, home), { asked: web !== null, at })));
      findings.push(...(await checkResources(credential, web)));
    }
  } else findings.push(...proofFound(proof), checkDates(credential, at));
  const altered = proof.state === 'fails';
  return {
    verdict: findings.some(({ outcome }) => outcome === 'fails')
      ? 'failed'
      : findings.some(({ outcome }) => outcome === 'open')
        ? 'partly'
        : 'valid',
    issuer,
    claims: altered ? null : readClaims(credential, holder),
    findings: altered ? findings.filter(({ code }) => code.startsWith('proof-')) : findings,
    page,
    digest,
  };
}

/** Checks the signature, with the keys known beforehand where it names one of them, and otherwise with what can be found out. */
export async function checkSignature(
  form: Form,
  credential: Record<string, unknown>,
  home: Home,
  web: Fetcher | null,
): Promise<{ proof: ProofOutcome; ours: boolean }> {
  const issuer = issuerOf(credential).id;
  if ('jwt' in form) {
    const token = readToken(form.jwt);
    if (token === null || token === 'too-deep') return { proof: { state: 'fails' }, ours: false };
    const key = token.kid === null ? undefined : ringKey(home.ring, token.kid);
    const ours = key !== undefined && issuer.startsWith('did:web:');
    const proof = await checkJwt(form.jwt, token, ours ? ringResolver(home.ring) : webResolver(web));
    // Who holds our key is us, whichever address it was named by.
    return { proof: ours && proof.state === 'holds' ? { ...proof, controller: issuer } : proof, ours };
  }
  const { checkProof, proofsOf } = await import('./check-proof.server');
  const proofs = proofsOf(form.document);
  const ours =
    issuer.startsWith('did:web:') &&
    proofs.length > 0 &&
    proofs.every(
      ({ method }) =>
        method !== null && method.split('#')[0] === issuer && ringKey(home.ring, method) !== undefined,
    );
  const resolver = ours ? ringResolver(home.ring) : webResolver(web);
  // What is ours needs nothing from anywhere else.
  return { proof: await checkProof(form.document, resolver, ours ? null : web), ours };
}

function compromise(home: Home, method: string, digest: string): Finding[] {
  const since = ringKey(home.ring, method)?.compromised ?? null;
  if (since === null) return [];
  const logged = home.loggedAt(digest);
  return logged !== null && logged < since
    ? [{ outcome: 'note', code: 'proof-held-by-log', at: logged }]
    : [{ outcome: 'fails', code: 'proof-key-compromised', at: since }];
}

function issuerFound(
  proof: Extract<ProofOutcome, { state: 'holds' }>,
  issuer: string,
  home: Home,
  ours: boolean,
): Finding {
  if (proof.controller === '') return { outcome: 'open', code: 'proof-embedded-key' };
  if (proof.controller !== issuer)
    return { outcome: 'fails', code: 'issuer-unknown', about: proof.controller };
  if (ours && issuer === home.issuer) return { outcome: 'holds', code: 'issuer-ours', about: home.name };
  if (ours) return { outcome: 'holds', code: 'issuer-former', about: issuer };
  const host = hostOf(issuer);
  if (host !== null) return { outcome: 'holds', code: 'issuer-web', about: host };
  return { outcome: 'open', code: 'issuer-key-only', about: issuer };
}

function proofFound(proof: Exclude<ProofOutcome, { state: 'holds' }>): Finding[] {
  switch (proof.state) {
    case 'fails':
      return [{ outcome: 'fails', code: 'proof-fails' }];
    case 'missing':
      return [{ outcome: 'fails', code: 'proof-missing' }];
    case 'unsupported':
      return [{ outcome: 'open', code: 'proof-unsupported', about: proof.about.slice(0, 100) }];
    case 'key-unknown':
      return [{ outcome: 'open', code: 'proof-key-unknown', about: proof.about.slice(0, 300) }];
    default:
      return [{ outcome: 'open', code: 'proof-context-unknown', about: proof.about.slice(0, 300) }];
  }
}

/** Other issuers' lists, each checked as the signed document that it is. */
function onlineLists(web: Fetcher | null, home: Home): Lists {
  if (!web) return { text: async () => null, signed: async () => null };
  return listsOnline(web, async (text, issuer) => {
    const form = formOf(text);
    if (!form) return null;
    const credential = credentialOf(form);
    if (credential === null || credential === 'too-deep') return null;
    const { proof } = await checkSignature(form, credential, home, web);
    return proof.state === 'holds' ? proof.controller === issuer : null;
  });
}

function formOf(text: string): Form | null {
  const trimmed = text.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return { jwt: trimmed };
  const document = parse(trimmed);
  return document ? { document } : null;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const mostResources = 3;

/** What the credential pins by digest (VC Data Model 2.0 §5.3), fetched and hashed where others are asked. */
async function checkResources(credential: Record<string, unknown>, web: Fetcher | null): Promise<Finding[]> {
  const pinned = listOf(credential.relatedResource)
    .filter(isObject)
    .flatMap(({ id, digestSRI }) => {
      const [, algorithm, digest] =
        /^(sha256|sha384|sha512)-([A-Za-z0-9+/_=-]+)$/.exec(textOf(digestSRI) ?? '') ?? [];
      return algorithm && digest && textOf(id) ? [{ id: String(id), algorithm, digest }] : [];
    });
  const found: Finding[] = [];
  for (const { id, algorithm, digest } of pinned.slice(0, mostResources)) {
    const about = id.slice(0, 300);
    const text = web ? await web.text(id, '*/*').catch(() => null) : null;
    if (text === null) found.push({ outcome: 'note', code: 'resource-not-asked', about });
    else {
      const same = createHash(algorithm).update(text).digest().equals(Buffer.from(digest, 'base64'));
      found.push({
        outcome: same ? 'holds' : 'fails',
        code: same ? 'resource-matches' : 'resource-differs',
        about,
      });
    }
  }
  return found;
}
