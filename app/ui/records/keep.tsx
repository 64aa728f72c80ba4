// What a holder does with a record: keep it as a file, give its address away, add it to a profile. Plain links all of them.
import { useEffect, useState } from 'react';
import { forms } from '~/domain/records/schema';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Icon } from '../primitives/icon';
import type { Shown } from './certificate';
import { linkedInAddress } from './linked-in';

export function Keep({ record, timeZone }: { record: Shown; timeZone: string }) {
  const { m, locale } = useI18n();
  const words = m.records.keep;
  const { facts } = record;
  const { id, address, course } = facts;
  const mail = new URLSearchParams({
    subject: words.emailSubject({ course: course.title }),
    body: words.emailBody({ course: course.title, url: address }),
  });
  const link = 'link inline-flex min-h-11 items-center font-semibold';
  return (
    <section aria-labelledby="keep" className="no-print mt-12">
      <h2 id="keep" className="text-2xl">
        {words.title}
      </h2>
      <p className="mt-2 max-w-2xl text-muted">{words.lead}</p>
      <div className="mt-6 grid gap-8 sm:grid-cols-[auto_1fr] sm:gap-10">
        <img
          src={`/records/${id}.svg?lng=${locale}`}
          width="176"
          height="176"
          alt=""
          loading="lazy"
          className="h-44 w-44 rounded-[18px]"
        />
        <ul className="grid content-start divide-y divide-line border-y border-line sm:grid-cols-2 sm:gap-x-8">
          {[...forms, 'json' as const, 'jwt' as const].map((form) => (
            <li key={form} className="py-2">
              <a
                href={
                  form === 'json' || form === 'jwt'
                    ? `/records/${id}.${form}`
                    : `/records/${id}.${form}?lng=${locale}`
                }
                download={`${id}.${form}`}
                className={link}
              >
                {words.forms[form]}
              </a>
              <p className="text-sm text-muted">{words.detail[form]}</p>
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-8">
        <Address url={address} />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-8">
        <li>
          <a href={`mailto:?${mail.toString().replaceAll('+', '%20')}`} className={link}>
            {words.email}
          </a>
        </li>
        <li>
          <a href={linkedInAddress(facts, timeZone)} rel="noopener noreferrer" className={link}>
            {words.linkedIn}
          </a>
        </li>
      </ul>
      <p className="max-w-2xl text-sm text-muted">{words.linkedInNote}</p>
    </section>
  );
}

/** The address to copy: by hand, or with the button where scripts run. */
function Address({ url }: { url: string }) {
  const { m } = useI18n();
  const words = m.records.keep;
  const [copied, setCopied] = useState(false);
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div>
      <p className="text-sm text-muted">{words.address}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
        <code className="min-w-0 font-mono text-sm break-all select-all">{url}</code>
        {scripts && (
          <Button type="button" tone="quiet" onClick={() => void copy()}>
            {copied && <Icon name="check" />}
            <span aria-live="polite">{copied ? words.copied : words.copy}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
