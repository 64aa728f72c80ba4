import { useI18n } from '~/i18n/react';
import { FormPage } from './form-page';
import { WayOn } from './way-on';

/** The one answer to everyone who asked for a link by mail, whatever the address. */
export function MailSentPage({ purpose }: { purpose: 'sign-up' | 'reset' }) {
  const { m } = useI18n();
  const { signUp, forgot } = m.identity;
  const [title, lead, again] =
    purpose === 'sign-up'
      ? [signUp.sentTitle, signUp.sentLead, '/sign-up']
      : [forgot.sentTitle, forgot.sentLead, '/reset'];
  return (
    <FormPage title={title} lead={lead} after={<WayOn to="/sign-in">{forgot.back}</WayOn>}>
      <p className="text-muted">{signUp.sentHelp}</p>
      <WayOn to={again}>{signUp.again}</WayOn>
    </FormPage>
  );
}
