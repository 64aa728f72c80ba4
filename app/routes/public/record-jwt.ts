import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordJwt } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { answerFile } from './record-file.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, params, request } = await enter(args, 'anyone');
  const id = params.id ?? '';
  return answerFile(
    request,
    () => recordJwt(db, app.keys, actor, { id, at }),
    ({ jwt }) => ({ mediaType: 'application/vc+jwt', body: jwt, name: `${id}.jwt` }),
  );
}
