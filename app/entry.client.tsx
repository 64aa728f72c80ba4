// Brings the server's page to life in the browser, with the reader's catalogue only.
import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { isLocale } from './i18n/locales';
import { loadMessages } from './i18n/messages';
import { broughtFirst } from './ui/layout/before-life';
import { CatalogueProvider } from './ui/layout/catalogue';

const { lang, dataset } = document.documentElement;
const locale = isLocale(lang) ? lang : 'en';
const [messages] = await Promise.all([loadMessages(locale), broughtFirst()]);
await decodePage();

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

/**
 * Remix decodes the page's data in its first render, which throws a promise until that is done. A key pressed meanwhile makes React 18
 * finish at once what cannot be finished, and give up the page (error 345). So the decoding is begun, and waited for, before.
 */
async function decodePage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (decoding) {
    await decoding;
  }
}
