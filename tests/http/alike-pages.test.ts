import type { EntryContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { alikePage } from '~/http/alike-pages.server';

type Told = {
  name: string;
  lesson?: unknown;
  status?: number;
  errors?: unknown;
  actionData?: unknown;
  alike?: boolean;
};

/** What Remix gives the entry: as much of it as is looked at. */
function contextOf({
  name,
  lesson = { done: 1 },
  status = 200,
  errors = null,
  actionData = null,
  alike = true,
}: Told) {
  return {
    routeModules: { lesson: { handle: alike ? { alike: (data: unknown) => data !== unlike } : undefined } },
    staticHandlerContext: {
      matches: [{ route: { id: 'root' } }, { route: { id: 'lesson' } }],
      loaderData: { root: { account: { name } }, lesson },
      statusCode: status,
      errors,
      actionData,
    },
  } as unknown as EntryContext;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Data of which the route says that nobody else has it. */
const unlike = { form: 'named anew' };

let rendered = 0;
function pageOf(told: Told, nonce: string, about: string) {
  const page = alikePage(contextOf(told), nonce, about, (state, given) => {
    rendered += 1;
    const { root, lesson } = state.loaderData as { root: { account: { name: string } }; lesson: unknown };
    return `<b title="${escaped(root.account.name)}">${escaped(root.account.name)}</b> ${JSON.stringify(lesson)} <script nonce="${given}">`;
  });
  return page?.toString() ?? null;
}

test('people with the same data get the same page, each with their own name and nonce', () => {
  rendered = 0;
  expect(pageOf({ name: 'Aisyah' }, 'n1', 'a')).toBe(
    '<b title="Aisyah">Aisyah</b> {"done":1} <script nonce="n1">',
  );
  expect(pageOf({ name: '李娜' }, 'n2', 'a')).toBe('<b title="李娜">李娜</b> {"done":1} <script nonce="n2">');
  expect(rendered).toBe(1);
});

test('a name is written as React writes it', () => {
  const name = `<script>"alert" & 'more'`;
  expect(pageOf({ name }, 'n', 'b')).toContain('&lt;script&gt;&quot;alert&quot; &amp; &#x27;more&#x27;');
});

test('other data, another address or language is another page', () => {
  rendered = 0;
  pageOf({ name: 'A' }, 'n', 'c');
  expect(pageOf({ name: 'A', lesson: { done: 2 } }, 'n', 'c')).toContain('{"done":2}');
  pageOf({ name: 'A' }, 'n', 'c?lng=ms');
  expect(rendered).toBe(3);
});

test('a name that stands in the page’s own data is that of whoever looks', () => {
  const holder = (name: string) => pageOf({ name, lesson: { holder: name } }, 'n', 'd');
  expect(holder('Aisyah')).toContain('{"holder":"Aisyah"}');
  expect(holder('李娜')).toContain('{"holder":"李娜"}');
});

test.each([
  ['an error', { status: 404, errors: { lesson: {} } }],
  ['an answer to a form', { actionData: { lesson: {} } }],
  ['a route that does not say so', { alike: false }],
  ['data of which its route says no', { lesson: unlike }],
])('%s is never kept', (_what, told) => {
  expect(pageOf({ name: 'A', ...told }, 'n', 'e')).toBeNull();
});
