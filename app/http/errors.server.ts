// Error codes become responses here and nowhere else, and a route that forgot to say who may enter answers 403.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { DomainError, type Refusal } from '~/domain/error';
import { hasEntered, logOf, readerFor } from './enter.server';
import { loggedPath } from './logged-path';

const statuses: Record<Refusal, number> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  gone: 410,
  limited: 429,
};

export const statusOf = (error: DomainError): number => statuses[error.refusal];

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** A route's loader or action, made safe: see the head of this file. */
export function guarded(handler: Handler): Handler {
  return async (args) => {
    try {
      const answer = await handler(args);
      if (!hasEntered(args)) {
        logOf(args.context)?.error(
          { path: loggedPath(new URL(args.request.url).pathname) },
          'a route did not say who may enter',
        );
        throw data({ code: 'forbidden' }, { status: 403 });
      }
      return answer;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const headers = error.details.retryAfter
        ? { 'Retry-After': String(error.details.retryAfter) }
        : undefined;
      throw data({ code: error.code }, { status: statusOf(error), headers });
    }
  };
}

/**
 * A loader without a page, such as a download's: what it refuses is said to a person in a sentence, where Remix would answer any
 * refusal of such a route with JSON that speaks of a server error.
 */
function speaking(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      const status = refusedWith(error);
      if (status === null) throw error;
      const { m, locale } = await readerFor(args.context, args.request);
      const { forbidden, forbiddenLead, notFound, notFoundLead, refused } = m.common.page;
      const said =
        status === 403
          ? `${forbidden}. ${forbiddenLead}`
          : status === 404
            ? `${notFound}. ${notFoundLead}`
            : refused;
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Language': locale };
      return new Response(said, { status, headers });
    }
  };
}

/** The status of a refusal thrown as data; null for anything else. */
function refusedWith(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('init' in error) || !('data' in error)) return null;
  const status = (error.init as ResponseInit | null)?.status ?? 500;
  return status >= 400 && status < 500 ? status : null;
}

/** The build with every loader and action guarded. */
export function guardBuild(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action } = route.module;
      const guard = (handler: unknown) =>
        route.module.default ? guarded(handler as Handler) : speaking(guarded(handler as Handler));
      const module = {
        ...route.module,
        ...(loader ? { loader: guard(loader) } : {}),
        ...(action ? { action: guard(action) } : {}),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes: routes as ServerBuild['routes'] };
}
