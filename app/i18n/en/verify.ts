// Verifying a document: the page, and what it finds out. The terminal says the same sentences, in English.
type V = { about: string; date: string; time: string };

export const verify = {
  metaTitle: 'Verify a record',
  metaTitleDone: 'Outcome of the check',
  title: 'Verify a record',
  lead: 'Find out whether a completion record or another Open Badge is genuine: who issued it, whether it is unaltered, and whether it still stands.',
  file: 'The document',
  fileHint: 'JSON, JWT, PDF, SVG or PNG, or a photo that shows its QR code. Up to 2 MB.',
  drop: 'Or drop it here',
  chosen: (v: { name: string }) => `Chosen: ${v.name}`,
  text: 'Or paste its text or address',
  textHint: 'A credential in JSON, a JWT, or the address of a record.',
  camera: 'Scan a QR code',
  cameraOn: 'Hold the QR code in front of the camera.',
  cameraOff: 'Stop the camera',
  cameraNone: 'The camera cannot be used. Allow it in your browser, or upload a photo of the QR code.',
  holder: 'Whom should it be about?',
  holderHint:
    'Many records name their holder only as a code. If you know the holder’s name or e-mail address, type it: it is compared with the code, and not kept.',
  ask: 'Also ask the issuer’s server',
  askHint:
    'For documents of other issuers: fetches the issuer’s key and its list of revoked documents. The other server then sees that someone verifies a document. For records of this site it is not needed.',
  submit: 'Verify',
  another: 'Verify another document',
  privacy: 'What you give is looked at once and not kept.',
  verdicts: {
    valid: 'Genuine and valid',
    partly: 'Not everything could be checked',
    failed: 'Do not rely on this document',
  },
  verdictLeads: {
    valid: 'It was issued by whom it names, nothing in it has been changed, and it has not been taken back.',
    partly: 'Nothing speaks against it so far, but what is marked below remains open.',
    failed: 'At least one check did not come out as it should.',
  },
  bundleLead: (v: { count: string }) =>
    `The document holds ${v.count} credentials. Each was checked by itself.`,
  bundleLeft: (v: { count: string }) => `There are ${v.count} more that were not looked at.`,
  sources: {
    json: 'JSON document',
    jwt: 'JWT',
    pdf: 'PDF with an attached credential',
    svg: 'SVG picture with a credential inside',
    png: 'PNG picture with a credential inside',
    qr: 'Picture with a QR code',
    address: 'Address of a record',
  },
  facts: {
    what: 'Given as',
    issuer: 'Issuer',
    holder: 'Holder',
    achievement: 'For',
    edition: 'Edition',
    issued: 'Issued',
    validUntil: 'Valid until',
    holderHashed: 'Named only as a code',
    holderUnnamed: 'Not named',
    holderMatches: 'What you typed is the holder.',
    holderDiffers: 'What you typed is not the holder’s name or e-mail address as it stands in this document.',
    holderIncomparable: 'There is nothing in it to compare with what you typed.',
    claimed: 'What it says of itself',
    claimedLead: 'This has not been confirmed: see below.',
    withheld: 'Because it was altered, or signed by somebody else, what it says is not shown.',
    hidden: 'Its holder does not show what it says.',
    page: 'Open the record’s page',
    compare: 'Compare',
  },
  checks: 'What was checked',
  outcomes: { holds: 'In order', fails: 'Not in order', open: 'Could not be checked', note: 'Note' },
  asked: (v: { hosts: string }) => `Asked for this: ${v.hosts}`,
  askedNobody: 'No other server was asked.',
  checkedAt: (v: { time: string }) => `Checked ${v.time}`,
  failedTitle: 'This could not be verified',
  problems: {
    empty: 'Choose a file, or paste a text or an address.',
    'too-large':
      'That is too large: at most 2 MB for a file, 500 kB for a text, 6 million pixels for a picture.',
    'too-deep': 'It is nested too deeply, or has too many parts, for a credential. It was not looked at.',
    unreadable: 'It is damaged, or not what its beginning says it is.',
    'no-credential':
      'The file can be read, but holds no credential. A scan or print has none: its QR code leads to the record.',
    'no-qr':
      'The picture holds no credential, and no QR code was found in it. Try a sharper or closer photo.',
    older:
      'This is an Open Badge of version 1 or 2. Those are verified at their issuer’s server and by other means; this site does not verify them.',
    compressed:
      'The credential is stored in the picture in a way that the standard forbids. It was not looked at.',
    locked: 'The PDF is protected by a password. Save it without one, and try again.',
    'not-a-credential': 'This is neither a credential nor an address of one.',
    'address-elsewhere':
      'This address leads to another site. To have it fetched, tick “Also ask the issuer’s server”.',
    'address-wrong': 'This is not an address that can be followed.',
    'address-empty': 'What is at this address is no credential.',
    'no-record': 'There is no record at this address.',
    'fetch-failed':
      'The other server could not be asked: it is not a public https address, or it did not answer as it should.',
  },
  findings: {
    'proof-holds': {
      title: 'The signature is right',
      detail: (v: V) => `Nothing has been changed since it was signed (${v.about}).`,
    },
    'proof-fails': {
      title: 'The signature does not fit',
      detail: (_: V) => 'It was altered after it was signed, or somebody else signed it.',
    },
    'proof-missing': {
      title: 'It is not signed',
      detail: (_: V) => 'Anybody can have written it.',
    },
    'proof-unsupported': {
      title: 'The kind of signature is not known here',
      detail: (v: V) => `This site does not check signatures of the kind ${v.about}.`,
    },
    'proof-key-unknown': {
      title: 'The issuer’s key is not at hand',
      detail: (v: V) => `The signature could not be checked without the key ${v.about}.`,
    },
    'proof-key-compromised': {
      title: 'Signed with a key that others may have had',
      detail: (v: V) =>
        `The key has vouched for nothing since ${v.date}, and the log does not show that this was issued before.`,
    },
    'proof-context-unknown': {
      title: 'It uses words of its own',
      detail: (v: V) => `What they mean is defined at ${v.about}, which this site does not vouch for.`,
    },
    'proof-held-by-log': {
      title: 'Issued before its key was compromised',
      detail: (v: V) => `The log has had it since ${v.time}, before others may have had the key.`,
    },
    'proof-embedded-key': {
      title: 'Whose key it is remains open',
      detail: (_: V) =>
        'The key stands in the document itself. It shows that nothing was changed, but not who signed.',
    },
    'issuer-ours': { title: 'Issued here', detail: (v: V) => `${v.about} signed it with its own key.` },
    'issuer-former': {
      title: 'Issued here, under a former address',
      detail: (v: V) => `It names ${v.about}, and is signed with a key of this site.`,
    },
    'issuer-web': {
      title: 'The key belongs to the issuer’s address',
      detail: (v: V) =>
        `${v.about} publishes the key that it was signed with. Whether that is who you expect is for you to judge.`,
    },
    'issuer-key-only': {
      title: 'The issuer is known only by its key',
      detail: (v: V) => `${v.about} signed it. Who that is, the document does not prove.`,
    },
    'issuer-unknown': {
      title: 'Not signed by the issuer it names',
      detail: (v: V) => `The key belongs to ${v.about}.`,
    },
    'dates-good': { title: 'It does not expire', detail: (_: V) => 'No end is set.' },
    'dates-good-until': { title: 'It is in date', detail: (v: V) => `Valid until ${v.date}.` },
    'dates-expired': { title: 'It has expired', detail: (v: V) => `It was valid until ${v.date}.` },
    'dates-not-yet': { title: 'It is not valid yet', detail: (v: V) => `It is valid from ${v.date}.` },
    'dates-unreadable': {
      title: 'Its dates cannot be read',
      detail: (_: V) => 'They are not written as the standard says.',
    },
    'status-good': { title: 'Not revoked', detail: (v: V) => `As of ${v.time}.` },
    'status-none': {
      title: 'It names no list of revoked documents',
      detail: (_: V) => 'Whether its issuer has taken it back cannot be found out from it.',
    },
    'status-not-asked': {
      title: 'Whether it was revoked was not asked',
      detail: (_: V) => 'Tick “Also ask the issuer’s server” to find out.',
    },
    'status-unreadable': {
      title: 'Whether it was revoked could not be found out',
      detail: (v: V) => `The issuer’s list could not be had, or not be trusted: ${v.about}`,
    },
    'status-unknown-type': {
      title: 'Whether it was revoked cannot be told here',
      detail: (v: V) => `This site does not know lists of the kind ${v.about}.`,
    },
    'status-revoked': {
      title: 'The issuer has revoked it',
      detail: (v: V) =>
        [v.date && `Revoked on ${v.date}.`, v.about && `The reason given: ${v.about}`]
          .filter(Boolean)
          .join(' '),
    },
    'status-suspended': {
      title: 'The issuer has suspended it',
      detail: (_: V) => 'It attests nothing until it is reinstated.',
    },
    'status-replaced': {
      title: 'A corrected record has taken its place',
      detail: (v: V) => `On ${v.date}: ${v.about}`,
    },
    'status-renewed': { title: 'It has been renewed', detail: (v: V) => `On ${v.date}: ${v.about}` },
    'record-unknown': {
      title: 'No such record is known here',
      detail: (_: V) =>
        'It is signed with a key of this site, but this site has no such record. Do not rely on it.',
    },
    'record-hidden': {
      title: 'Its holder does not show it',
      detail: (_: V) => 'The record’s page says only that it exists. It is valid all the same.',
    },
    'edition-matches': {
      title: 'What was studied is on record',
      detail: (v: V) => `The contents of the edition were hashed again: ${v.about}`,
    },
    'edition-differs': {
      title: 'What was studied is not what was signed',
      detail: (v: V) => `The edition’s contents no longer have the fingerprint ${v.about}`,
    },
    'edition-unknown': {
      title: 'What was studied is not at hand',
      detail: (v: V) =>
        `The contents of the edition with this fingerprint were not there to be hashed: ${v.about}`,
    },
    'edition-not-at-hand': {
      title: 'What was studied was not looked at',
      detail: (_: V) => 'The contents of the edition are at the issuer’s site.',
    },
    'resource-matches': { title: 'What it refers to is unaltered', detail: (v: V) => v.about },
    'resource-differs': { title: 'What it refers to has been altered', detail: (v: V) => v.about },
    'resource-not-asked': { title: 'What it refers to was not looked at', detail: (v: V) => v.about },
    'log-contains': {
      title: 'The log has it',
      detail: (v: V) => `Entry ${v.about}, since ${v.time}. The proof was worked out again.`,
    },
    'log-later': {
      title: 'Dated before the log took it in',
      detail: (v: V) =>
        `It bears the date ${v.date}. That may be right, as with records from before there was a log.`,
    },
    'log-lacks': {
      title: 'The log does not have it',
      detail: (_: V) => 'Every record that is issued here is in the log. This one is not.',
    },
    'log-broken': {
      title: 'The log could not be relied on',
      detail: (_: V) => 'It is not what it was when it was last signed. That is being looked into.',
    },
    'log-not-at-hand': {
      title: 'The log is not at hand',
      detail: (_: V) => 'Whether it is in the log was not checked.',
    },
  },
  errors: {},
  fields: {},
};
