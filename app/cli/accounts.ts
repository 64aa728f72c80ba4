// `npm run accounts -- …`: invites people, and the first administrator, from a terminal.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError, loadConfig } from '~/config.server';
import { type App, openApp } from '~/context.server';
import { roles, system } from '~/domain/actor';
import { DomainError } from '~/domain/error';
import {
  createFirstInvitation,
  createInvitation,
  listParks,
  listUnits,
} from '~/domain/identity/index.server';
import { invitationSchema } from '~/domain/identity/schema';
import { en } from '~/i18n/en';
import { locales } from '~/i18n/locales';

const usage = `Usage:
  npm run accounts -- invite EMAIL --park SLUG [--unit SLUG] [--role ROLE]… [--locale LOCALE]
      Invites a person, by mail too, and prints the one-time link.
      ROLE: ${roles.join(' | ')} (everyone is a learner)    LOCALE: ${locales.join(' | ')} (en)
  npm run accounts -- first
      Prints the one-time link that makes the first programme administrator.
`;

/** The command cannot be done as typed; the message says what is wrong. */
class Refused extends Error {}

const options = {
  park: { type: 'string' },
  unit: { type: 'string' },
  role: { type: 'string', multiple: true },
  locale: { type: 'string' },
} as const;

function run(app: App, args: string[]): string {
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [command, email, ...rest] = positionals;
  const at = Date.now();
  const linkTo = (token: string) => `${app.config.origin}/join/${token}\n`;

  if (command === 'first' && email === undefined) {
    const token = createFirstInvitation(app.db, { at });
    if (!token) throw new Refused('There is a programme administrator already, who can invite others.');
    return linkTo(token);
  }
  if (command !== 'invite' || email === undefined || rest.length > 0) throw new Refused(usage);
  const parks = listParks(app.db);
  const park = parks.find((each) => each.slug === values.park);
  if (!park)
    throw new Refused(
      `--park must be one of: ${parks.map((each) => each.slug).join(', ') || '(there is no park yet)'}`,
    );
  const units = listUnits(app.db, { parkId: park.id });
  const unit = units.find((each) => each.slug === values.unit);
  if (values.unit !== undefined && !unit) {
    throw new Refused(
      `--unit must be one of: ${units.map((each) => each.slug).join(', ') || '(the park has none)'}`,
    );
  }
  const parsed = invitationSchema.safeParse({
    email,
    parkId: park.id,
    unitId: unit?.id,
    roles: values.role ?? [],
    locale: values.locale ?? 'en',
  });
  if (!parsed.success) throw new Refused(z.prettifyError(translated(parsed.error)));
  return linkTo(createInvitation(app.db, system, { ...parsed.data, at }).token);
}

const sentences: Record<string, string> = { ...en.errors, ...en.fields };
const sentenceOf = (code: string): string => sentences[code] ?? code;
const translated = (error: z.ZodError) =>
  new z.ZodError(error.issues.map((issue) => ({ ...issue, message: sentenceOf(issue.message) })));

let app: App | undefined;
try {
  app = await openApp(loadConfig(process.env), { jobs: false });
  process.stdout.write(run(app, process.argv.slice(2)));
} catch (error) {
  // parseArgs and the database say themselves what is wrong.
  const said =
    error instanceof DomainError
      ? sentenceOf(error.code)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`${error instanceof ConfigError ? said : said.trimEnd()}\n`);
  process.exitCode = 1;
} finally {
  await app?.close();
}
