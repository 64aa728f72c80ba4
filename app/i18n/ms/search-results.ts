import type { searchResults as source } from '../en/search-results';
import type { Translated } from '../translated';

const number = (n: number) => n.toLocaleString('ms-MY');

export const searchResults: Translated<typeof source> = {
  title: 'Carian',
  titleOf: (v) => `“${v.asked}”`,
  label: 'Cari',
  button: 'Cari',
  lead: 'Kursus, pelajaran dan istilah glosari, dalam ketiga-tiga bahasa.',
  hint: 'Hasil dalam bahasa anda didahulukan. Tanda aksen dan huruf besar tidak menjadi soal, dan satu huruf yang tersilap dimaafkan.',
  keyHint: 'Tekan / pada mana-mana halaman untuk mencari.',
  lessons: (v) => `${number(v.n)} pelajaran`,
  courses: (v) => `${number(v.n)} kursus`,
  terms: (v) => `${number(v.n)} istilah glosari`,
  found: (v) => `Ditemukan: ${v.what}.`,
  corrected: (v) => `Menunjukkan hasil untuk “${v.shown}”. Tiada apa-apa yang mengandungi “${v.asked}”.`,
  some: 'Tiada apa-apa yang mengandungi semua perkataan ini. Berikut ialah yang mengandungi sebahagiannya.',
  cut: (v) => `Hanya ${v.words} perkataan pertama dicari.`,
  groups: { courses: 'Kursus', terms: 'Glosari', lessons: 'Pelajaran' },
  lesson: (v) => `Pelajaran ${v.n}`,
  quiz: 'Kuiz',
  also: 'Juga dalam',
  usedIn: 'Digunakan dalam',
  more: (v) => `Tunjukkan ${v.n} lagi`,
  none: 'Tiada hasil',
  noneText: 'Cuba kurangkan perkataan, atau gunakan perkataan lain yang sama maksudnya.',
  noWord: 'Tiada perkataan di situ',
  noWordText: 'Sila taip sekurang-kurangnya satu perkataan atau nombor.',
  catalogue: 'Lihat semua kursus',
  signedOut: 'Tanpa log masuk, anda mencari dalam tajuk, ringkasan dan pelajaran pratonton.',
  signIn: 'Log masuk untuk mencari dalam setiap pelajaran',
  pages: 'Halaman hasil',
  page: (v) => `Halaman ${v.page} daripada ${v.pages}`,
  previous: 'Sebelumnya',
  next: 'Seterusnya',
};
