// The credential itself: what is said of whom, and how such a document is read back.
import { z } from 'zod';
import type { Locale } from '~/i18n/locales';
import { badgesContext, credentialsContext, type IssuerKeys, profileOf } from './issuer';
import type { Facts, SignedFacts } from './schema';

/** What was asked of the holder. Here and not in the catalogues, since a change of wording must not change what is signed. */
const criteria: Record<Locale, (edition: number) => string> = {
  en: (edition) =>
    `Completed every required lesson of edition ${edition} of the course and reached the pass mark in each of its quizzes.`,
  ms: (edition) =>
    `Menyelesaikan setiap pelajaran wajib dalam edisi ${edition} kursus ini dan mencapai markah lulus bagi setiap kuiznya.`,
  'zh-Hans': (edition) => `已完成本课程第 ${edition} 版的全部必修课节，且每次测验均达到及格线。`,
};

/** The sentence that a record of that edition, in that language, will say of its holder. */
export const attestation = (locale: Locale, edition: number): string => criteria[locale](edition);

/** A record's lasting address: for people, and by `Accept` for machines. It is the credential's `id`. */
export const recordUrl = (origin: string, id: string): string => `${origin}/records/${id}`;

/**
 * The credential of `facts`, unsigned: an AchievementCredential of Open Badges 3.0 (Data Models, AchievementCredential) in the
 * Verifiable Credentials Data Model 2.0 (§4). The holder is an IdentityObject of type `name`, in the clear: Open Badges 3.0
 * (OpenBadgeCredential Verification, step 1) wants a subject to have an `id` or an `identifier`. The edition is pinned by `relatedResource` with `digestSRI`
 * (VC Data Model 2.0 §5.3 Integrity of Related Resources).
 */
export const composeCredential = (
  facts: Facts,
  issuer: Pick<IssuerKeys, 'origin' | 'issuer' | 'name'>,
): UnsignedCredential => ({
  '@context': [credentialsContext, badgesContext],
  id: recordUrl(issuer.origin, facts.id),
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer: profileOf(issuer),
  validFrom: dateTime(facts.issuedAt),
  name: facts.course.title,
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: facts.holder }],
    achievement: {
      id: `${issuer.origin}/courses/${facts.course.slug}`,
      type: ['Achievement'],
      achievementType: 'Course',
      name: facts.course.title,
      description: facts.course.summary,
      version: String(facts.edition.number),
      inLanguage: facts.locale,
      criteria: { narrative: attestation(facts.locale, facts.edition.number) },
    },
  },
  relatedResource: [
    {
      id: `${issuer.origin}/editions/${facts.edition.digest}.json`,
      digestSRI: `sha256-${Buffer.from(facts.edition.digest, 'hex').toString('base64')}`,
      mediaType: 'application/json',
    },
  ],
});

/** XML Schema dateTimeStamp in whole seconds, which is all that a proof's `created` keeps. */
export const dateTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const unsignedShape = z.object({
  '@context': z.array(z.string()),
  id: z.url(),
  type: z.array(z.string()),
  issuer: z.object({ id: z.string(), type: z.array(z.string()), name: z.string(), url: z.url() }),
  validFrom: z.iso.datetime({ offset: true }),
  name: z.string(),
  credentialSubject: z.object({
    type: z.array(z.string()),
    identifier: z
      .array(
        z.object({
          type: z.literal('IdentityObject'),
          identityType: z.literal('name'),
          hashed: z.literal(false),
          identityHash: z.string(),
        }),
      )
      .length(1),
    achievement: z.object({
      id: z.url(),
      type: z.array(z.string()),
      achievementType: z.string(),
      name: z.string(),
      description: z.string(),
      version: z.string(),
      inLanguage: z.enum(['en', 'ms', 'zh-Hans']),
      criteria: z.object({ narrative: z.string() }),
    }),
  }),
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

/** What a credential says, in the terms of this house. */
export function readFacts(credential: Credential): SignedFacts {
  const { achievement, identifier } = credential.credentialSubject;
  return {
    id: new URL(credential.id).pathname.split('/').at(-1) ?? '',
    holder: identifier[0]?.identityHash ?? '',
    locale: achievement.inLanguage,
    issuedAt: Date.parse(credential.validFrom),
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
  };
}
