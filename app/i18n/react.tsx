// The reader's language for components: `const { m, format } = useI18n()`.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Format, formatFor } from './format';
import type { Locale } from './locales';
import type { Messages } from './messages';

type I18n = { locale: Locale; m: Messages; format: Format };

const Context = createContext<I18n | undefined>(undefined);

export function I18nProvider(props: {
  locale: Locale;
  messages: Messages;
  timeZone: string;
  children: ReactNode;
}) {
  const { locale, messages, timeZone, children } = props;
  const value = useMemo(
    () => ({ locale, m: messages, format: formatFor(locale, timeZone) }),
    [locale, messages, timeZone],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error('useI18n outside I18nProvider');
  return value;
}
