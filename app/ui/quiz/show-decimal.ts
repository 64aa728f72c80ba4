/** A plain decimal as all our languages write it: 1,250.5. Digits are kept as they are, however many. */
export function showDecimal(value: string, unit?: string | null): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  const number = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (!unit) return number;
  return /^[%°‰]/.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
}
