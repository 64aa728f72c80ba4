// What identity's forms and commands accept. Messages are codes; the catalogues have a sentence for each.
import { z } from 'zod';
import { locales } from '~/i18n/locales';
import { roles } from '../actor';
import { isPublicMailDomain, passwordLength } from './rules';

const required = { error: 'required' };

export const email = z
  .string(required)
  .trim()
  .toLowerCase()
  .max(254, 'too-long')
  .pipe(z.email({ error: 'email-invalid' }));

/** A password being set. NFKC, so that the same keys on another keyboard give the same password. */
const newPassword = z
  .string(required)
  .transform((typed) => typed.normalize('NFKC'))
  .refine((password) => [...password].length >= passwordLength.min, { error: 'password-short', abort: true })
  .refine((password) => [...password].length <= passwordLength.max, 'password-long');

/** A password being checked: nothing is said of its form, only whether it is right. */
const givenPassword = z
  .string(required)
  .max(1000, 'too-long')
  .transform((typed) => typed.normalize('NFKC'));

/** Something that can be read, and nothing that turns the direction of what stands around it: names are shown on records. */
export const name = z
  .string(required)
  .trim()
  .min(1, 'required')
  .max(120, 'too-long')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, 'characters-invalid')
  .regex(/^$|[\p{L}\p{N}]/u, 'characters-invalid');

const timeZone = z.string(required).refine(isTimeZone, 'time-zone-invalid');
const locale = z.enum(locales, { error: 'locale-invalid' });
const unitId = z.number({ error: 'unit-unknown' }).int('unit-unknown').positive('unit-unknown').optional();
const parkId = z.number({ error: 'required' }).int('park-unknown').positive('park-unknown');

const slug = z
  .string(required)
  .trim()
  .toLowerCase()
  .max(40, 'too-long')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug-invalid');

const names = z.object({ en: name, ms: name, 'zh-Hans': name });

const domain = z
  .string()
  .max(253, 'domain-invalid')
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, 'domain-invalid')
  .refine((value) => !isPublicMailDomain(value), 'domain-public');

/** Mail domains as typed into one field, apart by commas, semicolons or white space. */
const domains = z
  .string()
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((part) => part.replace(/^@/, ''))
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(domain).max(20, 'too-many-domains'));

export const signInSchema = z.object({ email, password: givenPassword });

/** `roles` beside learner, which everyone is. */
export const invitationSchema = z.object({
  email,
  parkId,
  unitId,
  roles: z.array(z.enum(roles, { error: 'role-unknown' })).default([]),
  locale,
});

const joining = { name, password: newPassword, locale, timeZone, shared: z.boolean().default(false) };

/** Joining by an invitation or by a confirmed sign-up. */
export const joinSchema = z.object({ ...joining, unitId });

/** Joining as the first administrator, who also names the park. */
export const joinFirstSchema = z.object({ ...joining, email, slug, names, domains });

export const emailSchema = z.object({ email });
export const resetSchema = z.object({ password: newPassword });
export const passwordSchema = z.object({ currentPassword: givenPassword, newPassword });
export const profileSchema = z.object({ name, locale, timeZone, unitId });
export const sharingSchema = z.object({ shared: z.boolean().default(false) });
/** Which session to end: one, by the SHA-256 of its id, or all. */
export const sessionsSchema = z.object({
  session: z.string(required).regex(/^(?:all|[0-9a-f]{64})$/, 'session-unknown'),
});

export const parkSchema = z.object({ slug, names, domains });
export const unitSchema = z.object({ parkId, slug, names });
export const parkDomainsSchema = z.object({ parkId, domains });

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
