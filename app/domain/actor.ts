// Who asks. Every domain command and query takes one.
import type { Locale } from '~/i18n/locales';

export const roles = ['instructor', 'park-administrator', 'programme-administrator'] as const;
/** What an account may be beside a learner, which everyone is. */
export type Role = (typeof roles)[number];

export type AccountActor = {
  kind: 'account';
  id: number;
  parkId: number;
  unitId: number | null;
  email: string;
  name: string;
  locale: Locale;
  timeZone: string;
  roles: readonly Role[];
};

export type Actor =
  | AccountActor
  | { kind: 'anonymous' }
  /** The operator at a terminal, or a job. May do everything. */
  | { kind: 'system' };

export const anonymous: Actor = { kind: 'anonymous' };
export const system: Actor = { kind: 'system' };
