// The credential itself: what is said of whom, and how such a document is read back.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { attestation, lessonAttestation } from './attestation';
import { badgesContext, credentialsContext, extensionsContext, type IssuerKeys, profileOf } from './issuer';
import type { Facts, SignedFacts } from './schema';
import { revocationListUrl, statusEntries } from './status/addresses';

const schemaUrl =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** A record's lasting address: for people, and by `Accept` for machines. It is the credential's `id`. */
export const recordUrl = (origin: string, id: string): string => `${origin}/records/${id}`;

/**
 * The credential of `facts`, unsigned: an AchievementCredential of Open Badges 3.0 (Data Models, AchievementCredential) in the
 * Verifiable Credentials Data Model 2.0 (§4). The holder is named by IdentityObjects of type `name` and `emailAddress`, in the clear or
 * hashed with the record's salt as `facts.identity` says; the subject's `id` is the record's own, so that it tells nothing of
 * anybody. The edition is pinned by `relatedResource` with `digestSRI` (VC Data Model 2.0 §5.3 Integrity of Related Resources).
 */
export function composeCredential(
  facts: Facts,
  issuer: Pick<IssuerKeys, 'origin' | 'issuer' | 'name'>,
): UnsignedCredential {
  const { origin } = issuer;
  const { course, edition, evidence, locale, validUntil } = facts;
  const id = recordUrl(origin, facts.id);
  const courseUrl = `${origin}/courses/${course.slug}`;
  return {
    '@context': [credentialsContext, badgesContext, extensionsContext],
    id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: profileOf(issuer),
    validFrom: dateTime(facts.issuedAt),
    ...(validUntil === null ? {} : { validUntil: dateTime(validUntil) }),
    awardedDate: dateTime(facts.completedAt),
    name: course.title,
    credentialSubject: {
      id: `${id}#holder`,
      type: ['AchievementSubject'],
      identifier: identifiersOf(facts),
      achievement: {
        id: courseUrl,
        type: ['Achievement'],
        achievementType: 'Course',
        name: course.title,
        description: course.summary,
        version: String(edition.number),
        inLanguage: locale,
        criteria: { narrative: attestation(locale, edition.number) },
        ...(course.languages.some((other) => other !== locale)
          ? {
              related: course.languages
                .filter((other) => other !== locale)
                .map((other) => ({
                  id: `${courseUrl}?lng=${other}`,
                  type: ['Related'] as ['Related'],
                  inLanguage: other,
                  version: String(edition.number),
                })),
            }
          : {}),
      },
    },
    ...(evidence && evidence.lessons.length > 0
      ? {
          evidence: evidence.lessons.map((lesson) => ({
            id: `${id}#lesson-${lesson.slug}`,
            type: ['Evidence'] as ['Evidence'],
            name: lesson.title,
            genre: lesson.kind,
            narrative: lessonAttestation(locale, lesson),
          })),
        }
      : {}),
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: [
      ...statusEntries(origin, facts.status),
      { id: revocationListUrl(origin), type: '1EdTechRevocationList' },
    ],
    relatedResource: [
      {
        id: `${origin}/editions/${edition.digest}.json`,
        digestSRI: `sha256-${Buffer.from(edition.digest, 'hex').toString('base64')}`,
        mediaType: 'application/json',
      },
    ],
  };
}

/** Name and address of the holder (Open Badges 3.0, Data Models, IdentityObject). */
export function identifiersOf(who: Pick<Facts, 'identity' | 'holder' | 'email' | 'salt'>): Identifier[] {
  const { identity, holder, email, salt } = who;
  const entry = (identityType: Identifier['identityType'], value: string, shown: boolean): Identifier =>
    shown
      ? { type: 'IdentityObject', identityType, hashed: false, identityHash: value }
      : { type: 'IdentityObject', identityType, hashed: true, salt, identityHash: hashIdentity(value, salt) };
  return [entry('name', holder, identity !== 'hashed'), entry('emailAddress', email, identity === 'shown')];
}

/** A name or address as it stands hashed in a credential: SHA-256 over the value with the salt after it (Open Badges 3.0, IdentityHash). */
export const hashIdentity = (value: string, salt: string): string =>
  `sha256$${createHash('sha256').update(value).update(salt).digest('hex')}`;

/** SHA-256 (hex) of a credential without its proof in RFC 8785 form: the same whichever way it is signed. The log knows credentials by it. */
export function credentialDigest(credential: object): string {
  const { proof: _proof, ...claims } = credential as { proof?: unknown };
  return createHash('sha256')
    .update(canonicalize(claims) ?? '')
    .digest('hex');
}

