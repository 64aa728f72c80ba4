// The style rules of the Chinese heading face. Under the address of rules that are no longer in force, those that are.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { enter } from '~/http/enter.server';
import { headingFace } from '~/http/heading-face.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, params } = await enter(args, 'anyone');
  const { version, css } = headingFace(db);
  return new Response(css, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control':
        params.version === version ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    },
  });
}
