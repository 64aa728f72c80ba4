import type { log as english } from '../en/log';
import type { Translated } from '../translated';

export const log: Translated<typeof english> = {
  metaTitle: 'Log rekod',
  title: 'Log rekod',
  eyebrow: 'Bukti kelengkapan',
  lead: 'Setiap kali rekod dikeluarkan, dibatalkan, disahkan semula atau digantikan, satu baris ditambah di sini. Tiada apa-apa dalam log ini boleh dibuang atau ditarikhkan ke belakang tanpa semua orang dapat melihatnya.',
  broken:
    'Log ini tidak lagi sama seperti ketika kali terakhir ditandatangani. Tiada apa-apa lagi akan ditandatangani sehingga perkara ini dijelaskan. Pihak yang mengendalikan laman ini perlu menyiasatnya.',
  head: 'Keadaan log sekarang',
  size: 'Catatan',
  root: 'Akar pokok (SHA-256)',
  at: 'Ditandatangani',
  headFile: 'Kepala log yang ditandatangani (JSON)',
  latest: 'Catatan terkini',
  latestLead:
    'Tiada nama dan tiada alamat rekod di sini, hanya cap jari. Sesiapa yang mempunyai rekod boleh mengira cap jarinya dan mencarinya; orang lain tidak dapat mengetahui pemiliknya.',
  position: 'Nombor',
  time: 'Masa',
  event: 'Apa yang berlaku',
  credential: 'Cap jari kredensial',
  proof: 'Bukti',
  proofOf: (v) => `Bukti bagi catatan ${v.number}`,
  events: {
    issued: 'Dikeluarkan',
    revoked: 'Dibatalkan',
    reinstated: 'Disahkan semula',
    replaced: 'Digantikan',
  },
  empty: 'Belum ada rekod yang dikeluarkan.',
  how: 'Cara log ini berfungsi',
  howTree:
    'Setiap catatan ialah daun pada pokok Merkle seperti yang diterangkan dalam RFC 9162: setiap dua cincangan dicincang bersama sehingga tinggal satu, iaitu akar. Ubah, buang atau sisipkan satu catatan sahaja, dan akarnya menjadi lain.',
  howHead:
    'Pengeluar menandatangani bilangan catatan, akar dan masa. Kepala log ini ialah janji: setiap kepala yang kemudian mesti mengandungi apa yang sudah ada sebelumnya.',
  check: 'Semak sendiri',
  steps: {
    keep: 'Simpan kepala log yang ditandatangani. Tandatangannya dibuat dengan kunci pengeluar.',
    consistency:
      'Kemudian, minta bukti bahawa log ketika itu ialah permulaan log sekarang. Jika tiada bukti yang sepadan dengan kepala yang anda simpan, ada yang telah dibuang atau ditarikhkan ke belakang.',
    inclusion:
      'Bagi sesuatu rekod: SHA-256 kredensial tanpa buktinya, dalam bentuk RFC 8785, ialah cap jarinya. Minta bukti bahawa log mengandunginya, dan sejak bila.',
    all: 'Atau ambil semua catatan dan kira akarnya sendiri.',
  },
  inclusion: 'Bukti bahawa log memiliki rekod ini (JSON)',
  verifyLink: 'Atau biarkan laman ini menyemak rekod untuk anda',
  errors: {
    'log-range': 'Log tidak mempunyai catatan itu.',
    'log-broken': 'Log ini tidak lagi sama seperti ketika kali terakhir ditandatangani.',
  },
  fields: {},
};
