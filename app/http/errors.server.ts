// Error codes become responses here and nowhere else, and a route that forgot to say who may enter answers 403.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node';
import { DomainError, type Refusal } from '~/domain/error';
import { hasEntered, logOf } from './enter.server';
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

/** The build with every loader and action guarded. */
export function guardBuild(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { loader, action } = route.module;
      const module = {
        ...route.module,
        ...(loader ? { loader: guarded(loader as Handler) } : {}),
        ...(action ? { action: guarded(action as Handler) } : {}),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes: routes as ServerBuild['routes'] };
}
