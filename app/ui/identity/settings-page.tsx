import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';
import { SchemeForm } from '../layout/scheme-form';
import { Notice } from '../primitives/notice';
import { Page } from '../primitives/page';
import type { Section, SettingsData } from './settings-data';
import { PasswordForm } from './settings-password';
import { ProfileForm } from './settings-profile';
import { SessionList } from './settings-sessions';
import { SharingForm } from './settings-sharing';

/** `saved`: the section just saved. `refused`: the section whose form came back, and with what. */
export function SettingsPage(props: {
  settings: SettingsData;
  saved?: Section | null;
  refused?: { section: Section; result: SubmissionResult<string[]> | undefined };
}) {
  const { settings, saved, refused } = props;
  const { m, locale } = useI18n();
  const text = m.identity.settings;
  const kept = (section: Section) => (settings.kept?.section === section ? settings.kept.fields : null);
  const resultOf = (section: Section) => (refused?.section === section ? refused.result : undefined);
  return (
    <Page
      title={text.title}
      lead={text.lead({ email: settings.email, park: settings.park[locale] })}
      width="wide"
    >
      {saved && <Notice tone="positive">{text.saved[saved]}</Notice>}
      <div className="border-b border-line">
        <Part id="profile" title={text.profile}>
          <ProfileForm settings={settings} kept={kept('profile')} lastResult={resultOf('profile')} />
        </Part>
        <Part id="scheme" title={m.common.scheme.label} lead={m.common.scheme.lead}>
          <SchemeForm scheme={settings.scheme} look="page" />
        </Part>
        <Part id="sharing" title={m.identity.sharing.title}>
          <SharingForm sharedAt={settings.sharedAt} kept={kept('sharing')} lastResult={resultOf('sharing')} />
        </Part>
        <Part id="password" title={text.password}>
          <PasswordForm email={settings.email} lastResult={resultOf('password')} />
        </Part>
        <Part id="sessions" title={text.sessions}>
          <SessionList sessions={settings.sessions} />
        </Part>
      </div>
    </Page>
  );
}

/** What it is about at the side, what there is to do beside it. */
function Part(props: { id: string; title: string; lead?: string; children: ReactNode }) {
  const { id, title, lead, children } = props;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 gap-x-12 gap-y-6 border-t border-line py-10 lg:grid-cols-[16rem_minmax(0,1fr)] xl:gap-x-20"
    >
      <div>
        <h2 id={`${id}-title`} className="text-2xl">
          {title}
        </h2>
        {lead && <p className="mt-2 text-sm text-muted">{lead}</p>}
      </div>
      <div className="max-w-2xl">{children}</div>
    </section>
  );
}