/** XML Schema dateTimeStamp in whole seconds, which is all that a proof's `created` keeps. */
export const dateTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const identifierShape = z.object({
  type: z.literal('IdentityObject'),
  identityType: z.enum(['name', 'emailAddress']),
  hashed: z.boolean(),
  salt: z.string().optional(),
  identityHash: z.string(),
});
type Identifier = z.infer<typeof identifierShape>;

/** As this server issues them, and as earlier versions of it did: those have no status, evidence or schema. */
const unsignedShape = z.object({
  '@context': z.array(z.string()),
  id: z.url(),
  type: z.array(z.string()),
  issuer: z.object({ id: z.string(), type: z.array(z.string()), name: z.string(), url: z.url() }),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }).optional(),
  /** When the course was completed. */
  awardedDate: z.iso.datetime({ offset: true }).optional(),
  name: z.string(),
  credentialSubject: z.object({
    id: z.string().optional(),
    type: z.array(z.string()),
    identifier: z.array(identifierShape).min(1).max(2),
    achievement: z.object({
      id: z.url(),
      type: z.array(z.string()),
      achievementType: z.string(),
      name: z.string(),
      description: z.string(),
      version: z.string(),
      inLanguage: z.enum(['en', 'ms', 'zh-Hans']),
      criteria: z.object({ narrative: z.string() }),
      related: z
        .array(
          z.object({
            id: z.url(),
            type: z.tuple([z.literal('Related')]),
            inLanguage: z.enum(['en', 'ms', 'zh-Hans']),
            version: z.string(),
          }),
        )
        .optional(),
    }),
  }),
  evidence: z
    .array(
      z.object({
        id: z.url(),
        type: z.tuple([z.literal('Evidence')]),
        name: z.string(),
        genre: z.string(),
        narrative: z.string(),
      }),
    )
    .optional(),
  credentialSchema: z.array(z.object({ id: z.url(), type: z.string() })).optional(),
  credentialStatus: z
    .array(
      z.object({
        id: z.url(),
        type: z.string(),
        statusPurpose: z.string().optional(),
        statusListIndex: z.string().optional(),
        statusListCredential: z.url().optional(),
      }),
    )
    .optional(),
  relatedResource: z
    .array(
      z.object({
        id: z.url(),
        digestSRI: z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/),
        mediaType: z.string(),
      }),
    )
    .length(1),
});
export type UnsignedCredential = z.infer<typeof unsignedShape>;

/** A signed credential as this server issues them. */
export const credentialShape = unsignedShape.extend({
  proof: z
    .array(
      z.object({
        type: z.literal('DataIntegrityProof'),
        cryptosuite: z.literal('eddsa-rdfc-2022'),
        created: z.string(),
        verificationMethod: z.string(),
        proofPurpose: z.literal('assertionMethod'),
        proofValue: z.string(),
      }),
    )
    .length(1),
});
export type Credential = z.infer<typeof credentialShape>;

/** The name of the key that a credential's proof was made with, as the keyring has it. */
export const keyOf = (credential: Credential): string =>
  credential.proof[0]?.verificationMethod.split('#')[1] ?? '';

/** What a credential says, in the terms of this house. */
export function readFacts(credential: Credential): SignedFacts {
  const { achievement, identifier } = credential.credentialSubject;
  const clear = (type: string) =>
    identifier.find(({ identityType, hashed }) => identityType === type && !hashed)?.identityHash ?? null;
  return {
    id: new URL(credential.id).pathname.split('/').at(-1) ?? '',
    holder: clear('name'),
    email: clear('emailAddress'),
    locale: achievement.inLanguage,
    languages: [achievement.inLanguage, ...(achievement.related ?? []).map(({ inLanguage }) => inLanguage)],
    completedAt: Date.parse(credential.awardedDate ?? credential.validFrom),
    issuedAt: Date.parse(credential.validFrom),
    validUntil: credential.validUntil === undefined ? null : Date.parse(credential.validUntil),
    evidence: (credential.evidence ?? []).map(({ id, ...rest }) => ({
      id: id.split('#')[1] ?? '',
      name: rest.name,
      genre: rest.genre,
      narrative: rest.narrative,
    })),
    course: {
      slug: new URL(achievement.id).pathname.split('/').at(-1) ?? '',
      title: achievement.name,
      summary: achievement.description,
    },
    edition: {
      number: Number(achievement.version),
      digest: Buffer.from(
        credential.relatedResource[0]?.digestSRI.slice('sha256-'.length) ?? '',
        'base64',
      ).toString('hex'),
    },
    address: credential.id,
    issuer: { id: credential.issuer.id, name: credential.issuer.name },
    hasStatus: credential.credentialStatus !== undefined,
  };
}
