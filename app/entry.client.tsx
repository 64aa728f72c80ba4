// Brings the server's page to life in the browser, with the reader's catalogue only.
import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { isLocale } from './i18n/locales';
import { loadMessages } from './i18n/messages';
import { CatalogueProvider } from './ui/layout/catalogue';

const { lang, dataset } = document.documentElement;
const locale = isLocale(lang) ? lang : 'en';
const messages = await loadMessages(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <CatalogueProvider locale={locale} timeZone={dataset.timeZone ?? 'UTC'} messages={messages}>
        <RemixBrowser />
      </CatalogueProvider>
    </StrictMode>,
  );
});
