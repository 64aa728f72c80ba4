// The JSON-LD context of 1EdTech's Comprehensive Learner Record 2.0, as published. Written with an indent of two spaces it is the
// published file to the byte, which a test holds it to: another letter in it would be another signature. No library ships it.

export const clrContext = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

const vocabulary = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const aliases = { id: '@id', type: '@type' };

export const clrContextDocument = {
  '@context': {
    ...aliases,
    ClrCredential: {
      '@id': `${vocabulary}ClrCredential`,
      '@context': { ...aliases, partial: { '@id': `${vocabulary}partial`, '@type': 'xsd:boolean' } },
    },
    ClrSubject: {
      '@id': `${vocabulary}ClrSubject`,
      '@context': {
        ...aliases,
        cred: 'https://www.w3.org/2018/credentials#',
        obi: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
        achievement: {
          '@id': `${vocabulary}achievement`,
          '@type': 'obi:Achievement',
          '@container': '@set',
        },
        association: {
          '@id': `${vocabulary}association`,
          '@type': `${vocabulary}Association`,
          '@container': '@set',
        },
        verifiableCredential: {
          '@id': `${vocabulary}verifiableCredential`,
          '@type': 'cred:verifiableCredential',
          '@container': '@set',
        },
        identifier: {
          '@id': `${vocabulary}identifier-1`,
          '@type': 'obi:Identifier',
          '@container': '@set',
        },
      },
    },
    Association: {
      '@id': `${vocabulary}Association`,
      '@context': {
        associationType: { '@id': `${vocabulary}AssociationType` },
        sourceId: { '@id': `${vocabulary}sourceId`, '@type': 'xsd:anyURI' },
        targetId: { '@id': `${vocabulary}targetId`, '@type': 'xsd:anyURI' },
      },
    },
  },
};
