import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordJson } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { answerFile } from './record-file.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, params, request } = await enter(args, 'anyone');
  const id = params.id ?? '';
  return answerFile(
    request,
    () => recordJson(db, app.keys, actor, { id, at }),
    ({ json }) => ({ mediaType: 'application/vc', body: json, name: `${id}.json` }),
  );
}
