// The records domain's door: completion records that anyone can check. Open Badges 3.0 in VC Data Model 2.0.
export { attestation } from './credential';
export { KeysUnusable } from './errors';
export { findRecord, recordJson } from './find-record.server';
export { issueRecord } from './issue-record.server';
export { didDocument, type IssuerKeys, keyDocument, profileDocument } from './issuer';
export { listRecords } from './list-records.server';
export { loadOrCreateKeys } from './load-or-create-keys.server';
export { extractFromPdf } from './open/extract-pdf';
export { extractFromPng } from './open/extract-png';
export { extractFromSvg } from './open/extract-svg';
export type { Extraction } from './open/extraction';
export { recordVersion } from './read-version.server';
export { recordForm, recordTheme } from './record-forms.server';
export { revokeRecord } from './revoke-record.server';
export { signPending } from './sign-pending.server';
export { signRecord } from './sign-record.server';
export { verifyCredential } from './verify-credential.server';
