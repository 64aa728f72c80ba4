// Whether the issuer has taken a credential back: its lists, as other issuers serve them or a bundle keeps them.
import { gunzipSync } from 'node:zlib';
import type { Fetcher } from './fetch-public.server';
import { idOf, isObject, listOf, parseObject, textOf, wordsOf } from './parse-json';
import type { Finding } from './schema';

/** Where a list is to be had: its text, and whether its own signature is that of the credential's issuer. */
export type Lists = {
  /** Null where it cannot be had. `at`: as of when, where that is not now. */
  text(address: string): Promise<{ text: string; at?: number } | null>;
  /** Whether the list is signed by `issuer`; null where that cannot be checked. */
  signed(document: string, issuer: string): Promise<boolean | null>;
};

/** Entries of one credential that are looked at. */
const most = 6;
/** Bytes that a list may unpack to: a million entries of eight bits. */
const largest = 1024 * 1024;

const bitstringTypes = ['BitstringStatusListEntry', 'StatusList2021Entry'];

/** What the lists say of the credential. `asked`: whether lists may be asked for at all. */
export async function checkStatus(
  credential: Record<string, unknown>,
  lists: Lists,
  { asked, at }: { asked: boolean; at: number },
): Promise<Finding[]> {
  const entries = listOf(credential.credentialStatus).filter(isObject);
  if (entries.length === 0) return [{ outcome: 'note', code: 'status-none' }];
  if (!asked) return [{ outcome: 'open', code: 'status-not-asked' }];
  const issuer = idOf(credential.issuer) ?? '';
  const found: Finding[] = [];
  let oldest = at;
  for (const entry of entries.slice(0, most)) {
    const type = textOf(listOf(entry.type)[0]) ?? '?';
    const bits = bitstringTypes.includes(type);
    if (!bits && type !== '1EdTechRevocationList') {
      found.push({ outcome: 'open', code: 'status-unknown-type', about: type.slice(0, 100) });
      continue;
    }
    const address = textOf(bits ? entry.statusListCredential : entry.id) ?? '';
    const list = await lists.text(address);
    const unreadable: Finding = { outcome: 'open', code: 'status-unreadable', about: address.slice(0, 300) };
    if (list === null) {
      found.push(unreadable);
      continue;
    }
    oldest = Math.min(oldest, list.at ?? at);
    const set = bits
      ? await readBit(list.text, entry, issuer, lists, list.at ?? at)
      : readRevocations(list.text, textOf(credential.id), issuer);
    if (set === null) found.push(unreadable);
    else if (set) found.push(set);
  }
  if (found.length === 0 && entries.length <= most)
    return [{ outcome: 'holds', code: 'status-good', at: oldest }];
  return found;
}

/** Bitstring Status List §3.2 Validate Algorithm. Null: it cannot be read or trusted; false: the bit is not set. */
async function readBit(
  text: string,
  entry: Record<string, unknown>,
  issuer: string,
  lists: Lists,
  at: number,
): Promise<Finding | null | false> {
  const document = parseObject(text.trim().startsWith('{') ? text : payloadOf(text));
  if (typeof document === 'string') return null;
  const subject = document.credentialSubject;
  if (!isObject(subject) || idOf(document.issuer) !== issuer) return null;
  if (document.id !== undefined && document.id !== entry.statusListCredential) return null;
  const until = Date.parse(textOf(document.validUntil) ?? '');
  if (until < at) return null;
  const purpose = textOf(entry.statusPurpose) ?? 'revocation';
  if (!listOf(subject.statusPurpose).includes(purpose)) return null;
  if (!(await lists.signed(text, issuer))) return null;
  const size = Number(entry.statusSize ?? 1);
  const index = Number(entry.statusListIndex);
  const bits = unpack(textOf(subject.encodedList) ?? '');
  if (!bits || !Number.isSafeInteger(index) || index < 0 || ![1, 2, 4, 8].includes(size)) return null;
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit++) {
    const byte = bits[Math.floor(bit / 8)];
    if (byte === undefined) return null;
    value = value * 2 + ((byte >> (7 - (bit % 8))) & 1);
  }
  if (value === 0) return false;
  if (purpose === 'suspension') return { outcome: 'fails', code: 'status-suspended' };
  return purpose === 'revocation' ? { outcome: 'fails', code: 'status-revoked' } : false;
}

const payloadOf = (jwt: string): string =>
  Buffer.from(jwt.trim().split('.')[1] ?? '', 'base64url').toString('utf8');

function unpack(encoded: string): Buffer | null {
  try {
    // Multibase base64url, or as StatusList2021 has it, without its `u`.
    const packed = Buffer.from(encoded.startsWith('u') ? encoded.slice(1) : encoded, 'base64url');
    return gunzipSync(packed, { maxOutputLength: largest });
  } catch {
    return null;
  }
}

/** 1EdTech Credential Status, Revocation List: the credentials it names are revoked. It has no signature of its own. */
function readRevocations(text: string, id: string | null, issuer: string): Finding | null | false {
  const document = parseObject(text);
  if (typeof document === 'string' || idOf(document.issuer) !== issuer) return null;
  for (const each of listOf(document.revokedCredential)) {
    if (!isObject(each) || each.id !== id || id === null || each.revoked === false) continue;
    const reason = wordsOf(each.revocationReason);
    return { outcome: 'fails', code: 'status-revoked', ...(reason ? { about: reason.slice(0, 300) } : {}) };
  }
  return false;
}

/** Lists as their issuers serve them. */
export const listsOnline = (web: Fetcher, signed: Lists['signed']): Lists => ({
  text: async (address) => {
    const text = await web
      .text(address, 'application/vc, application/vc+ld+json, application/vc+jwt, application/json')
      .catch(() => null);
    return text === null ? null : { text };
  },
  signed,
});
