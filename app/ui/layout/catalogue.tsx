// Holds the catalogue the page started with, and fetches another when a navigation changes the language.
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Locale } from '~/i18n/locales';
import { loadMessages, type Messages } from '~/i18n/messages';
import { I18nProvider } from '~/i18n/react';

type Loaded = { locale: Locale; timeZone: string; messages: Messages };

const Context = createContext<{ loaded: Loaded; ask(locale: Locale, timeZone: string): void } | undefined>(
  undefined,
);

export function CatalogueProvider({ children, ...first }: Loaded & { children: ReactNode }) {
  const [loaded, setLoaded] = useState<Loaded>(first);
  const ask = (locale: Locale, timeZone: string) => {
    if (locale === loaded.locale && timeZone === loaded.timeZone) return;
    void loadMessages(locale).then((messages) => setLoaded({ locale, timeZone, messages }));
  };
  return (
    <Context.Provider value={{ loaded, ask }}>
      <I18nProvider locale={loaded.locale} timeZone={loaded.timeZone} messages={loaded.messages}>
        {children}
      </I18nProvider>
    </Context.Provider>
  );
}

/** Follows the language the server chose for this page. */
export function useCatalogueOf(locale: Locale | undefined, timeZone: string | undefined): void {
  const context = useContext(Context);
  useEffect(() => {
    if (locale && timeZone) context?.ask(locale, timeZone);
  });
}
