// Pure rules over what verifying finds out.
import type { Checked } from './schema';

/** The verdict over all. */
export const verdictOf = (documents: readonly Pick<Checked, 'verdict'>[]): Checked['verdict'] =>
  documents.some(({ verdict }) => verdict === 'failed')
    ? 'failed'
    : documents.every(({ verdict }) => verdict === 'valid')
      ? 'valid'
      : 'partly';
