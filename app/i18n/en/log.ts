// The log of records: the page for those who want to see that nothing was taken away or dated back.
export const log = {
  metaTitle: 'The log of records',
  title: 'The log of records',
  eyebrow: 'Proof of completeness',
  lead: 'Whenever a record is issued, revoked, reinstated or replaced, a line is added here. Nothing in the log can be removed or dated back without everyone being able to see it.',
  broken:
    'The log is not what it was when it was last signed. Nothing more is signed until this has been cleared up. Whoever runs this site has to look into it.',
  head: 'The log as it stands',
  size: 'Entries',
  root: 'Root of the tree (SHA-256)',
  at: 'Signed',
  headFile: 'The signed head (JSON)',
  latest: 'Latest entries',
  latestLead:
    'No names stand here, and no addresses of records: only fingerprints. Who has a record can work out its fingerprint and find it; nobody else can tell whose it is.',
  position: 'Number',
  time: 'Time',
  event: 'What happened',
  credential: 'Fingerprint of the credential',
  proof: 'Proof',
  proofOf: (v: { number: string }) => `Proof of entry ${v.number}`,
  events: { issued: 'Issued', revoked: 'Revoked', reinstated: 'Reinstated', replaced: 'Replaced' },
  empty: 'Nothing has been issued yet.',
  how: 'How it works',
  howTree:
    'The entries are the leaves of a Merkle tree as RFC 9162 describes it: every two hashes are hashed together until one is left, the root. Change, remove or insert a single entry, and the root is another.',
  howHead:
    'The issuer signs number of entries, root and time. Such a head is a promise: every later head has to contain what was there before.',
  check: 'Check it yourself',
  steps: {
    keep: 'Keep a signed head. Its signature is made with the issuer’s key.',
    consistency:
      'Later, ask for the proof that the log of then is the beginning of the log of now. If none fits your head, something was removed or dated back.',
    inclusion:
      'For a record: the SHA-256 of the credential without its proof, in the form of RFC 8785, is its fingerprint. Ask for the proof that the log contains it, and since when.',
    all: 'Or fetch all entries and work out the root yourself.',
  },
  inclusion: 'Proof that the log has this record (JSON)',
  verifyLink: 'Or let this site check a record for you',
  errors: {
    'log-range': 'The log has no such entries.',
    'log-broken': 'The log is not what it was when it was last signed.',
  },
  fields: {},
};
