// Reads a status list as the specification says, with nothing but Node: what an outsider would write.
import { gunzipSync } from 'node:zlib';

type List = { credentialSubject: { encodedList: string } };

/** Whether the bit at `index` is set. */
export function readBit(listJson: string, index: number): boolean {
  const { encodedList } = (JSON.parse(listJson) as List).credentialSubject;
  if (encodedList[0] !== 'u') throw new Error('not multibase base64url');
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
  if (bits.length * 8 !== 131_072) throw new Error(`${bits.length} bytes`);
  return ((bits[index >> 3] ?? 0) & (1 << (7 - (index & 7)))) !== 0;
}

/** How many bits are set. */
export function countBits(listJson: string): number {
  const { encodedList } = (JSON.parse(listJson) as List).credentialSubject;
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
  return bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}
