// Pages that are alike for many people: everyone at the same point of a course is shown the same lesson page, but for their name.
// A page is a function of the data its loaders gave; whoever's loaders gave the very same data gets the page made for the first.
import { randomUUID } from 'node:crypto';
import type { EntryContext } from '@remix-run/node';
import { LRUCache } from 'lru-cache';

/**
 * What a route says in its `handle`: its page shows nothing but its loaders' data, which is plain JSON; `alike` tells from the
 * route's own data whether others can have the same.
 */
export type AlikeHandle<Data = unknown> = { alike(data: Data): boolean };

type StaticContext = EntryContext['staticHandlerContext'];
type Holes = { nonce: string; name: string };
type Kept = { parts: Buffer[]; holes: (keyof Holes)[] };

const kept = new LRUCache<string, Kept>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ parts }, key) => 2 * key.length + parts.reduce((sum, part) => sum + part.length, 0),
});

// Stands where the nonce and the name will be; nobody can know it, so no text can hold it.
const marks: Holes = { nonce: `nonce-${randomUUID()}`, name: `name-${randomUUID()}` };
const anyMark = new RegExp(`(${marks.nonce}|${marks.name})`);

type RootData = { account: { name: string } | null };

/**
 * The page of `context`: made by `render` with another nonce and data with another name, unless it was made before from the same
 * data. `about` is whatever else the page depends on. Null where the page may not be kept: an error, an answer to a form, a route
 * that does not say it is alike.
 */
export function alikePage(
  context: EntryContext,
  nonce: string,
  about: string,
  render: (context: StaticContext, nonce: string) => string,
): Buffer | null {
  const { staticHandlerContext: state, routeModules } = context;
  const leaf = state.matches.at(-1)?.route.id ?? '';
  const handle = routeModules[leaf]?.handle as AlikeHandle | undefined;
  if (state.statusCode !== 200 || state.errors || state.actionData) return null;
  if (!handle?.alike(state.loaderData[leaf])) return null;
  const root = state.loaderData.root as RootData | undefined;
  if (!root?.account) return null;
  const nameless = { ...state.loaderData, root: { ...root, account: { ...root.account, name: marks.name } } };
  const key = `${about} ${JSON.stringify(nameless)}`;
  let page = kept.get(key);
  if (!page) {
    page = cut(render({ ...state, loaderData: nameless }, marks.nonce));
    kept.set(key, page);
  }
  return fill(page, { nonce, name: escaped(root.account.name) });
}

function cut(html: string): Kept {
  const parts: Buffer[] = [];
  const holes: (keyof Holes)[] = [];
  for (const [index, piece] of html.split(anyMark).entries()) {
    if (index % 2 === 0) parts.push(Buffer.from(piece));
    else holes.push(piece === marks.nonce ? 'nonce' : 'name');
  }
  return { parts, holes };
}

function fill({ parts, holes }: Kept, { nonce, name }: Holes): Buffer {
  const filling = { nonce: Buffer.from(nonce), name: Buffer.from(name) };
  return Buffer.concat(
    parts.flatMap((part, index) => {
      const hole = holes[index];
      return hole ? [part, filling[hole]] : [part];
    }),
  );
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};
/** As React writes text and attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? '');
