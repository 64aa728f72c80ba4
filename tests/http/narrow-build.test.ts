// A narrowed build must answer every address as the whole one does: on the site's own map, with loaders that say where they are.
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import { narrowHandler } from '~/http/narrow-build.server';
import siteMap from '~/routes';

function buildOf(entries: readonly RouteConfigEntry[]): ServerBuild {
  const ids = entries.map((entry, index) => [`${index}`, entry] as const);
  const manifestRoute = {
    hasAction: false,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    module: '',
  };
  return {
    entry: { module: { default: () => new Response('page') } },
    routes: Object.fromEntries(
      ids.map(([id, { path, index }]) => [
        id,
        {
          id,
          path,
          index,
          module: { loader: ({ params }: { params: object }) => Response.json({ id, params }) },
        },
      ]),
    ),
    assets: {
      entry: { imports: [], module: '' },
      routes: Object.fromEntries(ids.map(([id, { path }]) => [id, { id, path, ...manifestRoute }])),
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_singleFetch: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild;
}

const entries = siteMap as RouteConfigEntry[];
const build = buildOf(entries);
const whole = createRequestHandler(build, 'production');
const narrow = narrowHandler(build, 'production');

const filled = entries.map(
  ({ path = '' }) => `/${path.replace(/:\w+/g, 'some-value').replace('*', 'not/here')}`,
);
const odd = [
  '//',
  '/courses/',
  '/COURSES',
  '/courses//x',
  '/records/a.json',
  '/records/.json',
  '/records/a.JSON',
  '/a%2Fb',
  '/courses/%E4%B8%AD',
  '/courses/a%2Fb',
  '/courses/a/lessons',
  '/my/settings/',
  '/.well-known/did.json',
  '/wellXknown/did.json',
  '/editions/a.json',
  '/courses/.data',
  '/%',
];
const addresses = [...filled, ...odd].flatMap((address) => [address, `${address}?x=1`]);

test.each(addresses)('%s', async (address) => {
  const answer = async (handler: typeof narrow) => {
    const response = await handler(new Request(`http://parkbridge.test${address}`));
    return { status: response.status, body: await response.text() };
  };
  expect(await answer(narrow)).toEqual(await answer(whole));
});
