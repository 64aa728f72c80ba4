import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '~/domain/assessment/rules';

const plain = { units: [] as string[], askUnit: false };
const percent = { units: ['%'], askUnit: false };
const length = { units: ['km', 'm', '公里'], askUnit: true };
const numberIn = (typed: string, accepted = plain) => {
  const reading = readNumber(typed, accepted);
  return reading.kind === 'number' ? reading.value : reading.kind === 'unclear' ? reading.code : reading.kind;
};

describe('a number is read', () => {
  it.each([
    ['12', '12'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['１２．５', '12.5'],
    ['１２，５', '12.5'],
    ['12。5', '12.5'],
    ['1,250', '1250'],
    ['1，250', '1250'],
    ['1,250.5', '1250.5'],
    ['1.250,5', '1250.5'],
    ['1.250.000', '1250000'],
    ['1,250,000', '1250000'],
    ['1 250 000', '1250000'],
    ['1 250,5', '1250.5'],
    ["1'250", '1250'],
    ['3.142', '3.142'],
    ['0,125', '0.125'],
    ['0.250', '0.25'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['－３', '-3'],
    ['+3', '3'],
    ['-0', '0'],
    ['007', '7'],
    ['12.', '12'],
    ['1.5e3', '1500'],
    ['12.500', 'number-two-ways'],
    ['1.250', 'number-two-ways'],
    ['1,0000', 'number-two-ways'],
    ['1,25,0', 'number-unclear'],
    ['1.2.3', 'number-unclear'],
    ['1 25', 'number-unclear'],
    ['12 to 15', 'number-unclear'],
    ['twelve', 'number-unclear'],
    ['十二', 'number-unclear'],
    ['-', 'number-unclear'],
    ['12 km', 'unit-unneeded'],
    ['9'.repeat(61), 'number-too-long'],
    ['', 'empty'],
    ['　', 'empty'],
  ])('%s as %s', (typed, expected) => {
    expect(numberIn(typed)).toBe(expected);
  });

  it('with its unit, before or after it, in any width or case', () => {
    for (const typed of [
      '12.5',
      '12.5%',
      '12.5 %',
      '１２．５％',
      '12,5 per cent'.replace('per cent', 'percent'),
      '百分之12.5',
    ])
      expect(numberIn(typed, percent), typed).toBe('12.5');
    expect(readNumber('2.5公里', length)).toEqual({ kind: 'number', value: '2.5', unit: 2 });
    expect(readNumber('2500 M', length)).toEqual({ kind: 'number', value: '2500', unit: 1 });
    expect(numberIn('RM 20', { units: ['RM'], askUnit: true })).toBe('20');
    expect(numberIn('2.5', length)).toBe('unit-missing');
    expect(numberIn('2.5 kg', length)).toBe('unit-unknown');
    expect(numberIn('5 m m', { units: ['mm'], askUnit: true })).toBe('5');
  });

  it('with what else it may mean, when it is asked back', () => {
    expect(readNumber('1.250', plain)).toMatchObject({ value: '1.25', other: '1250' });
    expect(readNumber('1,0000', plain)).toMatchObject({ value: '1', other: '10000' });
  });

  it('the same however its thousands are written', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(digits, fc.constantFrom(',', ' ', "'", '\u00a0', '\u202f', '，'), (number, mark) => {
        const grouped = number.toString().replace(/\B(?=(\d{3})+$)/g, mark);
        expect(numberIn(grouped)).toBe(number.toString());
        expect(numberIn(`${grouped}.5`)).toBe(`${number}.5`);
      }),
    );
  });

  it('whatever is typed, without ever failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,' %kme+-]{0,20}$/)), (typed) => {
        for (const accepted of [plain, percent, length]) {
          const reading = readNumber(typed, accepted);
          if (reading.kind === 'number') expect(reading.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('in no time, whatever is typed', () => {
    const began = performance.now();
    for (const typed of [
      '1'.repeat(60),
      '1 '.repeat(30),
      ' '.repeat(100_000),
      '1,'.repeat(50_000),
      'a'.repeat(60),
    ])
      readNumber(typed, length);
    expect(performance.now() - began).toBeLessThan(100);
  });
});
