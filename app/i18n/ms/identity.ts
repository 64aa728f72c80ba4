import type { identity as english } from '../en/identity';
import type { Translated } from '../translated';

export const identity: Translated<typeof english> = {
  fieldLabels: {
    email: 'Alamat e-mel',
    password: 'Kata laluan',
    newPassword: 'Kata laluan baharu',
    currentPassword: 'Kata laluan semasa',
    name: 'Nama anda',
    unit: 'Unit',
    noUnit: 'Tiada dalam senarai',
    language: 'Bahasa',
    timeZone: 'Zon waktu',
  },
  hints: {
    password:
      'Sekurang-kurangnya 12 aksara. Gabungan beberapa perkataan yang tidak berkaitan ialah pilihan yang baik.',
    name: 'Seperti yang akan tertera pada rekod tamat kursus anda.',
    timeZone: 'Tarikh dan waktu dipaparkan mengikut zon ini.',
  },
  zones: { kualaLumpur: 'Kuala Lumpur', beijing: 'Beijing' },
  signIn: {
    title: 'Log masuk',
    lead: 'Selamat kembali.',
    leadToContinue: 'Sila log masuk untuk meneruskan. Anda akan dibawa terus ke halaman yang dituju.',
    leadKept: 'Sila log masuk untuk meneruskan. Apa yang anda taip telah disimpan.',
    submit: 'Log masuk',
    forgot: 'Terlupa kata laluan?',
    noAccount: 'Belum ada akaun?',
    signUp: 'Daftar akaun dengan alamat e-mel taman anda',
    doneReset: 'Kata laluan baharu anda telah ditetapkan. Sila log masuk dengannya.',
    doneEverywhere: 'Anda telah dilog keluar daripada semua peranti.',
    doneSignedOut: 'Anda telah log keluar.',
  },
  signUp: {
    title: 'Daftar akaun',
    lead: 'Jika anda bekerja di taman rakan, anda hanya memerlukan alamat e-mel taman tersebut. Kami akan menghantar pautan untuk mengesahkannya.',
    submit: 'Hantar pautan',
    hint: 'Alamat e-mel kerja anda, bukan alamat peribadi.',
    invited: 'Sudah dijemput? Buka pautan dalam jemputan anda.',
    haveAccount: 'Sudah ada akaun?',
    sentTitle: 'Semak peti mel anda',
    sentLead:
      'E-mel sedang dihantar ke alamat yang anda berikan. Buka pautan di dalamnya dalam tempoh 24 jam untuk melengkapkan pendaftaran.',
    sentHelp: 'Masih tiada selepas beberapa minit? Semak folder spam, atau cuba lagi.',
    again: 'Cuba lagi',
  },
  join: {
    title: (v) => `Sertai ${v.park}`,
    lead: 'Beritahu kami siapa anda, pilih kata laluan, dan anda boleh mula belajar.',
    firstTitle: 'Sediakan Parkbridge',
    firstLead:
      'Anda akan menjadi pentadbir program yang pertama. Namakan taman anda, kemudian diri anda; taman dan orang lain boleh dijemput selepas itu.',
    confirmTitle: 'Lengkapkan pendaftaran',
    confirmLead: (v) => `Alamat anda telah disahkan: anda warga ${v.park}.`,
    as: 'Anda akan log masuk sebagai',
    you: 'Anda',
    park: 'Taman anda',
    parkName: (v) => `Nama dalam ${v.language}`,
    slug: 'Nama ringkas',
    slugHint: 'Untuk alamat web: huruf kecil, angka dan tanda sempang, contohnya z-park.',
    domains: 'Domain e-mel',
    domainsHint:
      'Sesiapa yang mempunyai alamat di domain ini boleh mendaftar tanpa jemputan, contohnya park.example.org.',
    submit: 'Sertai',
    submitFirst: 'Wujudkan taman dan sertai',
  },
  sharing: {
    label: 'Benarkan pentadbir taman rakan melihat nama dan kemajuan saya',
    hint: 'Anda tidak wajib bersetuju, boleh menukar keputusan pada bila-bila masa dalam tetapan, dan perkara lain tidak terjejas.',
    title: 'Siapa yang dapat melihat anda',
    intro:
      'Pentadbir taman anda sendiri sentiasa dapat melihat nama, unit, kursus dan kemajuan anda kerana taman anda yang mengatur latihan anda. Pihak lain hanya dapat melihatnya jika anda bersetuju di sini.',
    points: {
      what: 'Jika anda bersetuju, pentadbir taman rakan dapat melihat nama, unit, kursus, kemajuan dan rekod tamat kursus anda. Mereka tidak akan melihat alamat e-mel, jawapan kuiz atau nota peribadi anda.',
      where:
        'Ini bermakna data peribadi anda dipaparkan di negara rakan: di China jika anda bekerja di Malaysia, di Malaysia jika anda bekerja di China.',
      law: 'Kami meminta persetujuan anda kerana undang-undang menghendakinya: Akta Perlindungan Data Peribadi (PDPA) Malaysia dan Undang-undang Perlindungan Maklumat Peribadi (PIPL) China.',
      otherwise:
        'Jika anda tidak bersetuju, anda hanya dikira dalam jumlah lima orang atau lebih. Kursus dan rekod tamat kursus tetap berfungsi seperti biasa.',
      revocable:
        'Anda boleh menarik balik persetujuan di sini pada bila-bila masa. Mulai saat itu, taman rakan tidak lagi melihat nama anda.',
    },
    agreedAt: (v) => `Anda bersetuju pada ${v.date}.`,
    notAgreed: 'Anda belum bersetuju. Hanya taman anda sendiri yang dapat melihat nama anda.',
    save: 'Simpan pilihan saya',
  },
  forgot: {
    title: 'Terlupa kata laluan?',
    lead: 'Masukkan alamat yang anda gunakan untuk log masuk. Jika alamat itu mempunyai akaun, kami akan menghantar pautan untuk menetapkan kata laluan baharu.',
    submit: 'Hantar pautan',
    sentTitle: 'Semak peti mel anda',
    sentLead:
      'Jika alamat itu mempunyai akaun, e-mel sedang dihantar. Buka pautan di dalamnya dalam tempoh satu jam untuk menetapkan kata laluan baharu.',
    back: 'Kembali ke halaman log masuk',
  },
  reset: {
    title: 'Tetapkan kata laluan baharu',
    lead: 'Anda akan dilog keluar daripada semua peranti, kemudian boleh log masuk dengan kata laluan baharu.',
    submit: 'Tetapkan kata laluan baharu',
  },
  dead: {
    invitation: {
      used: 'Jemputan ini telah digunakan',
      expired: 'Jemputan ini telah tamat tempoh',
      revoked: 'Jemputan ini tidak lagi sah',
      unknown: 'Jemputan ini tidak dikenali',
      usedLead: 'Jika anda yang menggunakannya untuk menyertai, sila log masuk.',
      expiredLead:
        'Jemputan sah selama 14 hari. Sila minta jemputan baharu daripada orang yang menjemput anda.',
      revokedLead:
        'Jemputan ini telah ditarik balik atau diganti. Cari e-mel yang lebih baharu, atau hubungi orang yang menjemput anda.',
      unknownLead: 'Pautan ini mungkin terpotong. Sila buka semula pautan penuh daripada e-mel anda.',
    },
    signUp: {
      used: 'Pautan ini telah digunakan',
      expired: 'Pautan ini telah tamat tempoh',
      revoked: 'Pautan ini tidak lagi sah',
      unknown: 'Pautan ini tidak dikenali',
      usedLead:
        'Pautan hanya boleh digunakan sekali, dan pautan baharu menggantikan yang lama. Jika anda telah selesai mendaftar, sila log masuk.',
      expiredLead:
        'Pautan pengesahan alamat sah selama 24 jam. Minta pautan baharu; hanya mengambil masa seketika.',
      revokedLead:
        'Taman anda tidak lagi menerima pendaftaran melalui alamat e-mel. Sila minta jemputan daripada pentadbirnya.',
      unknownLead:
        'Pautan ini mungkin terpotong. Sila buka semula pautan penuh daripada e-mel anda, atau minta yang baharu.',
    },
    reset: {
      used: 'Pautan ini telah digunakan',
      expired: 'Pautan ini telah tamat tempoh',
      revoked: 'Pautan ini tidak lagi sah',
      unknown: 'Pautan ini tidak dikenali',
      usedLead:
        'Pautan hanya boleh digunakan sekali, dan pautan baharu menggantikan yang lama. Log masuk dengan kata laluan baharu anda, atau minta pautan lain.',
      expiredLead:
        'Pautan kata laluan sah selama satu jam. Minta pautan baharu; hanya mengambil masa seketika.',
      revokedLead: 'Akaun ini telah ditutup. Sila hubungi pentadbir taman anda.',
      unknownLead:
        'Pautan ini mungkin terpotong. Sila buka semula pautan penuh daripada e-mel anda, atau minta yang baharu.',
    },
    newLink: 'Minta pautan baharu',
    signIn: 'Log masuk',
  },
  settings: {
    title: 'Tetapan',
    lead: (v) => `Anda log masuk sebagai ${v.email} dan merupakan warga ${v.park}.`,
    profile: 'Profil dan bahasa',
    saveProfile: 'Simpan',
    password: 'Kata laluan',
    passwordLead: 'Apabila ditukar, peranti anda yang lain akan dilog keluar.',
    savePassword: 'Tukar kata laluan',
    sessions: 'Peranti yang log masuk',
    sessionsLead:
      'Jika ada peranti yang anda tidak kenal, log keluar daripadanya dan tukar kata laluan anda.',
    since: (v) => `sejak ${v.date}`,
    current: 'peranti ini',
    device: (v) => `${v.browser} pada ${v.system}`,
    unknownDevice: 'Peranti yang tidak dikenali',
    end: 'Log keluar',
    endThis: (v) => `Log keluar daripada ${v.device}, log masuk sejak ${v.date}`,
    endAll: 'Log keluar daripada semua peranti',
    saved: {
      profile: 'Profil anda telah disimpan.',
      sharing: 'Pilihan anda telah disimpan dan berkuat kuasa mulai sekarang.',
      password: 'Kata laluan anda telah ditukar. Peranti anda yang lain telah dilog keluar.',
      sessions: 'Peranti itu telah dilog keluar.',
    },
  },
  roles: {
    learner: 'Pelajar',
    instructor: 'Pengajar',
    'park-administrator': 'Pentadbir taman',
    'programme-administrator': 'Pentadbir program',
  },
  errors: {
    'wrong-credentials': 'Alamat e-mel dan kata laluan ini tidak sepadan. Sila semak kedua-duanya.',
    'too-many-attempts':
      'Terlalu banyak percubaan. Sila tunggu seketika, paling lama satu jam, dan cuba lagi.',
    'already-a-member': 'Alamat ini sudah mempunyai akaun. Sila log masuk, atau gunakan alamat lain.',
    'domain-unknown':
      'Tiada taman rakan yang menggunakan domain e-mel ini. Sila gunakan alamat kerja anda, atau minta jemputan daripada pentadbir taman anda.',
    'link-used': 'Pautan ini telah digunakan.',
    'link-expired': 'Pautan ini telah tamat tempoh. Sila minta yang baharu.',
    'link-revoked': 'Pautan ini tidak lagi sah.',
    'link-unknown': 'Pautan ini tidak dikenali.',
    'invitation-accepted':
      'Orang ini telah menyertai melalui jemputan ini, jadi jemputan tidak boleh ditarik balik.',
  },
  fields: {
    'email-invalid': 'Ini bukan alamat e-mel. Contoh yang betul: nama@park.example.org.',
    'password-short': 'Sila gunakan sekurang-kurangnya 12 aksara.',
    'password-long': 'Sila gunakan tidak lebih daripada 200 aksara.',
    'password-common': 'Kata laluan ini digunakan oleh ramai orang dan mudah diteka. Sila pilih yang lain.',
    'password-personal': 'Ini nama atau alamat e-mel anda sendiri dan mudah diteka. Sila pilih yang lain.',
    'password-wrong': 'Ini bukan kata laluan semasa anda.',
    'characters-invalid': 'Ada aksara yang tidak boleh digunakan di sini.',
    'time-zone-invalid': 'Sila pilih zon waktu daripada senarai.',
    'locale-invalid': 'Sila pilih salah satu daripada tiga bahasa.',
    'unit-unknown': 'Sila pilih unit daripada senarai.',
    'park-unknown': 'Sila pilih taman daripada senarai.',
    'role-unknown': 'Sila pilih peranan daripada senarai.',
    'slug-invalid': 'Hanya huruf kecil, angka dan satu tanda sempang antara perkataan, contohnya z-park.',
    'slug-taken': 'Nama ringkas ini telah digunakan.',
    'domain-invalid': 'Ini sepatutnya domain e-mel seperti park.example.org, dipisahkan dengan koma.',
    'domain-public':
      'Sesiapa sahaja boleh mempunyai alamat di salah satu domain ini, jadi domain itu tidak boleh mewakili sesebuah taman.',
    'domain-taken': 'Salah satu domain ini milik taman lain.',
    'too-many-domains': 'Paling banyak 20 domain.',
    'session-unknown': 'Sesi ini sudah tamat.',
    'already-a-member': 'Alamat ini sudah mempunyai akaun.',
  },
};
