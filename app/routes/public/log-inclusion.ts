import type { LoaderFunctionArgs } from '@remix-run/node';
import { proveInclusion } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { countIn, logDocument } from '~/http/log-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, request, url } = await enter(args, 'anyone');
  return logDocument(request, async () => {
    const [position, size] = [countIn(url, 'position'), countIn(url, 'size')];
    const digest = url.searchParams.get('digest') ?? undefined;
    if (size === null || position === null || (position === undefined) === (digest === undefined))
      return null;
    if (digest !== undefined && !/^[0-9a-f]{64}$/.test(digest)) return null;
    const asked = digest === undefined ? { position: position ?? 0 } : { digest };
    return proveInclusion(db, app.keys, { ...asked, size, at });
  });
}
