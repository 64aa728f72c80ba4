// The identity of a text: what its author wrote and what it shows, never how we render it.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { namesAsset, namesTerm } from './find-names';
import { normaliseSource } from './read-front-matter.server';
import type { TextInput } from './schema';

/**
 * SHA-256, 64 hex digits, of the RFC 8785 form of `{ source, assets: { path: digest }, terms: { id: entry } }`.
 * Assets and terms are those whose names the source contains as written; the check refuses a text that uses one
 * under any other spelling, so none is missed. A name that only stands in prose is counted too, which is harmless.
 */
export function textDigest(input: Pick<TextInput, 'source' | 'resources'>): string {
  const source = normaliseSource(input.source);
  const assets: Record<string, string> = {};
  for (const [path, asset] of input.resources.assets)
    if (namesAsset(source, path)) assets[path] = asset.digest;
  const terms: Record<string, unknown> = {};
  for (const [id, entry] of Object.entries(input.resources.glossary))
    if (namesTerm(source, id)) terms[id] = entry;
  const canonical = canonicalize({ source, assets, terms });
  if (canonical === undefined) throw new Error('A text has no canonical form');
  return createHash('sha256').update(canonical).digest('hex');
}
