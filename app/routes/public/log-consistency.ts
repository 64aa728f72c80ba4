import type { LoaderFunctionArgs } from '@remix-run/node';
import { consistencyProof } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { countIn, logDocument } from '~/http/log-document.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, request, url } = await enter(args, 'anyone');
  return logDocument(request, () => {
    const [from, to] = [countIn(url, 'from'), countIn(url, 'to')];
    return typeof from === 'number' && typeof to === 'number' ? consistencyProof(db, { from, to }) : null;
  });
}
