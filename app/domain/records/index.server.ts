// The records domain's door: completion records that anyone can check. Open Badges 3.0 in VC Data Model 2.0.
export { attestation } from './attestation';
export { correctHolderName } from './correct-holder-name.server';
export { KeysUnusable } from './errors';
export { findRecord, type RecordFile, recordJson } from './find-record.server';
export { issueRecord } from './issue-record.server';
export { didDocument, type IssuerKeys, keyDocument, profileDocument } from './issuer';
export { loadOrCreateKeys } from './keys/load-or-create-keys.server';
export { rotateKeys } from './keys/rotate-keys.server';
export { listRecords } from './list-records.server';
export {
  consistencyProof,
  inclusionProof,
  logEntriesBetween,
  proveInclusion,
  viewLog,
} from './log/prove.server';
export { logHead } from './log/sign-head.server';
export { extractFromPdf } from './open/extract-pdf';
export { extractFromPng } from './open/extract-png';
export { extractFromSvg } from './open/extract-svg';
export type { Extraction } from './open/extraction';
export { recordVersion } from './read-version.server';
export { recordForm, recordTheme } from './record-forms.server';
export { credentialIn, recordJwt } from './record-jwt.server';
export { remindExpiring } from './remind-expiring.server';
export { readRecord, replaceRecord } from './replace-record.server';
export { reinstateRecord, revokeRecord } from './revoke-record.server';
export { changeIdentity, chooseIdentity, chosenIdentity, showRecord } from './show-record.server';
export { signLost, signPending } from './sign-pending.server';
export { signRecord } from './sign-record.server';
export { revocationList, statusList } from './status/status-lists.server';
export { transcript } from './transcript.server';
export { transcriptBundle, transcriptPdf } from './transcript-forms.server';
export { homeOfBundle, makeBundle, nobody, readBundle } from './verify/bundle.server';
export { verifyDocument, verifyWith } from './verify/verify-document.server';
export { verifyCredential } from './verify-credential.server';
