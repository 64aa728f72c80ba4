// The transcript in the forms that people hand on: a sheet of paper, and one signed file.
import { randomBytes, randomUUID } from 'node:crypto';
import { sheetWords } from '~/i18n/sheets.server';
import type { Db } from '~db/open.server';
import type { AccountActor } from '../actor';
import { dateTime } from './credential';
import type { IssuerKeys } from './issuer';
import type { TranscriptInput } from './schema';
import { chosenIdentity } from './show-record.server';
import { transcript } from './transcript.server';
import { composeTranscript } from './transcript-credential';

/** The actor's transcript as a PDF file, the signed records attached to the byte. */
export async function transcriptPdf(
  db: Db,
  keys: IssuerKeys,
  actor: AccountActor,
  input: TranscriptInput,
): Promise<Uint8Array> {
  const { facts, signed } = await transcript(db, keys, actor, input);
  const { renderTranscript } = await import('./render/transcript-pdf.server');
  const enclosures = signed.map(({ id, json }) => ({
    name: `${id}.json`,
    bytes: Buffer.from(json),
    mediaType: 'application/vc',
    description: 'Open Badges 3.0 credential',
  }));
  return renderTranscript(facts, enclosures);
}

/**
 * The actor's transcript as a signed ClrCredential (Comprehensive Learner Record 2.0): JSON that holds the signed records to the byte. It says
 * who the holder is as the actor has chosen for records to come. Null where no record stands: the standard asks for one at least.
 */
export async function transcriptBundle(
  db: Db,
  keys: IssuerKeys,
  actor: AccountActor,
  input: TranscriptInput,
): Promise<string | null> {
  const { facts, signed } = await transcript(db, keys, actor, input);
  if (signed.length === 0) return null;
  const credential = composeTranscript(
    {
      id: randomUUID(),
      name: sheetWords[input.locale].transcript,
      madeAt: facts.madeAt,
      identity: chosenIdentity(db, actor),
      holder: actor.name,
      email: actor.email,
      salt: randomBytes(16).toString('hex'),
      records: signed.map(({ json }) => JSON.parse(json) as object),
    },
    keys,
  );
  const { addProof } = await import('./proof.server');
  // A key signs nothing that is dated before it came into use.
  return JSON.stringify(await addProof(keys, credential, dateTime(Math.max(input.at, keys.from ?? 0))));
}
