/// <reference types="vite/client" />

import '@remix-run/node';

declare module '@remix-run/node' {
  // Loader data is typed as single fetch sends it: dates stay dates, `data()` is unwrapped.
  interface Future {
    v3_singleFetch: true;
  }
}
