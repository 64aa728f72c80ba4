// The time zones a person may choose. From the server, since a browser's list may differ.

/** IANA names: the parks' own first, then all others in order; and `own`, should the list not have it. */
export function listTimeZones(own: string): string[] {
  const first = ['Asia/Kuala_Lumpur', 'Asia/Shanghai'];
  return [...new Set([...first, own, ...Intl.supportedValuesOf('timeZone')])];
}
