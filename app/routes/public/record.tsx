import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findRecord, recordTheme } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { wantsDocument } from '~/http/public-document.server';
import { RecordPage } from '~/ui/records/record-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, m, params, request, timeZone } = await enter(args, 'anyone');
  const id = params.id ?? '';
  const headers = { Vary: 'Accept', 'X-Robots-Tag': 'noindex' };
  // The one address serves people and machines: the latter go on to the credential itself.
  if (wantsDocument(request)) throw redirect(`/records/${id}.json`, { status: 303, headers });
  const record = await findRecord(db, app.keys, actor, { id, at });
  const words = m.records;
  const facts = record.verified ? record.facts : null;
  const title = !record.verified
    ? words.record.metaTitleUnverified
    : facts === null
      ? words.hidden.metaTitle
      : facts.holder === null
        ? facts.course.title
        : words.record.metaTitle({ course: facts.course.title, holder: facts.holder });
  // What course it is of is not said of a record that its holder does not show.
  const theme = facts && recordTheme(db, id);
  return data({ title, record, theme, timeZone }, { headers });
}

export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => errorHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function Record() {
  const { record, theme, timeZone } = useLoaderData<typeof loader>();
  return <RecordPage record={record} theme={theme} timeZone={timeZone} />;
}
