import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { verifyDocument } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { OutcomePage } from '~/ui/verify/outcome-page';
import { VerifyPage } from '~/ui/verify/verify-page';

/** Characters of a document that are kept in the answer's page, to be looked at again with a name. */
const longestAgain = 100_000;

export async function loader(args: LoaderFunctionArgs) {
  const { m } = await enter(args, 'anyone');
  return { title: m.verify.metaTitle };
}

export async function action(args: ActionFunctionArgs) {
  const { address, app, at, db, m, request } = await enter(args, 'anyone');
  const form = await readForm(request);
  const [file, text, holder] = [form.get('file'), field(form, 'text'), field(form, 'holder')];
  const fetch = form.has('fetch');
  const bytes = file instanceof Blob && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
  const input = { ...(bytes ? { bytes } : { text }), fetch, holder, at, address };
  const outcome = await verifyDocument(db, app.keys, input);
  const typed = { text: text.length <= longestAgain ? text : '', holder, fetch };
  const title = outcome.ok ? m.verify.metaTitleDone : m.verify.metaTitle;
  return data(
    { title, outcome, typed, again: bytes ? null : typed.text || null },
    { status: outcome.ok ? 200 : 400 },
  );
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** On this page alone the camera may be asked for. */
export const headers: HeadersFunction = () => ({
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'private, no-store',
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Verify() {
  const done = useActionData<typeof action>();
  if (!done) return <VerifyPage />;
  const { outcome, again, typed } = done;
  if (outcome.ok) return <OutcomePage outcome={outcome} again={again} />;
  return <VerifyPage problem={{ code: outcome.problem, about: outcome.about ?? null }} typed={typed} />;
}
