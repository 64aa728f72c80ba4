// Records to draw: one in each language, and what can be said of them.
import type { CertificateFacts } from '~/domain/records/render/facts';

const id = '6f1c9f5e-2f0b-4c63-9d7e-0f3f1a2b3c4d';
const titles = {
  en: 'Technology incubation: from first call to graduation',
  ms: 'Inkubasi teknologi: dari panggilan pertama hingga tamat program',
  'zh-Hans': '科技企业孵化：从首次洽谈到毕业',
};

export const inEnglish: CertificateFacts = {
  id,
  url: `https://parkbridge.test/records/${id}`,
  holder: 'Nur Aisyah binti Abdullah',
  course: { theme: 'incubation', title: titles.en, titles },
  language: 'en',
  edition: { number: 3, digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  issuedAt: Date.UTC(2026, 10, 12, 3),
  validUntil: Date.UTC(2028, 10, 12, 3),
  issuer: 'Parkbridge',
  state: { kind: 'valid' },
  evidence: ['12 required lessons completed', 'Quiz “Selecting companies”: 90 %'],
  locale: 'en',
  timeZone: 'Asia/Kuala_Lumpur',
};
export const inMalay: CertificateFacts = {
  ...inEnglish,
  locale: 'ms',
  language: 'ms',
  holder: 'Muhammad Haziq a/l Subramaniam',
  course: { ...inEnglish.course, title: titles.ms },
};
export const inChinese: CertificateFacts = {
  ...inEnglish,
  locale: 'zh-Hans',
  language: 'zh-Hans',
  holder: '欧阳娜娜',
  course: { ...inEnglish.course, title: titles['zh-Hans'] },
};

/** A credential in form only, with what is hard to carry: letters of all kinds, and the end of CDATA. */
export const credentialText = JSON.stringify({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: inEnglish.url,
  type: ['VerifiableCredential', 'AchievementCredential'],
  name: `${titles['zh-Hans']} – Zoë 王𬭎 ]]> </svg> & "quoted" \\ \u0000 \ud800`,
  proof: [{ type: 'DataIntegrityProof' }],
});
