import type { notes as source } from '../en/notes';
import type { Translated } from '../translated';

export const notes: Translated<typeof source> = {
  errors: {},
  fields: {},
};
