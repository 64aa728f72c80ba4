import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';
import { Card } from '../primitives/card';
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
      width="text"
    >
      {saved && <Notice tone="positive">{text.saved[saved]}</Notice>}
      <div className="space-y-8">
        <Part id="profile" title={text.profile}>
          <ProfileForm settings={settings} kept={kept('profile')} lastResult={resultOf('profile')} />
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

function Part({ id, title, children }: { id: Section; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <Card>
        <h2 id={`${id}-title`} className="mb-4 text-2xl">
          {title}
        </h2>
        {children}
      </Card>
    </section>
  );
}
