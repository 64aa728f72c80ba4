import type { reader as source } from '../en/reader';
import type { Translated } from '../translated';

export const reader: Translated<typeof source> = {
  errors: {},
  fields: {},
};
