import type { verify as english } from '../en/verify';
import type { Translated } from '../translated';

export const verify: Translated<typeof english> = {
  metaTitle: 'Sahkan rekod',
  metaTitleDone: 'Hasil semakan',
  title: 'Sahkan rekod',
  lead: 'Ketahui sama ada rekod tamat kursus atau Open Badge lain itu tulen: siapa yang mengeluarkannya, sama ada kandungannya tidak diubah, dan sama ada ia masih sah.',
  file: 'Dokumen',
  fileHint: 'JSON, JWT, PDF, SVG atau PNG, atau foto yang menunjukkan kod QR. Sehingga 2 MB.',
  drop: 'Atau lepaskan fail di sini',
  chosen: (v) => `Dipilih: ${v.name}`,
  text: 'Atau tampal teks atau alamatnya',
  textHint: 'Kredensial dalam JSON, JWT, atau alamat rekod.',
  camera: 'Imbas kod QR',
  cameraOn: 'Halakan kod QR ke kamera.',
  cameraOff: 'Hentikan kamera',
  cameraNone: 'Kamera tidak dapat digunakan. Benarkan kamera dalam pelayar anda, atau muat naik foto kod QR.',
  holder: 'Siapakah pemegangnya?',
  holderHint:
    'Banyak rekod menyatakan pemegangnya sebagai kod sahaja. Jika anda tahu nama atau alamat e-melnya, taipkan di sini: ia dibandingkan dengan kod itu dan tidak disimpan.',
  ask: 'Tanya juga pelayan pengeluar',
  askHint:
    'Bagi dokumen pengeluar lain: mengambil kunci pengeluar dan senarai dokumen yang dibatalkan. Pelayan itu akan tahu bahawa seseorang sedang mengesahkan dokumen. Tidak diperlukan bagi rekod laman ini.',
  submit: 'Sahkan',
  another: 'Sahkan dokumen lain',
  privacy: 'Apa yang anda berikan disemak sekali sahaja dan tidak disimpan.',
  verdicts: {
    valid: 'Tulen dan sah',
    partly: 'Tidak semuanya dapat disemak',
    failed: 'Jangan bergantung pada dokumen ini',
  },
  verdictLeads: {
    valid:
      'Dokumen ini dikeluarkan oleh pihak yang dinamakannya, kandungannya tidak diubah, dan ia tidak ditarik balik.',
    partly: 'Setakat ini tiada yang menyangkalnya, tetapi perkara yang ditandai di bawah masih belum pasti.',
    failed: 'Sekurang-kurangnya satu semakan tidak memberikan hasil yang sepatutnya.',
  },
  bundleLead: (v) => `Dokumen ini mengandungi ${v.count} kredensial. Setiap satu disemak secara berasingan.`,
  bundleLeft: (v) => `Ada ${v.count} lagi yang tidak disemak.`,
  sources: {
    json: 'Dokumen JSON',
    jwt: 'JWT',
    pdf: 'PDF dengan kredensial terlampir',
    svg: 'Gambar SVG yang mengandungi kredensial',
    png: 'Gambar PNG yang mengandungi kredensial',
    qr: 'Gambar dengan kod QR',
    address: 'Alamat rekod',
  },
  facts: {
    what: 'Diberikan sebagai',
    issuer: 'Pengeluar',
    holder: 'Pemegang',
    achievement: 'Untuk',
    edition: 'Edisi',
    issued: 'Dikeluarkan',
    validUntil: 'Sah hingga',
    holderHashed: 'Dinyatakan sebagai kod sahaja',
    holderUnnamed: 'Tidak dinamakan',
    holderMatches: 'Apa yang anda taip ialah pemegangnya.',
    holderDiffers: 'Apa yang anda taip bukan nama atau alamat e-mel pemegang seperti dalam dokumen ini.',
    holderIncomparable: 'Tiada apa-apa di dalamnya untuk dibandingkan dengan apa yang anda taip.',
    claimed: 'Apa yang dinyatakannya tentang dirinya',
    claimedLead: 'Perkara ini belum disahkan: lihat di bawah.',
    withheld: 'Oleh sebab ia diubah, atau ditandatangani oleh pihak lain, kandungannya tidak ditunjukkan.',
    hidden: 'Pemegangnya tidak menunjukkan kandungannya.',
    page: 'Buka halaman rekod',
    compare: 'Bandingkan',
  },
  checks: 'Apa yang disemak',
  outcomes: { holds: 'Teratur', fails: 'Tidak teratur', open: 'Tidak dapat disemak', note: 'Nota' },
  asked: (v) => `Ditanya untuk semakan ini: ${v.hosts}`,
  askedNobody: 'Tiada pelayan lain yang ditanya.',
  checkedAt: (v) => `Disemak ${v.time}`,
  failedTitle: 'Dokumen ini tidak dapat disahkan',
  problems: {
    empty: 'Pilih fail, atau tampal teks atau alamat.',
    'too-large': 'Terlalu besar: paling banyak 2 MB bagi fail, 500 kB bagi teks, 6 juta piksel bagi gambar.',
    'too-deep':
      'Strukturnya terlalu dalam, atau bahagiannya terlalu banyak, bagi sesuatu kredensial. Ia tidak disemak.',
    unreadable: 'Fail ini rosak, atau bukan jenis yang dinyatakan pada permulaannya.',
    'no-credential':
      'Fail ini dapat dibaca, tetapi tidak mengandungi kredensial. Imbasan atau cetakan tidak mengandunginya: kod QR padanya membawa kepada rekod.',
    'no-qr':
      'Gambar ini tidak mengandungi kredensial dan tiada kod QR ditemukan. Cuba foto yang lebih jelas atau lebih dekat.',
    older:
      'Ini Open Badge versi 1 atau 2. Ia disahkan di pelayan pengeluarnya dengan cara lain; laman ini tidak mengesahkannya.',
    compressed: 'Kredensial disimpan dalam gambar dengan cara yang dilarang oleh piawaian. Ia tidak disemak.',
    locked: 'PDF ini dilindungi kata laluan. Simpan tanpa kata laluan, kemudian cuba lagi.',
    'not-a-credential': 'Ini bukan kredensial dan bukan alamat kredensial.',
    'address-elsewhere':
      'Alamat ini membawa ke laman lain. Untuk mengambilnya, tandakan “Tanya juga pelayan pengeluar”.',
    'address-wrong': 'Alamat ini tidak dapat diikuti.',
    'address-empty': 'Kandungan di alamat ini bukan kredensial.',
    'no-record': 'Tiada rekod di alamat ini.',
    'fetch-failed':
      'Pelayan lain itu tidak dapat ditanya: alamatnya bukan https awam, atau pelayan itu tidak menjawab seperti sepatutnya.',
  },
  findings: {
    'proof-holds': {
      title: 'Tandatangannya betul',
      detail: (v) => `Tiada yang diubah sejak ditandatangani (${v.about}).`,
    },
    'proof-fails': {
      title: 'Tandatangannya tidak sepadan',
      detail: () => 'Ia diubah selepas ditandatangani, atau ditandatangani oleh pihak lain.',
    },
    'proof-missing': { title: 'Ia tidak ditandatangani', detail: () => 'Sesiapa sahaja boleh menulisnya.' },
    'proof-unsupported': {
      title: 'Jenis tandatangan ini tidak dikenali di sini',
      detail: (v) => `Laman ini tidak menyemak tandatangan jenis ${v.about}.`,
    },
    'proof-key-unknown': {
      title: 'Kunci pengeluar tiada di sini',
      detail: (v) => `Tandatangan tidak dapat disemak tanpa kunci ${v.about}.`,
    },
    'proof-key-compromised': {
      title: 'Ditandatangani dengan kunci yang mungkin dimiliki pihak lain',
      detail: (v) =>
        `Kunci itu tidak lagi mengesahkan apa-apa sejak ${v.date}, dan log tidak menunjukkan bahawa ia dikeluarkan sebelum itu.`,
    },
    'proof-context-unknown': {
      title: 'Ia menggunakan istilahnya sendiri',
      detail: (v) => `Maksudnya ditakrifkan di ${v.about}, yang tidak dijamin oleh laman ini.`,
    },
    'proof-held-by-log': {
      title: 'Dikeluarkan sebelum kuncinya terdedah',
      detail: (v) => `Log memilikinya sejak ${v.time}, sebelum pihak lain mungkin memiliki kunci itu.`,
    },
    'proof-embedded-key': {
      title: 'Pemilik kunci belum pasti',
      detail: () =>
        'Kunci terdapat dalam dokumen itu sendiri. Ini menunjukkan bahawa tiada yang diubah, tetapi bukan siapa yang menandatanganinya.',
    },
    'issuer-ours': {
      title: 'Dikeluarkan di sini',
      detail: (v) => `${v.about} menandatanganinya dengan kuncinya sendiri.`,
    },
    'issuer-former': {
      title: 'Dikeluarkan di sini, di bawah alamat lama',
      detail: (v) => `Ia menamakan ${v.about}, dan ditandatangani dengan kunci laman ini.`,
    },
    'issuer-web': {
      title: 'Kunci itu milik alamat pengeluar',
      detail: (v) =>
        `${v.about} menerbitkan kunci yang menandatanganinya. Sama ada itu pihak yang anda jangkakan, andalah yang menilainya.`,
    },
    'issuer-key-only': {
      title: 'Pengeluar dikenali melalui kuncinya sahaja',
      detail: (v) => `${v.about} menandatanganinya. Dokumen ini tidak membuktikan siapa pihak itu.`,
    },
    'issuer-unknown': {
      title: 'Tidak ditandatangani oleh pengeluar yang dinamakan',
      detail: (v) => `Kunci itu milik ${v.about}.`,
    },
    'dates-good': { title: 'Ia tidak tamat tempoh', detail: () => 'Tiada tarikh akhir ditetapkan.' },
    'dates-good-until': { title: 'Ia masih dalam tempoh', detail: (v) => `Sah hingga ${v.date}.` },
    'dates-expired': { title: 'Ia telah tamat tempoh', detail: (v) => `Ia sah hingga ${v.date}.` },
    'dates-not-yet': { title: 'Ia belum sah', detail: (v) => `Ia sah mulai ${v.date}.` },
    'dates-unreadable': {
      title: 'Tarikhnya tidak dapat dibaca',
      detail: () => 'Tarikh tidak ditulis mengikut piawaian.',
    },
    'status-good': { title: 'Tidak dibatalkan', detail: (v) => `Setakat ${v.time}.` },
    'status-none': {
      title: 'Ia tidak menamakan senarai pembatalan',
      detail: () => 'Daripadanya tidak dapat diketahui sama ada pengeluar telah menarik baliknya.',
    },
    'status-not-asked': {
      title: 'Pembatalan tidak ditanya',
      detail: () => 'Tandakan “Tanya juga pelayan pengeluar” untuk mengetahuinya.',
    },
    'status-unreadable': {
      title: 'Pembatalan tidak dapat diketahui',
      detail: (v) => `Senarai pengeluar tidak dapat diperoleh, atau tidak dapat dipercayai: ${v.about}`,
    },
    'status-unknown-type': {
      title: 'Pembatalan tidak dapat ditentukan di sini',
      detail: (v) => `Laman ini tidak mengenali senarai jenis ${v.about}.`,
    },
    'status-revoked': {
      title: 'Pengeluar telah membatalkannya',
      detail: (v) =>
        [v.date && `Dibatalkan pada ${v.date}.`, v.about && `Sebab yang diberikan: ${v.about}`]
          .filter(Boolean)
          .join(' '),
    },
    'status-suspended': {
      title: 'Pengeluar telah menggantungnya',
      detail: () => 'Ia tidak membuktikan apa-apa sehingga disahkan semula.',
    },
    'status-replaced': {
      title: 'Rekod yang dibetulkan telah menggantikannya',
      detail: (v) => `Pada ${v.date}: ${v.about}`,
    },
    'status-renewed': { title: 'Ia telah diperbaharui', detail: (v) => `Pada ${v.date}: ${v.about}` },
    'record-unknown': {
      title: 'Rekod ini tidak dikenali di sini',
      detail: () =>
        'Ia ditandatangani dengan kunci laman ini, tetapi laman ini tiada rekod itu. Jangan bergantung padanya.',
    },
    'record-hidden': {
      title: 'Pemegangnya tidak menunjukkannya',
      detail: () => 'Halaman rekod hanya menyatakan bahawa ia wujud. Ia tetap sah.',
    },
    'edition-matches': {
      title: 'Apa yang dipelajari ada dalam simpanan',
      detail: (v) => `Kandungan edisi dicincang semula: ${v.about}`,
    },
    'edition-differs': {
      title: 'Apa yang dipelajari bukan apa yang ditandatangani',
      detail: (v) => `Kandungan edisi tidak lagi mempunyai cap jari ${v.about}`,
    },
    'edition-unknown': {
      title: 'Apa yang dipelajari tiada di sini',
      detail: (v) => `Kandungan edisi dengan cap jari ini tiada untuk dicincang: ${v.about}`,
    },
    'edition-not-at-hand': {
      title: 'Apa yang dipelajari tidak diperiksa',
      detail: () => 'Kandungan edisi ada di laman pengeluar.',
    },
    'resource-matches': { title: 'Apa yang dirujuknya tidak diubah', detail: (v) => v.about },
    'resource-differs': { title: 'Apa yang dirujuknya telah diubah', detail: (v) => v.about },
    'resource-not-asked': { title: 'Apa yang dirujuknya tidak diperiksa', detail: (v) => v.about },
    'log-contains': {
      title: 'Log memilikinya',
      detail: (v) => `Catatan ${v.about}, sejak ${v.time}. Buktinya dikira semula.`,
    },
    'log-later': {
      title: 'Bertarikh sebelum log mencatatkannya',
      detail: (v) => `Tarikhnya ${v.date}. Ini mungkin betul, seperti bagi rekod sebelum log wujud.`,
    },
    'log-lacks': {
      title: 'Log tidak memilikinya',
      detail: () => 'Setiap rekod yang dikeluarkan di sini ada dalam log. Yang ini tiada.',
    },
    'log-broken': {
      title: 'Log tidak dapat dipercayai',
      detail: () =>
        'Log tidak lagi sama seperti ketika kali terakhir ditandatangani. Perkara ini sedang disiasat.',
    },
    'log-not-at-hand': {
      title: 'Log tiada di sini',
      detail: () => 'Sama ada ia terdapat dalam log tidak disemak.',
    },
  },
  errors: {},
  fields: {},
};
