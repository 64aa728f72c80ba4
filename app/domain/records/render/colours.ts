// The design's colours as paper and pictures need them: app/ui/tokens.css, light, as values. A test holds the two together.
import type { Theme } from '../../courses/schema';

export const inks = {
  ink: '#1b2430',
  muted: '#566070',
  line: '#dfdad0',
  control: '#827d70',
  paper: '#faf8f4',
  surface: '#ffffff',
  danger: '#a3262a',
  dangerSoft: '#fbe8e6',
  warning: '#7d5200',
  warningSoft: '#faf0d9',
} as const;

/** Each theme's accent, and the tint of it that grounds are in. */
export const accents: Record<Theme, { accent: string; soft: string }> = {
  'innovation-capability': { accent: '#4a3f96', soft: '#eae8f6' },
  'ecosystem-building': { accent: '#2b6327', soft: '#e5f0e2' },
  incubation: { accent: '#0b5d5a', soft: '#e2efec' },
  'research-commercialisation': { accent: '#1d4f91', soft: '#e3ecf7' },
  'park-management': { accent: '#8a3a1d', soft: '#f8e9e2' },
  'market-entry': { accent: '#862752', soft: '#f7e5ed' },
};
