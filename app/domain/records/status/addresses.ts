// Where the state of a record is to be had by machines, as its credential names it.

/** Entries a list holds: the least that the Bitstring Status List says (§6.1), so that a look at one entry singles nobody out. */
export const listSize = 131_072;

/** `revocation`: for good, of a record that a correction took the place of. `suspension`: by an administrator, who may take it back. */
export const purposes = ['revocation', 'suspension'] as const;
export type Purpose = (typeof purposes)[number];

export const statusListUrl = (origin: string, purpose: Purpose, list: number): string =>
  `${origin}/status/${purpose}/${list}`;

export const revocationListUrl = (origin: string): string => `${origin}/status/revoked.json`;

/** A record's entries, one for each purpose (Bitstring Status List §2.1 BitstringStatusListEntry). */
export const statusEntries = (origin: string, { list, index }: { list: number; index: number }) =>
  purposes.map((purpose) => ({
    id: `${statusListUrl(origin, purpose, list)}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: statusListUrl(origin, purpose, list),
  }));
