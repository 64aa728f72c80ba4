// Demo parks and people: one account per role and park. Run again, it changes nothing that is there.
import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import type { Db } from '../open.server';
import { accountRoles, accounts, parkDomains, parks, units } from '../schema';

export type DemoPerson = { email: string; name: string; role: string; park: string; password: string };

const password = 'parkbridge-demo';

const demoParks = [
  {
    slug: 'mranti',
    names: { en: 'MRANTI', ms: 'MRANTI', 'zh-Hans': 'MRANTI（马来西亚）' },
    domain: 'mranti.example',
    locale: 'ms',
    timeZone: 'Asia/Kuala_Lumpur',
    units: [
      {
        slug: 'incubation',
        names: { en: 'Incubation programmes', ms: 'Program inkubasi', 'zh-Hans': '孵化项目部' },
      },
      {
        slug: 'commercialisation',
        names: {
          en: 'Technology commercialisation',
          ms: 'Pengkomersialan teknologi',
          'zh-Hans': '技术转化部',
        },
      },
      {
        slug: 'ecosystem',
        names: {
          en: 'Ecosystem and partnerships',
          ms: 'Ekosistem dan perkongsian',
          'zh-Hans': '生态与合作部',
        },
      },
    ],
    people: [
      { name: 'Aisyah binti Rahman', role: 'learner', unit: 'incubation', locale: 'en' },
      { name: 'Kavitha a/p Subramaniam', role: 'instructor', unit: 'commercialisation', locale: 'en' },
      { name: 'Hafiz bin Osman', role: 'park-administrator', unit: 'ecosystem', locale: 'ms' },
      { name: 'Tan Mei Ling', role: 'programme-administrator', unit: 'ecosystem', locale: 'en' },
    ],
  },
  {
    slug: 'z-park',
    names: { en: 'Zhongguancun Science Park', ms: 'Taman Sains Zhongguancun', 'zh-Hans': '中关村科技园区' },
    domain: 'z-park.example',
    locale: 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    units: [
      {
        slug: 'incubation',
        names: { en: 'Incubator services', ms: 'Perkhidmatan inkubator', 'zh-Hans': '孵化服务部' },
      },
      {
        slug: 'transfer',
        names: { en: 'Technology transfer', ms: 'Pemindahan teknologi', 'zh-Hans': '成果转化部' },
      },
      {
        slug: 'international',
        names: { en: 'International exchange', ms: 'Pertukaran antarabangsa', 'zh-Hans': '国际交流部' },
      },
    ],
    people: [
      { name: '李娜', role: 'learner', unit: 'incubation', locale: 'zh-Hans' },
      { name: '陈思远', role: 'instructor', unit: 'transfer', locale: 'zh-Hans' },
      { name: '王建国', role: 'park-administrator', unit: 'international', locale: 'zh-Hans' },
      { name: '赵敏', role: 'programme-administrator', unit: 'international', locale: 'zh-Hans' },
    ],
  },
] as const;

const addresses: Record<string, string> = {
  learner: 'learner',
  instructor: 'instructor',
  'park-administrator': 'park-admin',
  'programme-administrator': 'programme-admin',
};

/** Makes the demo parks, units and accounts that are missing. `at`: epoch milliseconds. Returns all of the accounts. */
export async function seedDemo(db: Db, { at }: { at: number }): Promise<DemoPerson[]> {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  return db.transaction(
    (tx) => {
      const made: DemoPerson[] = [];
      for (const park of demoParks) {
        tx.insert(parks)
          .values({ slug: park.slug, names: park.names, createdAt: at })
          .onConflictDoNothing()
          .run();
        const parkId =
          tx.select({ id: parks.id }).from(parks).where(eq(parks.slug, park.slug)).get()?.id ?? 0;
        tx.insert(parkDomains).values({ domain: park.domain, parkId }).onConflictDoNothing().run();
        const unitIds = new Map<string, number>();
        for (const unit of park.units) {
          tx.insert(units)
            .values({ parkId, slug: unit.slug, names: unit.names, createdAt: at })
            .onConflictDoNothing()
            .run();
        }
        for (const unit of tx
          .select({ id: units.id, slug: units.slug })
          .from(units)
          .where(eq(units.parkId, parkId))
          .all()) {
          unitIds.set(unit.slug, unit.id);
        }
        for (const person of park.people) {
          const email = `${addresses[person.role]}@${park.domain}`;
          const inserted = tx
            .insert(accounts)
            .values({
              email,
              name: person.name,
              parkId,
              unitId: unitIds.get(person.unit) ?? null,
              locale: person.locale,
              timeZone: park.timeZone,
              passwordHash,
              createdAt: at,
            })
            .onConflictDoNothing()
            .returning({ id: accounts.id })
            .get();
          if (inserted && person.role !== 'learner')
            tx.insert(accountRoles).values({ accountId: inserted.id, role: person.role }).run();
          made.push({ email, name: person.name, role: person.role, park: park.names.en, password });
        }
      }
      return made;
    },
    { behavior: 'immediate' },
  );
}
