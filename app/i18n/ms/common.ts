import type { common as english } from '../en/common';
import type { Translated } from '../translated';

export const common: Translated<typeof english> = {
  name: 'Parkbridge',
  skip: 'Terus ke kandungan',
  nav: {
    label: 'Utama',
    menu: 'Menu',
    courses: 'Kursus',
    my: 'Pembelajaran saya',
    records: 'Rekod saya',
    admin: 'Pentadbiran',
    settings: 'Tetapan',
    signIn: 'Log masuk',
    signOut: 'Log keluar',
    account: (v) => `Akaun ${v.name}`,
  },
  language: { label: 'Bahasa', change: 'Tukar bahasa' },
  footer: {
    about: 'Pertukaran pengetahuan antara taman sains dan teknologi di Malaysia dan Beijing.',
    issuer: 'Siapa yang mengeluarkan rekod',
  },
  form: {
    optional: 'pilihan',
    problem: 'Sila semak semula:',
    saved: 'Disimpan.',
    choose: 'Pilih…',
    working: 'Sedang diproses…',
  },
  table: {
    sortedUp: 'menaik',
    sortedDown: 'menurun',
    next: 'Seterusnya',
    previous: 'Sebelumnya',
    empty: 'Belum ada apa-apa di sini.',
  },
  page: {
    notFound: 'Halaman ini tiada di sini',
    notFoundLead: 'Alamatnya mungkin tersilap taip, atau halaman ini telah dipindahkan.',
    forbidden: 'Anda tidak dibenarkan masuk ke sini',
    forbiddenLead:
      'Akaun anda tidak mempunyai kebenaran untuk halaman ini. Jika anda memerlukannya, hubungi pentadbir taman anda.',
    gone: 'Ini sudah tamat',
    tooMany: 'Terlalu banyak percubaan',
    refused: 'Perkara ini tidak dapat dilakukan',
    failed: 'Berlaku masalah di pihak kami',
    failedLead: 'Apa yang telah anda simpan tidak hilang. Sila cuba sebentar lagi.',
    home: 'Ke halaman utama',
    courses: 'Lihat kursus',
  },
  themes: {
    'innovation-capability': 'Keupayaan inovasi',
    'ecosystem-building': 'Pembinaan ekosistem',
    incubation: 'Inkubasi',
    'research-commercialisation': 'Pengkomersialan penyelidikan',
    'park-management': 'Pengurusan taman',
    'market-entry': 'Kemasukan pasaran',
  },
  errors: {
    forbidden: 'Akaun anda tidak mempunyai kebenaran untuk tindakan ini.',
    'not-found': 'Perkara ini tidak wujud, atau sudah tiada lagi.',
  },
  fields: {
    required: 'Sila isi ruangan ini.',
    invalid: 'Ini kelihatan tidak betul. Sila semak.',
    'too-long': 'Ini terlalu panjang.',
    'too-short': 'Ini terlalu pendek.',
  },
};
