// What the device is told about its account and what it may keep: the answer of /my/offline.json.
import type { Locale } from '~/i18n/locales';

export type KeepableCourse = {
  slug: string;
  title: string;
  theme: string;
  /** Digest of the newest edition. */
  edition: string;
  /** Another one whenever the course's pages would show something else. */
  standing: string;
  pages: { path: string; title: string }[];
};

export type DeviceState = {
  /** The account, as this device knows it. */
  owner: string;
  /** Whether courses may be kept at all. */
  worker: boolean;
  locale: Locale;
  courses: KeepableCourse[];
};
