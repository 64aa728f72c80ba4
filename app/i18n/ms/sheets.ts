import type { sheets as english } from '../en/sheets';
import type { Translated } from '../translated';

export const sheets: Translated<typeof english> = {
  holderHidden: 'pemegang rekod ini',
  holderHiddenNote:
    'Pemegang memilih untuk tidak memaparkan nama. Rekod yang ditandatangani mengandungi cap jari alamat e-melnya, yang dapat digunakan oleh pemegang untuk membuktikan bahawa rekod ini miliknya.',
  validUntil: 'Sah hingga',
  evidence: 'Apa yang telah diselesaikan',
  evidenceMore: (v) => `dan ${v.number} perkara lagi, disenaraikan dalam rekod yang ditandatangani`,
  check: 'Semak rekod ini',
  checkHow:
    'Imbas kod ini atau buka alamatnya. Anda akan melihat sama ada rekod ini masih sah; sehelai kertas tidak dapat mengetahuinya.',
  attached:
    'Rekod asal yang ditandatangani (Open Badges 3.0) dilampirkan dalam fail PDF ini dan dapat disemak tanpa pengeluarnya.',
  qr: (v) => `Kod QR bagi alamat ${v.url}`,
  revoked: (v) => `Dibatalkan pada ${v.date}: rekod ini tidak lagi membuktikan apa-apa`,
  expired: (v) => `Tamat tempoh pada ${v.date}`,
  replaced: 'Digantikan dengan rekod yang lebih baharu:',
  tiles:
    'Petak bernombor mewakili aksara yang tiada dalam muka taip fail ini. Nombornya ialah kedudukan aksara itu dalam Unicode.',
  subject: (v) => `Rekod tamat kursus, dikeluarkan oleh ${v.issuer}`,
  badgeOf: (v) => `Lencana: ${v.course}. Dikeluarkan oleh ${v.issuer}.`,
  badge: 'Tamat kursus',
  transcript: 'Transkrip rekod',
  transcriptOf: (v) => `Transkrip rekod – ${v.name}`,
  transcriptLead: (v) => `${v.number} rekod tamat kursus, dikeluarkan oleh ${v.issuer}.`,
  transcriptEmpty: 'Belum ada rekod yang dikeluarkan kepada orang ini.',
  transcriptMade: (v) =>
    `Setakat ${v.date}. Sesuatu rekod mungkin telah dibatalkan atau tamat tempoh selepas itu: halamannya sendiri, melalui tajuknya, menunjukkan statusnya hari ini.`,
  transcriptAttached:
    'Rekod yang ditandatangani (Open Badges 3.0) dilampirkan dalam fail PDF ini. Sesiapa sahaja boleh menyemak keseluruhan fail di:',
  course: 'Kursus',
  state: 'Status',
  valid: 'Sah',
  stateRevoked: (v) => `Dibatalkan ${v.date}`,
  stateExpired: (v) => `Tamat tempoh ${v.date}`,
  stateReplaced: 'Digantikan',
  page: (v) => `Halaman ${v.page} daripada ${v.pages}`,
};
