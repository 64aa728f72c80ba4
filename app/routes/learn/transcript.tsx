import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { chosenIdentity, transcript } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { TranscriptPage } from '~/ui/records/transcript-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, locale, m, timeZone } = await enter(args, 'account');
  const { facts, signed, left } = await transcript(db, app.keys, actor, { at, locale, timeZone });
  return {
    title: m.records.transcript.title,
    facts,
    left,
    /** How the bundle tells who the holder is; null where there is none. */
    bundle: signed.length > 0 ? chosenIdentity(db, actor) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function Transcript() {
  const { facts, left, bundle } = useLoaderData<typeof loader>();
  return <TranscriptPage facts={facts} left={left} bundle={bundle} />;
}
