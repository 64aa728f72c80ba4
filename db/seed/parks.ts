// The demo's two parks, their units, and one account for each role and park.
import type { Role } from '~/domain/actor';
import type { Locale } from '~/i18n/locales';
import type { Localised } from '../schema';

export type DemoUnit = { slug: string; names: Localised; size: number };
export type DemoPark = {
  slug: 'mranti' | 'z-park';
  names: Localised;
  domain: string;
  timeZone: string;
  /** How many people of it take part, those below included. */
  people: number;
  units: readonly DemoUnit[];
  accounts: readonly NamedAccount[];
};
export type NamedAccount = {
  email: string;
  name: string;
  role: 'learner' | Role;
  unit: string;
  locale: Locale;
};

/** What everybody in the demo signs in with. */
export const demoPassword = 'parkbridge-demo';

export const demoParks: readonly DemoPark[] = [
  {
    slug: 'mranti',
    names: { en: 'MRANTI', ms: 'MRANTI', 'zh-Hans': 'MRANTI（马来西亚）' },
    domain: 'mranti.example',
    timeZone: 'Asia/Kuala_Lumpur',
    people: 168,
    units: [
      {
        slug: 'incubation',
        names: { en: 'Incubation programmes', ms: 'Program inkubasi', 'zh-Hans': '孵化项目部' },
        size: 5,
      },
      {
        slug: 'commercialisation',
        names: {
          en: 'Technology commercialisation',
          ms: 'Pengkomersialan teknologi',
          'zh-Hans': '技术转化部',
        },
        size: 4,
      },
      {
        slug: 'ecosystem',
        names: {
          en: 'Ecosystem and partnerships',
          ms: 'Ekosistem dan perkongsian',
          'zh-Hans': '生态与合作部',
        },
        size: 3,
      },
    ],
    accounts: [
      {
        email: 'learner@mranti.example',
        name: 'Aisyah binti Rahman',
        role: 'learner',
        unit: 'incubation',
        locale: 'en',
      },
      {
        email: 'instructor@mranti.example',
        name: 'Kavitha a/p Subramaniam',
        role: 'instructor',
        unit: 'commercialisation',
        locale: 'en',
      },
      {
        email: 'park-admin@mranti.example',
        name: 'Hafiz bin Osman',
        role: 'park-administrator',
        unit: 'ecosystem',
        locale: 'ms',
      },
      {
        email: 'programme-admin@mranti.example',
        name: 'Tan Mei Ling',
        role: 'programme-administrator',
        unit: 'ecosystem',
        locale: 'en',
      },
    ],
  },
  {
    slug: 'z-park',
    names: { en: 'Zhongguancun Science Park', ms: 'Taman Sains Zhongguancun', 'zh-Hans': '中关村科技园区' },
    domain: 'z-park.example',
    timeZone: 'Asia/Shanghai',
    people: 132,
    units: [
      {
        slug: 'incubation',
        names: { en: 'Incubator services', ms: 'Perkhidmatan inkubator', 'zh-Hans': '孵化服务部' },
        size: 4,
      },
      {
        slug: 'transfer',
        names: { en: 'Technology transfer', ms: 'Pemindahan teknologi', 'zh-Hans': '成果转化部' },
        size: 4,
      },
      {
        slug: 'international',
        names: { en: 'International exchange', ms: 'Pertukaran antarabangsa', 'zh-Hans': '国际交流部' },
        size: 3,
      },
    ],
    accounts: [
      {
        email: 'learner@z-park.example',
        name: '李若溪',
        role: 'learner',
        unit: 'incubation',
        locale: 'zh-Hans',
      },
      {
        email: 'instructor@z-park.example',
        name: '陈思远',
        role: 'instructor',
        unit: 'transfer',
        locale: 'zh-Hans',
      },
      {
        email: 'park-admin@z-park.example',
        name: '王启明',
        role: 'park-administrator',
        unit: 'international',
        locale: 'zh-Hans',
      },
      {
        email: 'programme-admin@z-park.example',
        name: '赵静雯',
        role: 'programme-administrator',
        unit: 'international',
        locale: 'zh-Hans',
      },
    ],
  },
];
