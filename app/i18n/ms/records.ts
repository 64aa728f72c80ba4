import type { records as english } from '../en/records';
import type { Translated } from '../translated';

export const records: Translated<typeof english> = {
  record: {
    metaTitle: (v) => `${v.course} – ${v.holder}`,
    metaTitleUnverified: 'Rekod tamat kursus',
    eyebrow: 'Rekod tamat kursus',
    certifies: 'Dengan ini disahkan bahawa',
    completed: 'telah menamatkan kursus',
    edition: 'Edisi',
    editionNumber: (v) => `Edisi ${v.number}`,
    issued: 'Tarikh dikeluarkan',
    issuedBy: 'Dikeluarkan oleh',
    studiedIn: 'Bahasa pembelajaran',
    number: 'Nombor rekod',
    address: 'Alamat rekod ini',
    digest: 'Cap jari edisi (SHA-256)',
    manifest: 'Kandungan edisi ini (JSON)',
    course: 'Tentang kursus ini',
  },
  checks: {
    title: 'Adakah rekod ini tulen?',
    genuine: 'Rekod ini tulen',
    genuineLead: 'Rekod ini dikeluarkan di sini, kandungannya tidak diubah dan ia belum dibatalkan.',
    revoked: 'Rekod ini telah dibatalkan',
    revokedLead: (v) =>
      `Rekod ini memang dikeluarkan di sini, tetapi telah dibatalkan oleh pengeluarnya pada ${v.date}. Rekod ini tidak lagi membuktikan apa-apa.`,
    failed: 'Jangan bergantung pada rekod ini',
    failedSignature:
      'Tandatangannya tidak sepadan dengan kandungannya: rekod ini diubah selepas dikeluarkan, atau ditandatangani oleh pihak lain. Oleh itu, kandungannya tidak dipaparkan.',
    failedUnreadable:
      'Data yang tersimpan di alamat ini bukan rekod seperti yang dikeluarkan oleh laman ini. Oleh itu, kandungannya tidak dipaparkan.',
    signature: 'Tandatangannya sah',
    signatureDetail: 'Tandatangan Ed25519 dengan suit eddsa-rdfc-2022',
    issuer: (v) => `Dikeluarkan oleh ${v.name}`,
    issuerFormer: (v) =>
      `Dikeluarkan di bawah alamat lama laman ini dengan kunci yang sama. Pengecamnya kini ialah ${v.did}.`,
    unaltered: 'Kandungannya tidak diubah',
    unalteredDetail: 'Nama, kursus, edisi dan tarikh kekal sama seperti ketika ditandatangani.',
    standing: 'Tidak dibatalkan',
    standingDetail: 'Pengeluar tidak membatalkan rekod ini.',
    withdrawn: (v) => `Dibatalkan pada ${v.date}`,
    withdrawnDetail: 'Pengeluar telah membatalkan rekod ini.',
    checkedAt: (v) => `Disemak oleh laman ini: ${v.time}`,
  },
  yourself: {
    title: 'Semak sendiri, tanpa kami',
    lead: 'Anda tidak perlu mempercayai halaman ini semata-mata. Rekod ini ialah kredensial Open Badges 3.0 yang boleh disemak dengan mana-mana alat pengesah bagi kredensial boleh sah W3C (verifiable credentials), hari ini atau bertahun-tahun akan datang.',
    download: 'Muat turun rekod (JSON)',
    stepDownload: 'Muat turun rekod ini. Failnya lengkap dengan sendirinya.',
    stepVerify:
      'Buka fail itu dalam alat pengesah yang menyokong Open Badges 3.0 dan suit bukti eddsa-rdfc-2022.',
    stepKey:
      'Alat pengesah akan mengambil kunci pengeluar daripada laman ini. Anda juga boleh melihatnya sendiri:',
    stepKeyLink: 'pengeluar dan kuncinya',
    stepEdition:
      'Untuk melihat dengan tepat apa yang dipelajari, ambil kandungan edisi: SHA-256 fail itu ialah cap jari di atas.',
    caution:
      'Fail yang dimuat turun tidak dapat mengetahui sama ada rekod dibatalkan kemudian. Halaman ini dapat: semak di sini juga.',
  },
  list: {
    metaTitle: 'Rekod saya',
    title: 'Rekod saya',
    lead: 'Setiap rekod ditandatangani secara digital dan boleh disemak oleh sesiapa yang anda berikan alamatnya, tanpa akaun.',
    emptyTitle: 'Belum ada rekod',
    empty: 'Selesaikan semua pelajaran wajib dalam sesebuah kursus, dan rekodnya akan terus muncul di sini.',
    browse: 'Lihat kursus',
    issued: (v) => `Dikeluarkan pada ${v.date}`,
    revoked: 'Dibatalkan',
    open: 'Buka rekod',
  },
  issuer: {
    metaTitle: (v) => `${v.name}, pengeluar rekod`,
    eyebrow: 'Pengeluar rekod',
    lead: 'Sesiapa yang menamatkan kursus di sini menerima rekod yang ditandatangani. Halaman ini menyatakan siapa yang menandatanganinya dan dengan kunci yang mana, supaya sesiapa sahaja boleh menyemak rekod tanpa bertanya kepada kami.',
    did: 'Pengecam (did:web)',
    key: 'Kunci awam (Ed25519, Multikey)',
    documents: 'Untuk alat pengesah',
    didDocument: 'Dokumen DID',
    didDocumentDetail: 'Kunci yang digunakan oleh pengeluar ini. Alat pengesah mengambilnya sendiri.',
    keyDocument: 'Kunci sahaja',
    keyDocumentDetail: 'Kunci yang sama melalui HTTPS biasa, untuk alat yang tidak mengenali did:web.',
    profile: 'Profil pengeluar',
    profileDetail: 'Nama dan alamat dalam bentuk Open Badges 3.0.',
    howTitle: 'Cara rekod dihasilkan',
    how: 'Rekod ialah kredensial Open Badges 3.0 mengikut W3C Verifiable Credentials Data Model 2.0, dengan bukti Data Integrity daripada suit eddsa-rdfc-2022. Rekod menamakan edisi kursus yang tepat melalui cap jari SHA-256, maka perubahan kursus pada kemudian hari tidak mengubah apa yang telah disahkan.',
  },
  errors: {
    'record-already-revoked': 'Rekod ini sudah pun dibatalkan.',
  },
  keep: {
    title: 'Simpan dan tunjukkan',
    lead: 'Setiap fail mengandungi rekod yang ditandatangani, jadi ia dapat disemak di mana-mana sahaja.',
    forms: {
      pdf: 'Sijil (PDF)',
      png: 'Lencana (PNG)',
      svg: 'Lencana (SVG)',
      json: 'Rekod (JSON)',
    },
    detail: {
      pdf: 'Sehelai A4, untuk dicetak atau dihantar',
      png: 'Gambar untuk halaman dan profil',
      svg: 'Gambar yang sama, tajam pada sebarang saiz',
      json: 'Untuk dompet digital dan alat pengesah',
    },
    address: 'Alamat rekod ini',
    copy: 'Salin alamat',
    copied: 'Disalin',
    email: 'Hantar melalui e-mel',
    emailSubject: (v) => `Rekod tamat kursus saya: ${v.course}`,
    emailBody: (v) =>
      `Ini rekod tamat kursus saya bagi kursus “${v.course}”. Sesiapa sahaja boleh menyemaknya di alamat ini, tanpa akaun:\n\n${v.url}`,
    linkedIn: 'Tambah pada profil LinkedIn anda',
    linkedInNote:
      'Membuka borang LinkedIn dengan tajuk, pengeluar, tarikh dan alamat yang sudah diisi. Tiada apa-apa dihantar sebelum anda ke sana.',
  },
  fields: {},
};
