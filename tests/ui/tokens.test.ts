import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { themes } from '~/domain/courses/schema';
import { contrast, measure, readTokens, typeScale } from '~/ui/design/contrast';
import { papers } from '~/ui/layout/schemes';

const css = readFileSync('app/ui/tokens.css', 'utf8');
const tokens = readTokens(css);

test('contrast is as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#1b2430', '#1b2430')).toBe(1);
});

test('every theme has an accent of its own, in both schemes', () => {
  expect([...tokens.themes.keys()].sort()).toEqual([...themes].sort());
  for (const scheme of ['light', 'dark'] as const) {
    const accents = [...tokens.themes.values()].map((theme) => theme.get('accent')?.[scheme]);
    expect(new Set(accents).size).toBe(themes.length);
  }
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each([['no theme', undefined] as const, ...tokens.themes])(
    'everything can be made out: %s',
    (_name, theme) => {
      const measured = measure(tokens.base, scheme, theme);
      expect(measured.length).toBeGreaterThan(20);
      const faint = measured
        .filter(({ ratio, least }) => ratio < least)
        .map(({ front, ground, ratio, least }) => `${front} on ${ground}: ${ratio.toFixed(2)} < ${least}`);
      expect(faint).toEqual([]);
    },
  );
});

test('the browser’s own bars have the colour of the paper', () => {
  expect(tokens.base.get('paper')).toEqual(papers);
});

test('the type scale rises', () => {
  const steps = typeScale(css);
  expect(steps.map(({ name }) => name)).toEqual(['xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl']);
  // The upper steps are clamped between what a phone and what a desk has.
  const sizes = steps.map(({ value }) => Number(/([\d.]+)rem\)?$/.exec(value)?.[1]));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
});
