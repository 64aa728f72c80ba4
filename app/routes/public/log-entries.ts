import type { LoaderFunctionArgs } from '@remix-run/node';
import { logEntriesBetween } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { countIn, logDocument } from '~/http/log-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, request, url } = await enter(args, 'anyone');
  return logDocument(request, () => {
    const [from, to] = [countIn(url, 'from'), countIn(url, 'to')];
    if (typeof from !== 'number' || typeof to !== 'number') return null;
    const entries = logEntriesBetween(db, { from, to });
    return { from, entries: entries.map(({ position, leaf }) => ({ position, leaf })) };
  });
}
