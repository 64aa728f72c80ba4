// Baking: the signed credential inside a picture, as Open Badges 3.0 (§5.3 Baked Badge) says.
import { crc32 } from './crc32';

/** The namespace that §5.3.2.1 names. */
export const bakedNamespace = 'https://purl.imsglobal.org/ob/v3p0';
/** The keyword that §5.3.1.1 names. */
export const bakedKeyword = 'openbadgecredential';

/**
 * The picture with `json` directly after its `<svg …>`, in CDATA. What is read back is `json` to the byte, but for characters that XML 1.0
 * (§2.2) cannot have: U+FFFE and U+FFFF become JSON escapes, which mean the same.
 */
export function bakeSvg(svg: string, json: string): string {
  const root = /<svg\b[^>]*>/.exec(svg);
  if (!root) throw new Error('not an SVG picture');
  const escaped = json.replace(/[\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
  // The one sequence that would end the CDATA is divided between two.
  const data = `<![CDATA[${escaped.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const opened = root[0].replace(/^<svg\b/, `<svg xmlns:openbadges="${bakedNamespace}"`);
  const end = root.index + root[0].length;
  return `${svg.slice(0, root.index)}${opened}<openbadges:credential>${data}</openbadges:credential>${svg.slice(end)}`;
}

/** The picture with `json` in an uncompressed iTXt chunk (PNG, third edition, §11.3.3.4) before its image data. */
export function bakePng(png: Uint8Array, json: Uint8Array): Uint8Array {
  const signature = 8;
  const header = 25;
  if (Buffer.from(png.subarray(12, 16)).toString('latin1') !== 'IHDR') throw new Error('not a PNG picture');
  // Keyword, its end; not compressed, by no method; no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(`${bakedKeyword}\0\0\0\0\0`, 'latin1'), json]);
  const at = signature + header;
  return Buffer.concat([png.subarray(0, at), chunk('iTXt', data), png.subarray(at)]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
