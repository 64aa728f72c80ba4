// Where a document is given to be verified. A plain form: a file can be dropped on its field, and all checking is the server's.
import { limits, type Problem } from '~/domain/records/verify/schema';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Notice } from '../primitives/notice';
import { Page } from '../primitives/page';
import { QrTools } from './qr-tools';

export type Typed = { text: string; holder: string; fetch: boolean };

/** `problem`: why what was given could not be looked at; `typed`: what was, to be mended. */
export function VerifyPage({
  problem,
  typed,
}: {
  problem?: { code: Problem; about: string | null };
  typed?: Typed;
}) {
  const { m } = useI18n();
  const words = m.verify;
  return (
    <Page title={words.title} lead={words.lead}>
      {problem && (
        <Notice tone="danger" title={words.failedTitle}>
          <p>{words.problems[problem.code]}</p>
          {problem.about && <p className="mt-1 text-sm break-all text-muted">{problem.about}</p>}
        </Notice>
      )}
      <VerifyForm typed={typed} />
    </Page>
  );
}

const control =
  'block w-full rounded-card border border-control bg-surface px-3.5 py-2.5 text-ink placeholder:text-muted';

function VerifyForm({ typed }: { typed: Typed | undefined }) {
  const { m } = useI18n();
  const words = m.verify;
  return (
    // Sent as a whole page: what comes back is the outcome, with a script or without.
    <form method="post" action="/verify" encType="multipart/form-data" id="verify" className="space-y-7">
      <div>
        <label htmlFor="file" className="mb-1.5 block font-medium">
          {words.file}
        </label>
        <p id="file-hint" className="mb-2 text-sm text-muted">
          {words.fileHint}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".json,.jsonld,.jwt,.txt,.pdf,.svg,.png,.jpg,.jpeg,image/*,application/json,application/pdf"
          aria-describedby="file-hint"
          className="block w-full cursor-pointer rounded-card border-2 border-dashed border-control bg-surface px-5 py-9 text-muted file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-card file:border file:border-solid file:border-control file:bg-raised file:px-4 file:font-semibold file:text-ink hover:border-accent"
        />
        <QrTools maxBytes={limits.file} />
      </div>
      <div>
        <label htmlFor="text" className="mb-1.5 block font-medium">
          {words.text}
        </label>
        <p id="text-hint" className="mb-2 text-sm text-muted">
          {words.textHint}
        </p>
        <textarea
          id="text"
          name="text"
          rows={4}
          spellCheck={false}
          autoCapitalize="none"
          defaultValue={typed?.text}
          aria-describedby="text-hint"
          className={`${control} font-mono text-sm`}
        />
      </div>
      <div>
        <label htmlFor="holder" className="mb-1.5 block font-medium">
          {words.holder}
          <span className="ml-2 font-normal text-muted">({m.common.form.optional})</span>
        </label>
        <p id="holder-hint" className="mb-2 text-sm text-muted">
          {words.holderHint}
        </p>
        <input
          id="holder"
          name="holder"
          type="text"
          maxLength={limits.holder}
          autoComplete="off"
          defaultValue={typed?.holder}
          aria-describedby="holder-hint"
          className={control}
        />
      </div>
      <label htmlFor="fetch" className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          id="fetch"
          name="fetch"
          type="checkbox"
          defaultChecked={typed?.fetch ?? false}
          aria-describedby="fetch-hint"
          className="mt-[0.2em] size-5 shrink-0"
        />
        <span>
          <span className="font-medium">{words.ask}</span>
          <span id="fetch-hint" className="mt-0.5 block text-sm text-muted">
            {words.askHint}
          </span>
        </span>
      </label>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{words.submit}</Button>
        <p className="text-sm text-muted">{words.privacy}</p>
      </div>
    </form>
  );
}
