import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requestReset } from '~/domain/identity/index.server';
import { emailSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { AskLinkPage } from '~/ui/identity/ask-link-page';
import { MailSentPage } from '~/ui/identity/mail-sent-page';

export async function loader(args: LoaderFunctionArgs) {
  const { m, url } = await enter(args, 'anyone');
  const sent = url.searchParams.has('sent');
  const { sentTitle, title } = m.identity.forgot;
  return { title: `${sent ? sentTitle : title} · ${m.common.name}`, sent };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { address, app, at, db } = visit;
  const done = await submit(visit, emailSchema, ({ email }) => requestReset(db, { email, address, at }));
  if (!done.ok) return done.reply;
  app.nudgeMail();
  return redirect('/reset?sent');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ForgotPassword() {
  const lastResult = useActionData<typeof action>();
  if (useLoaderData<typeof loader>().sent) return <MailSentPage purpose="reset" />;
  return <AskLinkPage purpose="reset" lastResult={lastResult} />;
}
