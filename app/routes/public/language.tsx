import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { changeLocale } from '~/domain/identity/index.server';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { localeCookie } from '~/http/locale.server';
import { safeReturnPath } from '~/http/return-path';
import { isLocale } from '~/i18n/locales';

/** Changes the language of the reader's pages: the account's when signed in, this browser's otherwise. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const form = await readForm(visit.request);
  const locale = form.get('locale');
  const back = new URL(safeReturnPath(form.get('next')), visit.app.config.origin);
  back.searchParams.delete('lng');
  if (!isLocale(locale)) return redirect(back.pathname + back.search);
  if (visit.actor.kind === 'account') changeLocale(visit.db, visit.actor, { locale, at: visit.at });
  const secure = visit.app.config.origin.startsWith('https:');
  return redirect(back.pathname + back.search, { headers: { 'Set-Cookie': localeCookie(locale, secure) } });
}

export async function loader(args: ActionFunctionArgs) {
  await enter(args, 'anyone');
  return redirect('/');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
