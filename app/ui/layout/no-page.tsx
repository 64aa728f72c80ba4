/**
 * The page of a URL that only takes forms. It is never shown: that it exists makes Remix answer a refusal with a page in the
 * reader's language, where a URL without one answers with JSON.
 */
export default function NoPage() {
  return null;
}

/** Here and not only at the root, so that the page's own loaders run and its header knows who is signed in. */
export { ErrorPage as ErrorBoundary } from './error-page';
