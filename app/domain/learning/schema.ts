// The reader's forms, as the server reads them.
import { z } from 'zod';
import { noteLimit, plainLineEnds } from './rules';

/** SHA-256 (hex) of the text that was on the page; every form of a lesson sends it back. */
export const textDigestSchema = z
  .string({ error: 'form-damaged' })
  .regex(/^[0-9a-f]{64}$/, { error: 'form-damaged' });

export const reflectionSchema = z.object({
  text: textDigestSchema,
  note: z
    .string()
    .default('')
    .transform(plainLineEnds)
    .refine((note) => note.length <= noteLimit, { error: 'note-too-long' }),
});
