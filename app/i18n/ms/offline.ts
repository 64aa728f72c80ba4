import type { offline as source } from '../en/offline';
import type { Translated } from '../translated';

export const offline: Translated<typeof source> = {
  errors: {},
  fields: {},
};
