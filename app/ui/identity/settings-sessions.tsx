import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Badge } from '../primitives/notice';
import { deviceOf } from './device';
import type { SessionLine } from './settings-data';

const action = '/my/settings/sessions';

export function SessionList({ sessions }: { sessions: SessionLine[] }) {
  const { m, format } = useI18n();
  const text = m.identity.settings;
  return (
    <>
      <p className="mb-4 text-muted">{text.sessionsLead}</p>
      <ul className="mb-6 divide-y divide-line border-y border-line">
        {sessions.map(({ idHash, userAgent, createdAt, current }) => {
          const known = deviceOf(userAgent);
          const device = known ? text.device(known) : text.unknownDevice;
          const date = format.dateTime(createdAt);
          return (
            <li key={idHash} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  {current && <Badge tone="accent">{text.current}</Badge>}
                </p>
                <p className="text-sm text-muted">{text.since({ date })}</p>
              </div>
              <Form method="post" action={action}>
                <Button
                  tone="quiet"
                  name="session"
                  value={idHash}
                  aria-label={text.endThis({ device, date })}
                >
                  {text.end}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
      <Form method="post" action={action}>
        <Button tone="danger" name="session" value="all">
          {text.endAll}
        </Button>
      </Form>
    </>
  );
}
