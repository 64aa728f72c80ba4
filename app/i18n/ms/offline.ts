import type { offline as english } from '../en/offline';
import type { Translated } from '../translated';

export const offline: Translated<typeof english> = {
  title: 'Luar talian',
  lead: 'Apa-apa yang anda simpan pada peranti ini boleh dibaca tanpa sambungan.',
  noConnection: 'Tiada sambungan.',
  notHere:
    'Halaman yang anda mahu tidak disimpan pada peranti ini. Halaman itu akan dibuka sebaik sahaja ada sambungan semula.',
  signOutLater:
    'Anda belum log keluar kerana hal itu memerlukan sambungan. Kursus yang disimpan pada peranti ini telah dibuang. Log keluar sekali lagi apabila anda kembali dalam talian.',
  again: 'Cuba lagi',
  kept: 'Kursus pada peranti ini',
  noneTitle: 'Tiada kursus pada peranti ini',
  none: 'Semasa ada sambungan, buka kursus yang anda ikuti dan pilih “Simpan pada peranti ini”.',
  keptAsOf: (v) => `Setakat ${v.date} · ${v.size}`,
  keep: 'Simpan pada peranti ini',
  keepHint: 'Baca tanpa sambungan. Apa-apa yang anda selesaikan dan catat akan dihantar kemudian.',
  keeping: (v) => `Sedang menyimpan: ${v.done} daripada ${v.total} · ${v.size}`,
  isKept: 'Disimpan pada peranti ini',
  remove: 'Buang',
  removeFrom: (v) => `Buang “${v.course}” daripada peranti ini`,
  failures: {
    full: 'Ruang pada peranti ini tidak mencukupi. Kosongkan sedikit ruang, atau buang kursus lain, kemudian cuba lagi.',
    network: 'Sambungan terputus sebelum semuanya sampai. Tiada apa-apa yang hilang; cuba lagi.',
    gone: 'Kursus ini tidak dapat disimpan: pendaftaran kursus anda sudah tiada, atau anda sudah log keluar.',
  },
  offline: 'Anda berada di luar talian.',
  keptPage: (v) => `Halaman ini ialah versi yang disimpan pada ${v.date}.`,
  waits: (v) => `${v.count} perkara menunggu untuk dihantar.`,
  sending: (v) => `Sedang menghantar ${v.count} perkara…`,
  allSent: 'Semuanya telah dihantar.',
  refused: (v) => `${v.count} perkara memerlukan perhatian anda.`,
  signInToSend: (v) => `${v.count} perkara pada peranti ini menunggu untuk dihantar.`,
  foreign:
    'Ada sesuatu yang ditulis pada peranti ini dan belum dihantar. Perkara itu menunggu sehingga penulisnya log masuk semula di sini.',
  signIn: 'Log masuk untuk menghantar',
  online: 'Anda kembali dalam talian. Halaman ini ialah versi yang disimpan pada peranti.',
  reload: 'Paparkan halaman terkini',
  show: 'Paparkan',
  hide: 'Sembunyikan',
  list: 'Ditulis pada peranti ini',
  kinds: {
    completion: 'Pelajaran selesai',
    reflection: 'Jawapan anda',
    annotation: 'Nota',
    removal: 'Nota dipadamkan',
  },
  states: {
    waiting: 'Menunggu untuk dihantar',
    refused: 'Tidak dapat dihantar',
    merged: 'Telah dihantar; kedua-dua teks disimpan',
  },
  merged:
    'Anda juga telah mengubahnya pada peranti lain. Kedua-dua teks disimpan, satu selepas yang lain; anda boleh mengemaskannya dalam pelajaran.',
  nowReads: 'Kini tertulis:',
  yourText: 'Yang anda tulis:',
  openLesson: 'Buka pelajaran',
  tryAgain: 'Hantar semula',
  discard: 'Keluarkan daripada senarai',
  understood: 'Faham',
  reasons: {
    'lesson-changed':
      'Pelajaran ini telah banyak berubah sejak anda membacanya di sini. Baca versi baharu dan selesaikannya sekali lagi.',
    'not-enrolled': 'Anda tidak lagi mengikuti kursus ini.',
    'not-found': 'Pelajaran ini bukan lagi sebahagian daripada kursus.',
    'text-unknown':
      'Teks ini bukan lagi sebahagian daripada pelajaran. Buka pelajaran untuk melihat kandungannya sekarang.',
    'reflection-unknown':
      'Soalan yang anda jawab sudah tiada dalam pelajaran. Salin jawapan anda jika anda mahu menyimpannya.',
    'quiz-not-passed': 'Kuiz hanya selesai apabila anda lulus.',
    'note-too-long': 'Nota ini melebihi had panjang nota. Salin dan pendekkannya.',
    'note-moved-on':
      'Anda telah mengubahnya pada peranti lain, dan kedua-dua teks jika digabungkan terlalu panjang. Salin teks anda dan masukkannya sendiri.',
    'annotations-full':
      'Bilangan nota pada pelajaran ini telah mencapai had. Padamkan satu, kemudian hantar semula.',
    'note-changed':
      'Anda telah menulis pada nota ini melalui peranti lain selepas itu, maka nota ini tidak dipadamkan.',
  },
  reasonElse: 'Pelayan tidak menerimanya. Buka pelajaran dan semak sama ada perkara itu ada di sana.',
  completeWaits: 'Selesai. Hal ini akan dihantar apabila anda kembali dalam talian.',
  willBeSent: 'akan dihantar',
  quizTitle: 'Kuiz memerlukan rangkaian',
  quiz: 'Kuiz disemak pada pelayan, maka tidak boleh dijawab di luar talian. Jawapan anda setakat ini kekal pada halaman ini.',
  errors: {},
  fields: {},
};
