// The only reader of the environment. Says every wrong variable at once.
import path from 'node:path';
import { z } from 'zod';

const url = (protocols: string[], example: string) =>
  z
    .string({ error: `must be a URL such as ${example}` })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must be a URL such as ${example}`,
    });

const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
    .default('development'),
  ORIGIN: url(['http:', 'https:'], 'https://learn.example.org').refine(
    (value) => !URL.canParse(value) || new URL(value).origin === value.replace(/\/$/, ''),
    {
      error: 'must have no path: only scheme, host and port',
    },
  ),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string({ error: 'is missing: the folder that holds the database, keys and mail' }).min(1),
  DATABASE_URL: url(['file:', 'http:', 'https:'], 'file:./data/parkbridge.db').optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  ISSUER_KEY: z
    .string()
    .regex(/^z[1-9A-HJ-NP-Za-km-z]{40,}$/, { error: 'must be an Ed25519 secret key in Multikey form (z…)' })
    .optional(),
  ISSUER_NAME: z.string().min(1).max(200).default('Parkbridge'),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be the number of proxies in front of this server' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  OFFLINE: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { error: 'must be a pino level' })
    .default('info'),
});

export type Config = {
  production: boolean;
  /** Scheme, host and port by which people reach this server; no trailing slash. */
  origin: string;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string;
  migrations: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  issuerKey: string | undefined;
  issuerName: string;
  trustProxy: number;
  /** Whether devices may keep courses; off takes the worker away from every device that comes by. */
  offline: boolean;
  logLevel: z.infer<typeof variables>['LOG_LEVEL'];
};

/** The environment is wrong; `problems` has a line for each variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly problems: string[]) {
    super(`Parkbridge cannot start:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

/**
 * Reads the configuration from `env`. Outside production, ORIGIN and DATA_DIR have defaults for a developer's machine.
 * Throws ConfigError naming every wrong variable.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  if (given.NODE_ENV !== 'production') {
    given.DATA_DIR ??= './data';
    given.ORIGIN ??= `http://localhost:${given.PORT ?? 3000}`;
  }
  const parsed = variables.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${sentence(issue, given)}`);
  if (given.SMTP_URL && !given.MAIL_FROM)
    problems.push('MAIL_FROM is missing: the sender of mail, needed with SMTP_URL');
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  const value = parsed.data;
  const dataDir = path.resolve(value.DATA_DIR);
  const origin = value.ORIGIN.replace(/\/$/, '');
  return {
    production: value.NODE_ENV === 'production',
    origin,
    port: value.PORT,
    host: value.HOST,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(dataDir, 'parkbridge.db')}`,
    migrations: path.resolve('db/migrations'),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? `Parkbridge <no-reply@${new URL(origin).hostname}>`,
    issuerKey: value.ISSUER_KEY,
    issuerName: value.ISSUER_NAME,
    trustProxy: value.TRUST_PROXY,
    offline: value.OFFLINE === 'on',
    logLevel: value.LOG_LEVEL,
  };
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  return given[name] === undefined && !issue.message.startsWith('is missing')
    ? `is missing (${issue.message})`
    : issue.message;
}
