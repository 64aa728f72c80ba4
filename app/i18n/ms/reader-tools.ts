import type { readerTools as english } from '../en/reader-tools';
import type { Translated } from '../translated';

export const readerTools: Translated<typeof english> = {
  resume: 'Sambung di tempat anda berhenti',
  dismiss: 'Tutup',
  outline: 'Dalam halaman ini',
  footnote: (v) => `Nota kaki ${v.number}`,
  progress: 'Sudah dibaca',
  keys: {
    title: 'Papan kekunci',
    reading: 'Membaca',
    going: 'Seterusnya',
    marking: 'Tanda anda sendiri',
    next: 'Perenggan seterusnya',
    previous: 'Perenggan sebelumnya',
    outline: 'Rangka pelajaran',
    listen: 'Dengar dan jeda',
    language: 'Bahasa pelajaran',
    nextLesson: 'Pelajaran seterusnya',
    previousLesson: 'Pelajaran sebelumnya',
    search: 'Cari',
    bookmark: 'Tandai perenggan ini',
    note: 'Nota pada perenggan ini',
    sheet: 'Senarai ini',
    escape: 'Tutup apa yang terbuka',
    on: 'Kekunci satu huruf',
    onHint:
      'Matikannya jika anda menggunakan kawalan suara atau sering tertekan kekunci. Peranti ini akan mengingatinya.',
  },
  listen: {
    label: 'Mendengar',
    play: 'Main',
    pause: 'Jeda',
    previous: 'Perenggan sebelumnya',
    next: 'Perenggan seterusnya',
    speed: 'Kelajuan',
    close: 'Berhenti mendengar',
    place: (v) => `Perenggan ${v.number} daripada ${v.total}`,
    noVoice: (v) =>
      `Peranti ini tiada suara untuk ${v.language}. Suara boleh ditambah dalam tetapannya, di bahagian pertuturan atau kebolehcapaian.`,
    failed: 'Suara terhenti. Cuba lagi.',
  },
};
