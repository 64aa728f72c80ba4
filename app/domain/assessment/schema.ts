// The quiz form, as the server reads it.
import { z } from 'zod';

export const attemptSchema = z.object({
  /** Made with the form, so that one form sent twice is one attempt. */
  submission: z.uuid({ error: 'form-damaged' }),
  /** SHA-256 (hex) of the text that was on the page. */
  textDigest: z.string({ error: 'form-damaged' }).regex(/^[0-9a-f]{64}$/, { error: 'form-damaged' }),
  answers: z.record(z.string(), z.array(z.string())),
});
export type AttemptInput = z.infer<typeof attemptSchema>;
