// The nonce of this response's Content-Security-Policy; empty in the browser, which hides nonces from scripts.
import { createContext, useContext } from 'react';

const Context = createContext('');

export const NonceProvider = Context.Provider;

export const useNonce = (): string => useContext(Context);
