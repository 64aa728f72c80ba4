// The parts that the tests use of libraries that come without types.

declare module '@digitalcredentials/vc' {
  type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
  export const defaultDocumentLoader: Loader;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: Loader;
    now?: Date;
    checkStatus?(): Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: Error; log?: { id: string; valid: boolean }[] }>;
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object });
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalcredentials/ed25519-multikey' {
  export function from(key: object): Promise<{
    verifier(): { verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> };
  }>;
}
