// Decimals that are never rounded: 0.1 + 0.2 is 0.3. Written as text, -?digits(.digits)?, counted as whole numbers of a small part.

type Decimal = { count: bigint; places: number };

const parse = (text: string): Decimal => {
  const [whole = '0', fraction = ''] = text.split('.');
  return { count: BigInt(whole + fraction), places: fraction.length };
};

const scaled = ({ count, places }: Decimal, to: number): bigint => count * 10n ** BigInt(to - places);
const positive = (count: bigint): bigint => (count < 0n ? -count : count);

/**
 * Whether `value` times `factor` is no further from `answer` than the tolerance, its bounds included. A tolerance in percent is
 * that part of the answer's size.
 */
export function isWithin(
  value: string,
  factor: string,
  answer: string,
  tolerance: { value: string; percent: boolean },
): boolean {
  const [given, times, right, within] = [value, factor, answer, tolerance.value].map(parse) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ];
  const product = { count: given.count * times.count, places: given.places + times.places };
  const allowed = tolerance.percent
    ? { count: positive(right.count) * within.count, places: right.places + within.places + 2 }
    : within;
  const places = Math.max(product.places, right.places, allowed.places);
  return positive(scaled(product, places) - scaled(right, places)) <= scaled(allowed, places);
}

/** Moves the point `by` places to the right and writes the number plainly: no leading or trailing noughts, no minus before nought. */
export function plainDecimal(negative: boolean, whole: string, fraction: string, by = 0): string {
  const digits = whole + fraction;
  const point = whole.length + by;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const size = `${left.replace(/^0+(?=\d)/, '') || '0'}.${right}`.replace(/\.?0*$/, '');
  return negative && size !== '0' ? `-${size}` : size;
}
