// What a record says of itself on paper and in its picture, beyond the words of its page. Only the server draws these.
export const sheets = {
  holderHidden: 'the holder of this record',
  holderHiddenNote:
    'The holder has chosen not to show a name. The signed record holds a fingerprint of their e-mail address, by which they can prove that it is theirs.',
  validUntil: 'Valid until',
  evidence: 'What was done for it',
  evidenceMore: (v: { count: number; number: string }) =>
    v.count === 1
      ? 'and one more item, listed in the signed record'
      : `and ${v.number} more items, listed in the signed record`,
  check: 'Check this record',
  checkHow:
    'Scan the code or open the address. You will see whether the record still holds; a sheet of paper cannot know.',
  attached:
    'The signed record itself (Open Badges 3.0) is attached inside this PDF file, and can be checked without its issuer.',
  qr: (v: { url: string }) => `QR code of the address ${v.url}`,
  revoked: (v: { date: string }) => `Revoked on ${v.date}: this record no longer attests anything`,
  expired: (v: { date: string }) => `Expired on ${v.date}`,
  replaced: 'Replaced by a newer record:',
  tiles:
    'A numbered square stands for a character that this file’s typefaces do not have. The number is its place in Unicode.',
  subject: (v: { issuer: string }) => `Completion record, issued by ${v.issuer}`,
  badgeOf: (v: { course: string; issuer: string }) => `Badge: ${v.course}. Issued by ${v.issuer}.`,
  badge: 'Course completed',
  transcript: 'Transcript of records',
  transcriptOf: (v: { name: string }) => `Transcript of records – ${v.name}`,
  transcriptLead: (v: { count: number; number: string; issuer: string }) =>
    v.count === 1
      ? `One completion record, issued by ${v.issuer}.`
      : `${v.number} completion records, issued by ${v.issuer}.`,
  transcriptEmpty: 'No records have been issued to this person yet.',
  transcriptMade: (v: { date: string }) =>
    `As of ${v.date}. A record may have been revoked or have expired since: its own page, behind its title, says how it stands today.`,
  transcriptAttached:
    'The signed records (Open Badges 3.0) are attached inside this PDF file. Anyone can check the whole file at:',
  course: 'Course',
  state: 'State',
  valid: 'Valid',
  stateRevoked: (v: { date: string }) => `Revoked ${v.date}`,
  stateExpired: (v: { date: string }) => `Expired ${v.date}`,
  stateReplaced: 'Replaced',
  page: (v: { page: string; pages: string }) => `Page ${v.page} of ${v.pages}`,
};
