import type { courses as english } from '../en/courses';
import type { Translated } from '../translated';

export const courses: Translated<typeof english> = {
  home: {
    metaTitle: 'Parkbridge · pertukaran pengetahuan antara taman sains',
    eyebrow: 'MRANTI dan Taman Sains Zhongguancun',
    title: 'Pengalaman satu taman, manfaat untuk kedua-duanya',
    lead: 'Di Parkbridge, kakitangan dua taman sains, di Kuala Lumpur dan di Beijing, saling belajar melalui kursus yang ditulis oleh pengamal untuk rakan yang memikul tugas yang sama.',
    browse: 'Lihat kursus',
    signIn: 'Log masuk',
    my: 'Sambung belajar',
    drawing: 'Sebuah jambatan antara dua tempat: MRANTI di Kuala Lumpur dan Zhongguancun di Beijing.',
    points: {
      exchange: {
        title: 'Daripada amalan, untuk amalan',
        text: 'Inkubasi, pembinaan ekosistem, pengkomersialan penyelidikan: kursus kami membandingkan cara kerja kedua-dua taman.',
      },
      languages: {
        title: 'Tiga bahasa, satu kursus',
        text: 'Bahasa Inggeris, bahasa Melayu dan bahasa Cina setara kedudukannya. Tukar bahasa di pertengahan pelajaran; kemajuan anda kekal.',
      },
      records: {
        title: 'Rekod yang boleh disemak sesiapa sahaja',
        text: 'Tamatkan kursus dan terima rekod yang ditandatangani secara digital. Majikan boleh menyemaknya tanpa akaun, walaupun bertahun-tahun kemudian.',
      },
    },
    courses: 'Kursus',
    all: 'Semua kursus',
    none: 'Kursus yang pertama sedang ditulis.',
  },
  catalogue: {
    title: 'Kursus',
    lead: 'Untuk semua kakitangan taman rakan. Sesiapa sahaja boleh meninjau dan membaca pelajaran pratonton.',
    filters: 'Tapis kursus',
    theme: 'Tema',
    language: 'Bahasa',
    length: 'Tempoh',
    kind: 'Mengandungi',
    any: 'Semua',
    show: 'Papar kursus',
    clear: 'Kosongkan tapisan',
    found: (v) => `${v.n.toLocaleString('ms-MY')} kursus`,
    lengths: { short: 'Hingga 1 jam', medium: '1 hingga 4 jam', long: 'Lebih 4 jam' },
    kinds: { reading: 'Bahan bacaan', quiz: 'Kuiz' },
    empty: 'Belum ada kursus',
    emptyText: 'Kursus pertama akan muncul di sini sebaik sahaja diterbitkan.',
    noMatch: 'Tiada kursus yang sepadan',
    noMatchText: 'Kurangkan tapisan, atau lihat semua kursus.',
  },
  card: {
    lessons: (v) => `${v.n} pelajaran`,
    quizzes: (v) => `${v.n} kuiz`,
    minutes: (v) =>
      v.n < 60
        ? `${v.n} minit`
        : v.n % 60 === 0
          ? `${Math.floor(v.n / 60)} jam`
          : `${Math.floor(v.n / 60)} jam ${v.n % 60} minit`,
    languages: 'Bahasa',
  },
  course: {
    objectives: 'Apa yang akan anda kuasai',
    outline: 'Pelajaran',
    kinds: { reading: 'Bacaan', quiz: 'Kuiz' },
    optional: 'Pilihan',
    preview: 'Terbuka kepada semua',
    inLanguage: (v) => `Dalam ${v.language}`,
    enrol: 'Daftar kursus',
    enrolHint: 'Anda boleh berhenti pada bila-bila masa dan menyambung dari tempat terakhir.',
    continue: 'Sambung',
    review: 'Lihat semula',
    record: 'Buka rekod anda',
    progress: 'Kemajuan anda',
    progressOf: (v) => `${v.done} daripada ${v.total} pelajaran wajib selesai`,
    finished: 'Anda telah menamatkan kursus ini.',
    done: 'Selesai',
    changed: 'Berubah sejak anda menyelesaikannya',
    again: 'Perlu dibuat semula',
    facts: 'Sepintas lalu',
    time: 'Masa',
    passMark: 'Markah lulus',
    edition: 'Edisi',
    editionValue: (v) => `${v.number}, diterbitkan pada ${v.date}`,
    manifest: 'Kandungan edisi ini, untuk mesin',
    get: 'Apa yang anda peroleh',
    getText:
      'Selesaikan pelajaran wajib dan anda akan menerima rekod tamat kursus: ditandatangani secara digital, terikat pada edisi ini, dan boleh disemak oleh sesiapa sahaja tanpa akaun.',
    issuer: 'Cara rekod disemak',
  },
  errors: {
    'course-refused': 'Folder kursus ini mengandungi kesilapan; tiada apa-apa yang diterbitkan.',
    'course-moved-on':
      'Kursus ini baru sahaja diterbitkan oleh orang lain. Lihat edisi baharu itu, kemudian terbitkan semula.',
  },
  fields: {},
};
