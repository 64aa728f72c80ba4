import type { quizzes as source } from '../en/quizzes';
import type { Translated } from '../translated';

export const quizzes: Translated<typeof source> = {
  question: (v) => `Soalan ${v.number} daripada ${v.total}`,
  before: {
    title: 'Sebelum anda bermula',
    questions: (v) => `${v.count} soalan`,
    pass: (v) => `Anda lulus dengan ${v.needed} daripada ${v.total} soalan betul (${v.mark}).`,
    anyAttempts: 'Anda boleh mencuba seberapa banyak kali yang anda mahu.',
    attemptsLeft: (v) => `Tinggal ${v.left} daripada ${v.total} percubaan.`,
    wait: (v) => `Jarak antara dua percubaan ialah ${v.time}.`,
    limit: (v) =>
      `Anda mempunyai ${v.time} sejak anda bermula. Masa terus berjalan walaupun halaman ditutup; apabila masa tamat, jawapan yang telah disimpan akan dihantar.`,
    noLimit:
      'Tidak perlu tergesa-gesa: jawapan disimpan sepanjang anda menjawab, dan anda boleh menyambung kemudian pada mana-mana peranti.',
    afterPass: 'Jawapan betul dipaparkan setelah anda lulus.',
    always: 'Jawapan betul dipaparkan selepas setiap percubaan.',
    never: 'Jawapan betul tidak dipaparkan, tetapi setiap jawapan mendapat ulasan.',
    shuffled: 'Susunannya berbeza dalam setiap percubaan.',
    start: 'Mula',
    again: 'Mulakan percubaan baharu',
    used: 'Anda telah menggunakan semua percubaan. Sila hubungi pengajar kursus.',
    nextAt: (v) => `Percubaan seterusnya boleh dibuat mulai ${v.date}.`,
    enrolFirst: 'Daftar kursus ini untuk mengambil kuiznya.',
  },
  time: {
    minutes: (v) => `${v.count} minit`,
    hours: (v) => `${v.count} jam`,
    days: (v) => `${v.count} hari`,
    left: (v) => `Tinggal ${v.time}`,
    due: (v) => `Hantar sebelum ${v.date}`,
    up: 'Masa tamat. Jawapan anda sedang dihantar…',
  },
  sitting: {
    label: 'Percubaan anda',
    answered: (v) => `${v.count} daripada ${v.total} dijawab`,
    language: (v) => `Anda memulakan percubaan ini dalam ${v.language} dan menghabiskannya dalam bahasa itu.`,
    save: 'Simpan untuk kemudian',
    saving: 'Menyimpan…',
    saved: 'Disimpan',
    unsaved: 'Belum disimpan.',
    failed: 'Tidak disimpan: tiada sambungan. Biarkan halaman ini terbuka; percubaan menyimpan akan diulang.',
    signedOut:
      'Tidak disimpan: anda telah log keluar. Simpan atau hantar, dan selepas log masuk jawapan anda ada semula di sini.',
    kept: 'Jawapan anda telah disimpan. Anda boleh menyambung sekarang atau kemudian, di sini atau pada peranti lain.',
    typed: 'Jawapan ini diisi sebelum anda log masuk dan belum disimpan.',
    submit: 'Hantar jawapan',
    submitting: 'Menghantar…',
    submitAnyway: 'Hantar seadanya',
    moved: (v) =>
      `Jawapan lain telah disimpan dari tab atau peranti lain (${v.date}). Tiada apa-apa yang ditindih. Perbezaannya pada: ${v.questions}.`,
    takeOther: 'Guna jawapan yang satu lagi',
    keepMine: 'Kekalkan jawapan di halaman ini',
    outdated:
      'Kuiz ini ditulis semula selepas anda bermula, jadi jawapan ini tidak dapat dinilai lagi. Jawapan ini kekal di sini sehingga anda memulakan versi baharu.',
    startNew: 'Mulakan versi baharu',
  },
  hints: {
    single: 'Pilih satu jawapan.',
    multiple: 'Pilih semua yang betul.',
    'true-false': 'Benar atau salah?',
    numeric: 'Taip satu nombor.',
    numericUnits: (v) => `Taip nombor berserta unitnya: ${v.units}.`,
    'short-text': 'Taip beberapa perkataan. Huruf besar, aksen dan tanda baca tidak dikira.',
    matching: 'Pilih pasangan bagi setiap satu.',
    ordering: 'Beri setiap satu tempatnya.',
  },
  field: {
    answer: 'Jawapan anda',
    choose: 'Pilih…',
    place: (v) => `Tempat bagi: ${v.item}`,
    noPlace: '–',
    up: (v) => `Gerak ke atas: ${v.item}`,
    down: (v) => `Gerak ke bawah: ${v.item}`,
    moved: (v) => `${v.item}: tempat ${v.place} daripada ${v.total}`,
    readAs: (v) => `Dibaca sebagai ${v.number}`,
  },
  unclear: {
    twoWays: (v) =>
      `“${v.typed}” dibaca sebagai ${v.one}, tetapi mungkin juga bermaksud ${v.other}. Sila tulis tanpa tanda pemisah ribu dan tanpa sifar di hujung.`,
    unitUnknown: (v) => `Unit ini tidak dikenali di sini. Gunakan ${v.units}, atau tinggalkan.`,
    unitMissing: (v) => `Dibaca sebagai ${v.number}, tetapi dalam unit apa? Tambah unitnya: ${v.units}.`,
  },
  past: {
    title: 'Percubaan anda',
    line: (v) => `${v.correct} daripada ${v.total} betul, ${v.date}`,
    passed: 'Lulus',
    failed: 'Belum lulus',
  },
  attempt: {
    title: (v) => `Keputusan: ${v.lesson}`,
    passed: 'Anda lulus',
    failed: 'Belum lulus',
    score: (v) =>
      `${v.correct} daripada ${v.total} soalan betul (${v.score}). ${v.mark} diperlukan untuk lulus.`,
    submitted: (v) => `Dihantar pada ${v.date}`,
    late: 'Masa telah tamat, jadi jawapan yang telah disimpan ketika itu yang dinilai.',
    already: 'Percubaan ini telah dihantar dari tab atau peranti lain. Inilah jawapan yang dinilai.',
    right: 'Betul',
    wrong: 'Salah',
    yours: 'Jawapan anda',
    correct: 'Jawapan betul',
    correctOrder: 'Susunan betul',
    within: (v) => `dalam lingkungan ${v.number}`,
    or: (v) => `atau ${v.words}`,
    unanswered: 'Anda tidak menjawab soalan ini.',
    partly: 'Anda menjawab sebahagian sahaja daripada soalan ini.',
    noPlace: 'Tiada tempat diberikan',
    hidden: 'Jawapan betul dipaparkan setelah anda lulus.',
    neverShown: 'Jawapan betul bagi kuiz ini tidak dipaparkan.',
    again: 'Cuba lagi',
    continue: 'Teruskan',
    backToLesson: 'Kembali ke kuiz',
  },
  errors: {
    'quiz-missing': 'Kuiz ini tiada soalan. Sila maklumkan kepada pengajar kursus.',
    'answers-unfit':
      'Ada jawapan yang bukan untuk kuiz ini. Sila semak semula; belum ada apa-apa yang dinilai.',
    'answers-unclear':
      'Ada jawapan yang boleh difahami lebih daripada satu cara. Sila semak semula; belum ada apa-apa yang dinilai, dan jawapan anda disimpan.',
    'answers-missing':
      'Ada soalan yang belum dijawab. Anda masih boleh menjawabnya, atau hantar seadanya. Belum ada apa-apa yang dinilai.',
    'attempts-used': 'Anda telah menggunakan semua percubaan bagi kuiz ini.',
    'attempt-too-soon':
      'Belum sampai masa untuk percubaan seterusnya. Halaman ini menyatakan bila ia boleh dibuat.',
    'sitting-unknown':
      'Percubaan ini tidak lagi terbuka: ia telah dihantar dari tab atau peranti lain. Keputusannya disenaraikan di bawah.',
    'sitting-over': 'Masa telah tamat. Jawapan yang telah disimpan ketika itu dinilai.',
    'sitting-moved':
      'Jawapan lain telah disimpan dari tab atau peranti lain. Tiada apa-apa yang ditindih dan belum ada apa-apa yang dinilai.',
  },
  fields: {
    'question-unknown': 'Soalan ini bukan sebahagian daripada kuiz.',
    'choice-unknown': 'Jawapan ini bukan salah satu pilihan.',
    'choose-one': 'Pilih satu jawapan sahaja.',
    'answer-too-long': 'Jawapan ini terlalu panjang. Sila pendekkan kepada 200 aksara.',
    'not-answered': 'Belum dijawab.',
    'place-twice': 'Dua daripadanya berada di tempat yang sama. Beri setiap satu tempatnya sendiri.',
    'number-unclear':
      'Ini tidak dapat dibaca sebagai satu nombor. Sila tulis angka sahaja, seperti 1250 atau 12.5.',
    'number-two-ways': 'Nombor ini boleh dibaca dengan dua cara. Sila tulis seperti 1250 atau 1.25.',
    'number-too-long': 'Nombor ini terlalu panjang. Sila tulis angka sahaja.',
    'unit-unknown': 'Unit ini tidak dikenali di sini.',
    'unit-unneeded': 'Sila tulis nombor sahaja, tanpa apa-apa selepasnya.',
    'unit-missing': 'Sila tambah unitnya.',
  },
};
