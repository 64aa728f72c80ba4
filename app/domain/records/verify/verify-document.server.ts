// The one call behind /verify and `records verify`: what somebody was given, looked at in every part.
import type { Db } from '~db/open.server';
import { anonymous } from '../../actor';
import { DomainError } from '../../error';
import { countAttempt, networkOf } from '../../identity/index.server';
import { recordJson } from '../find-record.server';
import type { IssuerKeys } from '../issuer';
import type { Extracted } from '../open/extraction';
import { type Checking, checkCredential, credentialOf, type Form } from './check-credential.server';
import { type Fetcher, makeFetcher, type Web } from './fetch-public.server';
import { type Home, homeOf } from './home.server';
import { idOf, isObject, listOf, parseObject } from './parse-json';
import { type Given, readDocument, readText } from './read-document.server';
import { type Checked, limits, type Problem, type Source, type Verification } from './schema';

type Input = {
  /** A file, or a pasted text or address. */
  bytes?: Uint8Array;
  text?: string;
  /** Whether other servers may be asked: for keys, contexts, status lists. */
  fetch: boolean;
  /** A name or e-mail address to compare with a holder who is hashed. */
  holder?: string | undefined;
  /** Epoch milliseconds. */
  at: number;
  web?: Web;
};

/**
 * Says what a document is, who issued it to whom for what, and what can and cannot be vouched for: a credential (Open Badges 3.0, VC), a
 * bundle of them, a compact JWT, a PDF, SVG or PNG that holds one, a picture whose QR code leads to one, or a record's address.
 * Nothing is fetched unless `fetch` says so. All input is bounded (see `limits`). `address`: the caller's network address, for the
 * limit; throws `too-many-attempts`.
 */
export async function verifyDocument(
  db: Db,
  keys: IssuerKeys,
  { address, ...input }: Input & { address?: string },
): Promise<Verification> {
  if (address !== undefined) await countAttempt(db, 'verify-address', networkOf(address));
  const record = async (id: string) => {
    const { json, shown } = await recordJson(db, keys, anonymous, { id, at: input.at });
    return { json, shown };
  };
  return verifyWith(homeOf(db, keys), input, { origin: keys.origin, record });
}

/** How an address of the own site is followed without asking anybody. */
type Records = {
  origin: string;
  /** The record's credential, and whether its holder shows it. Throws `not-found`. */
  record(id: string): Promise<{ json: string; shown: boolean }>;
};

/** The same with what is known of one issuer beforehand. */
export async function verifyWith(home: Home, input: Input, own: Records | null): Promise<Verification> {
  const { at } = input;
  const web = input.fetch ? makeFetcher(input.web) : null;
  const holder = input.holder?.trim().slice(0, limits.holder) || null;
  const checking: Checking = { home, web, holder, at };
  const given = input.bytes !== undefined ? readDocument(input.bytes) : readText(input.text ?? '');
  const found: Found = 'address' in given ? await follow(given, own, web) : given;
  if ('problem' in found) {
    const { source, problem } = found;
    return { ok: false, source, problem, ...(found.about === undefined ? {} : { about: found.about }) };
  }
  const { source } = found;
  const forms: Form[] = [];
  let bundle = found.texts.length > 1;
  for (const text of found.texts) {
    const opened = openText(text);
    if (typeof opened === 'string') return { ok: false, source, problem: opened };
    bundle ||= opened.bundle;
    forms.push(...opened.forms);
  }
  if (forms.length === 0) return { ok: false, source, problem: 'not-a-credential' };
  const documents: Checked[] = [];
  for (const form of forms.slice(0, limits.credentials))
    documents.push(await checkCredential(form, checking));
  const hidden = 'shown' in found && found.shown === false;
  return {
    ok: true,
    source,
    kind: bundle ? 'bundle' : 'credential',
    documents: hidden ? documents.map((one) => ({ ...one, claims: null })) : documents,
    left: Math.max(0, forms.length - limits.credentials),
    at,
    asked: web?.asked ?? [],
  };
}

type Found =
  | { source: Source; texts: readonly Extracted[]; shown?: boolean }
  | { source: Source | null; problem: Problem; about?: string };

/** Goes to a record of the own site, or asks another one if that may be. */
async function follow(
  { source, address }: Extract<Given, { address: string }>,
  own: Records | null,
  web: Fetcher | null,
): Promise<Found> {
  const url = new URL(address);
  if (own && url.origin === own.origin) {
    const id = /^\/records\/([0-9a-f-]{36})(\.[a-z]+)?\/?$/.exec(url.pathname)?.[1];
    if (id === undefined) return { source, problem: 'no-record', about: address };
    try {
      const { json, shown } = await own.record(id);
      return { source, texts: [{ kind: 'json', text: json }], shown };
    } catch (error) {
      if (error instanceof DomainError && error.refusal === 'not-found')
        return { source, problem: 'no-record', about: address };
      throw error;
    }
  }
  if (!web) return { source, problem: 'address-elsewhere', about: url.host };
  try {
    const text = await web.text(
      address,
      'application/vc, application/vc+jwt, application/ld+json, application/json',
    );
    const given = readText(text);
    // One address, not a trail of them.
    if ('address' in given) return { source, problem: 'address-empty', about: url.host };
    return 'problem' in given ? { source, problem: 'address-empty', about: url.host } : { ...given, source };
  } catch {
    return { source, problem: 'fetch-failed', about: url.host };
  }
}

const olderContext =
  /^https?:\/\/(w3id\.org|purl\.imsglobal\.org\/spec|purl\.imsglobal\.org)\/(openbadges|ob)\/v[12]/;

/** The credentials of a text: itself, and of a bundle those inside it. */
function openText({ kind, text }: Extracted): { forms: Form[]; bundle: boolean } | Problem {
  let form: Form;
  if (kind === 'jwt') form = { jwt: text };
  else {
    const document = parseObject(text);
    if (typeof document === 'string') return document;
    form = { document };
  }
  const document = credentialOf(form);
  if (document === 'too-deep') return 'too-deep';
  if (document === null) return 'unreadable';
  const types = listOf(document.type);
  const contexts = listOf(document['@context']).filter((each) => typeof each === 'string');
  if (types.includes('Assertion') || contexts.some((each) => olderContext.test(each))) return 'older';
  if (types.includes('VerifiablePresentation') || types.includes('EnvelopedVerifiablePresentation')) {
    // Who presents them is not what is asked here.
    return { forms: formsIn(document.verifiableCredential), bundle: true };
  }
  const envelope = enveloped(document);
  if (envelope) return { forms: [envelope], bundle: false };
  if (!types.includes('VerifiableCredential')) return 'not-a-credential';
  const inner = listOf(document.credentialSubject)
    .filter(isObject)
    .flatMap(({ verifiableCredential }) => formsIn(verifiableCredential));
  return { forms: [form, ...inner], bundle: inner.length > 0 };
}

const formsIn = (value: unknown): Form[] =>
  listOf(value).flatMap((each): Form[] => {
    if (typeof each === 'string') return [{ jwt: each }];
    if (!isObject(each)) return [];
    return [enveloped(each) ?? { document: each }];
  });

/** VC Data Model 2.0 §4.13 Enveloped Verifiable Credentials. */
function enveloped(document: Record<string, unknown>): Form | null {
  if (!listOf(document.type).includes('EnvelopedVerifiableCredential')) return null;
  const [, jwt] = /^data:application\/vc\+jwt[,;]([\w.-]+)$/.exec(idOf(document) ?? '') ?? [];
  return jwt ? { jwt } : null;
}
