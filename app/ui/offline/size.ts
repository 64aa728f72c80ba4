import { useI18n } from '~/i18n/react';

const tags = { en: 'en-GB', ms: 'ms-MY', 'zh-Hans': 'zh-Hans-CN' } as const;

/** Bytes as people read them: `1.4 MB`. */
export function useSize(): (bytes: number) => string {
  const { locale } = useI18n();
  const format = (unit: string, digits: number) =>
    new Intl.NumberFormat(tags[locale], { style: 'unit', unit, maximumFractionDigits: digits });
  return (bytes) =>
    bytes < 1_000_000
      ? format('kilobyte', 0).format(Math.ceil(bytes / 1000))
      : format('megabyte', 1).format(bytes / 1_000_000);
}
