// All of a person's records as one credential: what is said of whom. Pure.
import { clrContext } from './clr-context';
import { dateTime, identifiersOf } from './credential';
import { badgesContext, credentialsContext, extensionsContext, type IssuerKeys, profileOf } from './issuer';
import type { Facts } from './schema';

const schemaUrl = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json';

/**
 * Those signed records as one credential, unsigned: a ClrCredential (Comprehensive Learner Record 2.0, Data Models). Its subject is told as in a
 * record, by identity objects; it has no `id`, so that two transcripts of a person have nothing in common but their records. It has no
 * status of its own: each record in it has one. `id`: a UUID; `madeAt`: epoch milliseconds; `name`: for people; `records`: signed
 * credentials, one at least, as the standard asks.
 */
export function composeTranscript(
  transcript: Pick<Facts, 'id' | 'identity' | 'holder' | 'email' | 'salt'> & {
    name: string;
    madeAt: number;
    records: readonly object[];
  },
  issuer: Pick<IssuerKeys, 'origin' | 'issuer' | 'name'>,
): object {
  const { id, name, madeAt, records } = transcript;
  return {
    '@context': [credentialsContext, clrContext, badgesContext, extensionsContext],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: profileOf(issuer),
    validFrom: dateTime(madeAt),
    name,
    credentialSubject: {
      type: ['ClrSubject'],
      identifier: identifiersOf(transcript),
      verifiableCredential: records,
    },
    credentialSchema: [{ id: schemaUrl, type: '1EdTechJsonSchemaValidator2019' }],
  };
}
