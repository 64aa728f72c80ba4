// What a reader sees instead of the page they asked for: what happened, in their language, and a way on.
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Drawing } from '../primitives/drawing';
import { Page } from '../primitives/page';

export function ErrorPage() {
  const { m } = useI18n();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const code = isRouteErrorResponse(error) ? (error.data as { code?: string } | null)?.code : undefined;
  const sentences: Record<string, string> = m.errors;
  const said = code === undefined ? undefined : sentences[code];
  const page = m.common.page;
  const [title, lead] =
    status === 404
      ? [page.notFound, page.notFoundLead]
      : status === 403
        ? [page.forbidden, page.forbiddenLead]
        : status === 410
          ? [page.gone, said]
          : status === 429
            ? [page.tooMany, said]
            : status < 500
              ? [page.refused, said ?? page.notFoundLead]
              : [page.failed, page.failedLead];
  return (
    <Page title={title} lead={lead} eyebrow={status}>
      <Drawing name="broken" className="mb-8 h-auto w-48" />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/courses">{page.courses}</ButtonLink>
        <ButtonLink to="/" tone="quiet">
          {page.home}
        </ButtonLink>
      </div>
    </Page>
  );
}
