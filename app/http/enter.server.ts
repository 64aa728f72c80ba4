// The only way from a route to the database: says who comes, and lets in whom the route declares.
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import type { App } from '~/context.server';
import { type AccountActor, type Actor, anonymous } from '~/domain/actor';
import { keepForm, takeForm } from '~/domain/identity/index.server';
import { may, type Permission } from '~/domain/identity/permissions';
import { catalogues } from '~/i18n/catalogues.server';
import type { Locale } from '~/i18n/locales';
import type { Messages } from '~/i18n/messages';
import type { Db } from '~db/open.server';
import { readForm } from './form.server';
import { chooseLocale } from './locale.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
  }
}

/** Who may enter a route: anyone, whoever is signed in, or whoever holds a permission. */
export type Who = 'anyone' | 'account' | Permission;

export type Visit<A extends Actor = Actor> = {
  app: App;
  db: Db;
  actor: A;
  /** Epoch milliseconds at which the request came. */
  at: number;
  locale: Locale;
  timeZone: string;
  m: Messages;
  request: Request;
  params: LoaderFunctionArgs['params'];
  url: URL;
  /** Whether a whole page is asked for, and not only its data for a page that is open already. */
  wholePage: boolean;
  /** SHA-256 of the session's id; null when signed out. */
  sessionIdHash: string | null;
  /** The caller's network address, for rate limits only. */
  address: string;
  /** What was typed into a form before signing in was asked, given back once. */
  kept: { action: string; fields: [string, string][] } | null;
};

type Door = {
  app: App;
  at: number;
  address: string;
  wholePage?: boolean;
  setCookie(value: string): void;
  visitor?: Promise<Visitor>;
  kept?: Visit['kept'];
};
type Visitor = { actor: Actor; sessionIdHash: string | null };

const anonymousTimeZone = 'Asia/Kuala_Lumpur';

// Kept here and nowhere else, so that a route that does not call `enter` holds nothing it could leak.
const doors = new WeakMap<AppLoadContext, Door>();
const entered = new WeakSet<object>();

/** Makes the context of one request. The server calls this, and tests do. */
export function openDoor(door: Omit<Door, 'visitor' | 'kept'>, nonce: string): AppLoadContext {
  const context: AppLoadContext = { nonce };
  doors.set(context, door);
  return context;
}

/** Whether the route that was given `args` has said who may enter. */
export const hasEntered = (args: object): boolean => entered.has(args);

/**
 * Lets the request in, or throws the Response that refuses it: signed out, to the sign-in page and back again with what was
 * typed; without the permission, 403 whether or not the thing exists.
 */
export async function enter(args: LoaderFunctionArgs | ActionFunctionArgs, who: 'anyone'): Promise<Visit>;
export async function enter(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  who: 'account' | Permission,
): Promise<Visit<AccountActor>>;
export async function enter(args: LoaderFunctionArgs | ActionFunctionArgs, who: Who): Promise<Visit> {
  entered.add(args);
  const door = doors.get(args.context);
  if (!door) throw data({ code: 'forbidden' }, { status: 403 });
  const { request, params } = args;
  const url = new URL(request.url);
  const { actor, sessionIdHash } = await visitorOf(door, request);
  if (who !== 'anyone') {
    if (actor.kind !== 'account') throw await toSignIn(door, request, url);
    if (who !== 'account' && !may(actor, who)) throw data({ code: 'forbidden' }, { status: 403 });
  }
  const { locale, timeZone } = readerOf(actor, request, url);
  const token = request.method === 'GET' && actor.kind === 'account' ? url.searchParams.get('kept') : null;
  return {
    app: door.app,
    db: door.app.db,
    actor,
    at: door.at,
    locale,
    timeZone,
    m: catalogues[locale],
    request,
    params,
    url,
    wholePage: door.wholePage ?? false,
    sessionIdHash,
    address: door.address,
    kept: token ? keptForm(door, token) : null,
  };
}

/** The language and messages of a request, for pages rendered outside a route, such as errors. */
export async function readerFor(
  context: AppLoadContext,
  request: Request,
): Promise<{ locale: Locale; timeZone: string; m: Messages }> {
  const door = doors.get(context);
  const actor = door ? (await visitorOf(door, request)).actor : anonymous;
  const { locale, timeZone } = readerOf(actor, request, new URL(request.url));
  return { locale, timeZone, m: catalogues[locale] };
}

/** The log of the request's server; undefined outside one. */
export const logOf = (context: AppLoadContext) => doors.get(context)?.app.log;

function readerOf(actor: Actor, request: Request, url: URL): { locale: Locale; timeZone: string } {
  return {
    locale: chooseLocale({
      searchParams: url.searchParams,
      actor,
      cookie: request.headers.get('cookie'),
      acceptLanguage: request.headers.get('accept-language'),
    }),
    timeZone: actor.kind === 'account' ? actor.timeZone : anonymousTimeZone,
  };
}

/** Reads the session once a request, however many routes of the page ask. */
function visitorOf(door: Door, request: Request): Promise<Visitor> {
  door.visitor ??= door.app.sessions.read(request.headers.get('cookie'), door.at).then((found) => {
    if (!found) return { actor: anonymous, sessionIdHash: null };
    if (found.setCookie) door.setCookie(found.setCookie);
    return { actor: found.actor, sessionIdHash: found.sessionIdHash };
  });
  return door.visitor;
}

/** Takes the kept form once a request, however many routes of the page ask: it is given back only once. */
function keptForm(door: Door, token: string): Visit['kept'] {
  if (door.kept === undefined) door.kept = takeForm(door.app.db, token, door.at);
  return door.kept;
}

/** Where a signed-out person goes first; a form they sent waits for them under a one-time token. */
async function toSignIn(door: Door, request: Request, url: URL): Promise<Response> {
  const query = new URLSearchParams();
  if (request.method === 'GET') {
    url.searchParams.delete('_routes');
    query.set('next', url.pathname + url.search);
  } else {
    query.set('next', pageOf(request, url));
    const fields = [...(await readForm(request))].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    const { address, at } = door;
    const token = await keepForm(door.app.db, { action: url.pathname, fields, address, at });
    if (token) query.set('kept', token);
  }
  return redirect(`/sign-in?${query}`);
}

/** The page that holds the form: where the browser says it was, if that is ours, else the action's own address. */
function pageOf(request: Request, url: URL): string {
  const referer = request.headers.get('referer');
  if (referer && URL.canParse(referer)) {
    const page = new URL(referer);
    if (page.host === url.host) return page.pathname + page.search;
  }
  return url.pathname;
}
