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
    notes: 'Nota saya',
    records: 'Rekod saya',
    admin: 'Pentadbiran',
    settings: 'Tetapan',
    signIn: 'Log masuk',
    signOut: 'Log keluar',
    account: (v) => `Akaun ${v.name}`,
  },
  loading: 'Sedang dimuatkan…',
  display: { menu: 'Bahasa dan paparan' },
  language: { label: 'Bahasa', change: 'Tukar bahasa' },
  scheme: {
    label: 'Paparan',
    system: 'Ikut peranti',
    light: 'Cerah',
    dark: 'Gelap',
    lead: 'Terpakai pada pelayar ini, di setiap halaman.',
  },
  languages: { en: 'bahasa Inggeris', ms: 'bahasa Melayu', 'zh-Hans': 'bahasa Cina' },
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
    notFound: 'Halaman tidak dijumpai',
    notFoundLead: 'Alamatnya mungkin tersilap taip, atau halaman itu telah dipindahkan.',
    forbidden: 'Anda tiada kebenaran untuk halaman ini',
    forbiddenLead:
      'Akaun anda tidak mempunyai akses kepada halaman ini. Jika anda memerlukannya, hubungi pentadbir taman anda.',
    gone: 'Tidak lagi tersedia',
    tooMany: 'Terlalu banyak percubaan',
    refused: 'Perkara ini tidak dapat dilakukan',
    failed: 'Berlaku masalah di pihak kami',
    failedLead: 'Semua yang telah anda simpan tidak hilang. Sila cuba sebentar lagi.',
    elsewhere: ({ origin }) =>
      `Borang ini tidak datang daripada halaman kami, jadi tiada apa-apa yang diubah. Alamat laman ini ialah ${origin}: sila buka di alamat itu dan cuba lagi.`,
    home: 'Ke halaman utama',
    courses: 'Lihat kursus',
  },
  themes: {
    'innovation-capability': 'Keupayaan inovasi',
    'ecosystem-building': 'Pembinaan ekosistem',
    incubation: 'Inkubasi',
    'research-commercialisation': 'Pengkomersialan penyelidikan',
    'park-management': 'Pengurusan taman',
    'market-entry': 'Kemasukan ke pasaran',
  },
  errors: {
    forbidden: 'Akaun anda tidak mempunyai kebenaran untuk tindakan ini.',
    'not-found': 'Kandungan ini tidak wujud atau sudah tiada lagi.',
  },
  fields: {
    required: 'Sila isi ruangan ini.',
    invalid: 'Maklumat ini tidak betul. Sila semak semula.',
    'too-long': 'Ini terlalu panjang.',
    'too-short': 'Ini terlalu pendek.',
  },
};
