import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Resources, textDigest } from '~/mdx/index.server';
import { FRONT, resources, text } from './course';

const body = '![f](assets/funnel.en.svg) and <Term id="exit">exits</Term>.\n';

const withAsset = (path: string, digest: string): Resources => {
  const asset = resources.assets.get(path);
  if (!asset) throw new Error(path);
  return { ...resources, assets: new Map([...resources.assets, [path, { ...asset, digest }]]) };
};
const withTerm = (id: string, definition: string): Resources => {
  const entry = resources.glossary[id];
  if (!entry) throw new Error(id);
  return {
    ...resources,
    glossary: { ...resources.glossary, [id]: { ...entry, en: { term: id, definition } } },
  };
};

describe('the digest of a text', () => {
  it('is SHA-256 of the canonical form of source, assets used and terms used, and so fixed for ever', () => {
    const canonical = `{"assets":{"assets/funnel.en.svg":"${'a'.repeat(64)}"},"source":${JSON.stringify(FRONT + body)},"terms":{"exit":{"en":{"definition":"The <sale> of a company & its shares.","term":"exit"},"ms":{"definition":"Penjualan syarikat.","term":"keluar"},"zh-Hans":{"definition":"出售企业。","term":"退出"}}}}`;
    expect(textDigest(text(body))).toBe(createHash('sha256').update(canonical).digest('hex'));
  });

  it('does not depend on line ends, byte order mark, path, order of resources or renderer', () => {
    const input = text(body);
    const digest = textDigest(input);
    expect(textDigest({ ...input, source: input.source.replaceAll('\n', '\r\n') })).toBe(digest);
    expect(textDigest({ ...input, source: input.source.replaceAll('\n', '\r') })).toBe(digest);
    expect(textDigest({ ...input, source: `\uFEFF${input.source}` })).toBe(digest);
    expect(textDigest(text(body, { path: 'elsewhere.mdx' }))).toBe(digest);
    const reversed = { ...resources, assets: new Map([...resources.assets].reverse()) };
    expect(textDigest(text(body, { resources: reversed }))).toBe(digest);
  });

  it('changes with the source, an asset used or a term used', () => {
    const digest = textDigest(text(body));
    const changed = [
      text(`${body} `),
      text(body, { resources: withAsset('assets/funnel.en.svg', '0'.repeat(64)) }),
      text(body, { resources: withTerm('exit', 'Leaving.') }),
    ].map(textDigest);
    expect(new Set([digest, ...changed]).size).toBe(4);
  });

  it('stays when another asset or term changes, and when an unused one comes or goes', () => {
    const digest = textDigest(text(body));
    expect(textDigest(text(body, { resources: withAsset('assets/tour.png', '0'.repeat(64)) }))).toBe(digest);
    expect(textDigest(text(body, { resources: withTerm('incubator', 'Other.') }))).toBe(digest);
    expect(textDigest(text(body, { resources: { ...resources, lessons: new Set() } }))).toBe(digest);
  });

  it('tells a name from a longer one', () => {
    const longer = new Map([...resources.assets]);
    longer.set('assets/funnel.en', { digest: '1'.repeat(64), mediaType: 'image/png', bytes: 1 });
    expect(textDigest(text(body, { resources: { ...resources, assets: longer } }))).toBe(
      textDigest(text(body)),
    );
  });
});
