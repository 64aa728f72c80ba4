// What the settings page is given.
import type { Locale } from '~/i18n/locales';
import type { Scheme } from '../layout/schemes';
import type { Unit } from './person-fields';

export const sections = ['profile', 'sharing', 'password', 'sessions'] as const;
export type Section = (typeof sections)[number];

/** A form's text from before signing in. */
export type Kept = { section: Section; fields: Record<string, string> };

export type SessionLine = { idHash: string; userAgent: string; createdAt: number; current: boolean };

export type SettingsData = {
  email: string;
  name: string;
  locale: Locale;
  scheme: Scheme;
  /** IANA name. */
  timeZone: string;
  unitId: number | null;
  park: Record<Locale, string>;
  units: Unit[];
  /** When consent was given, epoch milliseconds; null: not given. */
  sharedAt: number | null;
  sessions: SessionLine[];
  timeZones: string[];
  kept: Kept | null;
};
