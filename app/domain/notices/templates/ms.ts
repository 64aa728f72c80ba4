import type { Letters } from './letter';

export const ms: Letters = {
  invitation: ({ park, path }) => ({
    subject: `Anda dijemput menyertai ${park} di Parkbridge`,
    before: [
      'Salam sejahtera,',
      `${park} menjemput anda ke Parkbridge, tempat kakitangan taman sains rakan saling belajar melalui kursus ringkas tentang inkubasi, pembinaan ekosistem dan pengkomersialan penyelidikan dalam bahasa Inggeris, Melayu dan Cina.`,
    ],
    action: { label: 'Sertai Parkbridge', path },
    after: [
      'Pautan ini boleh digunakan sekali sahaja dalam tempoh 14 hari. Jika telah tamat, minta pautan baharu daripada orang yang menjemput anda.',
      'Jika anda tidak menjangkakan e-mel ini, anda tidak perlu berbuat apa-apa.',
    ],
  }),
  'confirm-sign-up': ({ path }) => ({
    subject: 'Sahkan alamat anda untuk menyertai Parkbridge',
    before: [
      'Salam sejahtera,',
      'Seseorang, kemungkinan besar anda, telah memohon untuk mendaftar akaun Parkbridge dengan alamat ini. Sila sahkan untuk meneruskan.',
    ],
    action: { label: 'Sahkan dan teruskan', path },
    after: [
      'Pautan ini boleh digunakan sekali sahaja dalam tempoh 24 jam.',
      'Jika bukan anda yang memohon, anda tidak perlu berbuat apa-apa: tiada akaun akan dibuka.',
    ],
  }),
  'already-registered': () => ({
    subject: 'Anda sudah mempunyai akaun Parkbridge',
    before: [
      'Salam sejahtera,',
      'Seseorang, kemungkinan besar anda, telah memohon untuk mendaftar akaun Parkbridge dengan alamat ini. Alamat ini sudah mempunyai akaun, jadi anda hanya perlu log masuk.',
    ],
    action: { label: 'Log masuk', path: '/sign-in' },
    after: [
      'Jika anda terlupa kata laluan, pilih “Terlupa kata laluan?” pada halaman tersebut.',
      'Jika bukan anda yang memohon, anda tidak perlu berbuat apa-apa.',
    ],
  }),
  'reset-password': ({ path }) => ({
    subject: 'Tetapkan kata laluan baharu Parkbridge',
    before: [
      'Salam sejahtera,',
      'Seseorang, kemungkinan besar anda, telah meminta kata laluan baharu untuk alamat ini.',
    ],
    action: { label: 'Tetapkan kata laluan baharu', path },
    after: [
      'Pautan ini boleh digunakan sekali sahaja dalam tempoh satu jam. Selepas kata laluan baharu ditetapkan, anda akan dilog keluar daripada semua peranti.',
      'Jika bukan anda yang meminta, anda tidak perlu berbuat apa-apa: kata laluan anda kekal.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Kata laluan Parkbridge anda telah ditukar',
    before: [
      'Salam sejahtera,',
      'Kata laluan akaun Parkbridge anda baru sahaja ditukar, dan peranti anda yang lain telah dilog keluar.',
    ],
    action: { label: 'Bukan saya: tetapkan kata laluan baharu', path: '/reset' },
    after: [
      'Jika anda yang menukarnya, anda tidak perlu berbuat apa-apa. Jika tidak, tetapkan kata laluan baharu dengan segera dan maklumkan kepada pentadbir taman anda.',
    ],
  }),
  'record-issued': ({ course, name, path }) => ({
    subject: `Rekod tamat kursus anda: ${course}`,
    before: [
      `Tahniah, ${name}!`,
      `Anda telah menamatkan “${course}”. Rekod tamat kursus anda sudah sedia: rekod yang ditandatangani secara digital dan boleh disemak oleh sesiapa sahaja apabila anda memilih untuk menunjukkannya.`,
    ],
    action: { label: 'Buka rekod anda', path },
    after: ['Simpan pautan ini: inilah alamat tetap rekod anda.'],
  }),
  'record-corrected': ({ course, name, path }) => ({
    subject: `Rekod tamat kursus yang dibetulkan: ${course}`,
    before: [
      `Salam sejahtera, ${name}.`,
      `Nama pada rekod tamat kursus anda bagi “${course}” telah dibetulkan. Rekod baharu telah dikeluarkan; rekod yang lama tidak sah lagi dan halamannya membawa kepada rekod baharu.`,
    ],
    action: { label: 'Buka rekod anda', path },
    after: ['Sila gunakan pautan ini mulai sekarang.'],
  }),
  'record-renewed': ({ course, name, path }) => ({
    subject: `Rekod tamat kursus anda telah diperbaharui: ${course}`,
    before: [`Salam sejahtera, ${name}.`, `Rekod tamat kursus anda bagi “${course}” telah diperbaharui.`],
    action: { label: 'Buka rekod anda', path },
    after: ['Halaman rekod yang lama membawa kepada rekod ini.'],
  }),
  'record-revoked': ({ course, name, path }) => ({
    subject: `Rekod tamat kursus anda telah dibatalkan: ${course}`,
    before: [
      `Salam sejahtera, ${name}.`,
      `Pentadbir telah membatalkan rekod tamat kursus anda bagi “${course}”. Sebabnya dinyatakan pada halaman rekod apabila anda log masuk.`,
    ],
    action: { label: 'Buka rekod anda', path },
    after: ['Jika anda berpendapat ini satu kesilapan, sila hubungi pentadbir taman anda.'],
  }),
  'record-reinstated': ({ course, name, path }) => ({
    subject: `Rekod tamat kursus anda sah semula: ${course}`,
    before: [
      `Salam sejahtera, ${name}.`,
      `Pembatalan rekod tamat kursus anda bagi “${course}” telah ditarik balik. Rekod itu sah seperti sebelumnya.`,
    ],
    action: { label: 'Buka rekod anda', path },
    after: ['Anda tidak perlu berbuat apa-apa.'],
  }),
  'record-expiring': ({ course, date, name, path }) => ({
    subject: `Rekod tamat kursus anda tamat tempoh pada ${date}: ${course}`,
    before: [
      `Salam sejahtera, ${name}.`,
      `Rekod tamat kursus anda bagi “${course}” sah hingga ${date}. Anda boleh memperbaharuinya sekarang: anda hanya perlu mengulang pelajaran yang telah berubah dengan ketara sejak anda menyelesaikannya.`,
    ],
    action: { label: 'Perbaharui rekod anda', path },
    after: ['Rekod yang tamat tempoh tetap tulen, dan halamannya menyatakan bahawa tempohnya telah tamat.'],
  }),
};
