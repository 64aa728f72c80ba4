import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { enter } from '~/http/enter.server';
import { wantsDocument } from '~/http/public-document.server';
import { IssuerPage } from '~/ui/records/issuer-page';

export async function loader(args: LoaderFunctionArgs) {
  const { app, m, request } = await enter(args, 'anyone');
  const headers = { Vary: 'Accept' };
  if (wantsDocument(request)) throw redirect('/issuer.json', { status: 303, headers });
  const { name, issuer, ring } = app.keys;
  return data(
    { title: m.records.issuer.metaTitle({ name }), issuer: { name, did: issuer, keys: [...ring] } },
    { headers },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Issuer() {
  return <IssuerPage issuer={useLoaderData<typeof loader>().issuer} />;
}
