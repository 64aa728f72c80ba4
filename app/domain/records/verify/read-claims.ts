// What a credential says of itself, in Open Badges 3.0's words or the plain ones of VC.
import { isLocale } from '~/i18n/locales';
import { hashIdentity } from '../credential';
import { idOf, isObject, listOf, textOf, wordsOf } from './parse-json';
import type { Claims, Finding, Holder } from './schema';

const longest = 2_000;
const cut = (text: string | null): string | null => text?.slice(0, longest) ?? null;

export function readClaims(credential: Record<string, unknown>, typed: string | null): Claims {
  const subject = listOf(credential.credentialSubject).find(isObject) ?? {};
  const achievement = listOf(subject.achievement).find(isObject) ?? {};
  const language = textOf(achievement.inLanguage);
  return {
    id: cut(textOf(credential.id)),
    title: cut(wordsOf(achievement.name) ?? wordsOf(credential.name)) ?? '',
    description: cut(wordsOf(achievement.description) ?? wordsOf(credential.description)),
    language: isLocale(language) ? language : null,
    edition: cut(textOf(achievement.version)),
    issuedAt: timeOf(credential.validFrom ?? credential.issuanceDate),
    validUntil: timeOf(credential.validUntil ?? credential.expirationDate),
    holder: readHolder(subject, typed),
  };
}

export function issuerOf(credential: Record<string, unknown>): { id: string; name: string | null } {
  const issuer = listOf(credential.issuer)[0];
  return {
    id: (idOf(issuer) ?? '').slice(0, longest),
    name: isObject(issuer) ? cut(wordsOf(issuer.name)) : null,
  };
}

function readHolder(subject: Record<string, unknown>, typed: string | null): Holder {
  const identifiers = listOf(subject.identifier).filter(isObject).slice(0, 20);
  const inClear = identifiers
    .filter(({ hashed }) => hashed !== true)
    .flatMap(({ identityHash }) => textOf(identityHash) ?? []);
  const own = [wordsOf(subject.name), textOf(subject.email)].filter((each) => each !== null);
  const hashes = identifiers.filter(({ hashed }) => hashed === true);
  const named = [...new Set([...own, ...inClear])].map((each) => each.slice(0, longest));
  const comparable = hashes.length > 0 || named.length > 0;
  const matches =
    typed === null || !comparable
      ? null
      : spellings(typed).some(
          (text) =>
            named.includes(text) ||
            hashes.some(
              ({ identityHash, salt }) =>
                identityHash === hashIdentity(text, typeof salt === 'string' ? salt : ''),
            ),
        );
  return { named, hashed: hashes.length > 0, matches };
}

/** How what somebody typed may stand in a credential: as it is, and an address in small letters. */
function spellings(typed: string): string[] {
  const text = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  return [...new Set([text, text.toLowerCase()])];
}

/** When it begins and ends to be valid (VC Data Model 2.0 §4.9 Validity Period). */
export function checkDates(credential: Record<string, unknown>, at: number): Finding {
  const [from, until] = [
    credential.validFrom ?? credential.issuanceDate,
    credential.validUntil ?? credential.expirationDate,
  ];
  const [begins, ends] = [timeOf(from), timeOf(until)];
  if ((from !== undefined && begins === null) || (until !== undefined && ends === null)) {
    return { outcome: 'fails', code: 'dates-unreadable' };
  }
  if (begins !== null && begins > at) return { outcome: 'fails', code: 'dates-not-yet', at: begins };
  if (ends === null) return { outcome: 'holds', code: 'dates-good' };
  return at > ends
    ? { outcome: 'fails', code: 'dates-expired', at: ends }
    : { outcome: 'holds', code: 'dates-good-until', at: ends };
}

/** Epoch milliseconds of an XML Schema dateTimeStamp; null for anything else. */
export function timeOf(value: unknown): number | null {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value)
  )
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
