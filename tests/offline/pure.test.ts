// The parts of the worker that need no browser.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { actionData, actionRedirect, loaderReload } from '~/offline/answers';
import { neededFaces } from '~/offline/faces';
import { rangeOf } from '~/offline/range';
import { pagePath, writeOf } from '~/offline/requests';

// The router's own reader, which is no dependency of ours by itself.
const remix = createRequire(createRequire(import.meta.url).resolve('@remix-run/react'));
const { decode } = remix('turbo-stream') as {
  decode(stream: ReadableStream<Uint8Array>, options?: object): Promise<{ value: unknown }>;
};

const read = async (response: Response): Promise<unknown> => {
  const plugins = [
    (type: string, value: unknown) =>
      type === 'SingleFetchRedirect' ? { value: { redirectTo: value } } : false,
  ];
  if (!response.body) throw new Error('no body');
  return (await decode(response.body, { plugins })).value;
};

describe('answers for the router', () => {
  it('read as what was meant', async () => {
    const data = {
      form: 'reflection',
      error: null,
      note: 'Ä “两” \n',
      version: 3,
      list: ['a', 'b'],
      waiting: true,
    };
    expect(await read(actionData(data))).toEqual({ data });
    expect(await read(actionRedirect({ to: '/my', reload: false }))).toMatchObject({
      redirect: '/my',
      reload: false,
      revalidate: true,
    });
    expect(await read(loaderReload('/offline?from=x'))).toEqual({
      redirectTo: {
        redirect: '/offline?from=x',
        status: 302,
        revalidate: false,
        reload: true,
        replace: false,
      },
    });
  });
});

describe('addresses', () => {
  const lesson = '/courses/c/lessons/l';
  it.each([
    [`${lesson}/complete`, 'completion', ''],
    [`${lesson}/reflections/my-park`, 'reflection', 'my-park'],
    [`${lesson}/annotations/u`, 'annotation', 'u'],
    [`${lesson}/annotations/u/remove`, 'removal', 'u'],
  ])('%s can be done later', (path, what, target) => {
    expect(writeOf(path)).toEqual({ what, course: 'c', lesson: 'l', target });
  });
  it.each([`${lesson}/attempt`, `${lesson}/sitting/answers`, '/sign-in', '/my/settings/profile', lesson])(
    '%s cannot',
    (path) => {
      expect(writeOf(path)).toBeNull();
    },
  );
  it('of data name the page', () => {
    expect(pagePath('/_root.data')).toBe('/');
    expect(pagePath('/my.data')).toBe('/my');
  });
});

describe('parts of what is kept', () => {
  const whole = () => new Response('0123456789', { headers: { 'Content-Type': 'video/webm' } });
  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=4-99', 206, '456789', 'bytes 4-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['lines=1', 200, '0123456789', null],
  ])('%s', async (header, status, text, range) => {
    const part = await rangeOf(whole(), header);
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      status,
      text,
      range,
    ]);
  });
});

it('fetches the faces that draw the text, and no others', () => {
  const css = `
    @font-face { font-family: A; src: url(./han.woff2) format("woff2"); unicode-range: U+4e00-4eff, U+56?? }
    @font-face { font-family: A; src: url("/assets/rest.woff2"); unicode-range: U+5e00-5eff }
    @font-face { font-family: B; src: url(/assets/all.woff2), url(/assets/all.woff) }`;
  expect(neededFaces(css, '/faces/x.css', '中')).toEqual(['/faces/han.woff2', '/assets/all.woff2']);
  expect(neededFaces(css, '/faces/x.css', '国帀')).toEqual([
    '/faces/han.woff2',
    '/assets/rest.woff2',
    '/assets/all.woff2',
  ]);
});
