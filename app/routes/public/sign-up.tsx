import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requestSignUp } from '~/domain/identity/index.server';
import { emailSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { AskLinkPage } from '~/ui/identity/ask-link-page';
import { MailSentPage } from '~/ui/identity/mail-sent-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, m, url } = await enter(args, 'anyone');
  if (actor.kind === 'account') throw redirect('/my');
  const sent = url.searchParams.has('sent');
  const { sentTitle, title } = m.identity.signUp;
  return { title: `${sent ? sentTitle : title} · ${m.common.name}`, sent };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { address, app, at, db, locale } = visit;
  const done = await submit(visit, emailSchema, ({ email }) =>
    requestSignUp(db, { email, locale, address, at }),
  );
  if (!done.ok) return done.reply;
  app.nudgeMail();
  return redirect('/sign-up?sent');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignUp() {
  const lastResult = useActionData<typeof action>();
  if (useLoaderData<typeof loader>().sent) return <MailSentPage purpose="sign-up" />;
  return <AskLinkPage purpose="sign-up" lastResult={lastResult} />;
}
