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
};
