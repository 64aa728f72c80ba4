// `npm run records -- …`: looks after the keys that records are signed with, and verifies records, from a terminal.
import { parseArgs } from 'node:util';
import { type Config, loadConfig } from '~/config.server';
import { openApp } from '~/context.server';
import { rotateKeys, signLost } from '~/domain/records/index.server';
import { run, UsageError } from './run';
import { verifyFile, writeBundle } from './verify-file';

const usage = `Usage:
  npm run records -- verify FILE [--bundle BUNDLE] [--holder NAME] [--fetch]
      Says whether FILE (JSON, JWT, PDF, SVG, PNG, a picture with a QR code) is a genuine and valid record, without asking anybody: with
      the keys, lists and log in BUNDLE, or else with this site's database. NAME, or an address, is compared with the holder.
      --fetch also asks the issuer's server. Ends with 0: genuine and valid; 1: not, or not wholly checked; 2: could not be read.
  npm run records -- bundle FILE
      Writes such a bundle of this site, as of now. /issuer/bundle.json is the same.
  npm run records -- rotate-keys
      Takes new keys into use; those of before go on vouching for what they signed.
  npm run records -- rotate-keys --compromised KEY [--since TIME]
      Says that somebody else may have signed with KEY (as /issuer names it) since TIME (ISO 8601; now): it vouches for nothing any
      more. A key in use is replaced. What it had signed is signed anew at the next start.
  npm run records -- sign-lost
      Signs everything anew that a key had signed which is lost, with the keys in use.
After a change of keys, start the server again.`;

await run(async () => {
  const { positionals, values } = parse(process.argv.slice(2));
  const [command, ...rest] = positionals;
  const [file] = rest;
  if (file !== undefined && rest.length === 1) {
    const { bundle, holder, fetch = false } = values;
    if (command === 'verify') return verifyFile({ file, bundle, holder, fetch });
    if (command === 'bundle') return writeBundle(file);
  }
  const known = command === 'rotate-keys' || command === 'sign-lost';
  if (!known || rest.length > 0) throw new UsageError(usage);
  const config = loadConfig(process.env);
  if (command === 'sign-lost') return signAnew(config);
  const { dataDir, issuerKey } = config;
  const at = Date.now();
  const since = values.since === undefined ? at : Date.parse(values.since);
  if (Number.isNaN(since) || since > at)
    throw new UsageError('--since must be a time that has passed, in ISO 8601.');
  const compromised = values.compromised === undefined ? undefined : { key: values.compromised, since };
  const { fresh } = await rotateKeys({ dataDir, configured: issuerKey !== undefined, compromised, at });
  for (const key of fresh) process.stdout.write(`In use now: ${key}\n`);
  if (compromised) process.stdout.write(`Vouches for nothing any more: ${compromised.key}\n`);
  process.stdout.write('Back up the folder of keys, and start the server again.\n');
});

async function signAnew(config: Config): Promise<void> {
  const app = await openApp(config, { jobs: false });
  try {
    const count = await signLost(app.db, app.keys, Date.now());
    process.stdout.write(`Signed anew: ${count}\n`);
  } finally {
    await app.close();
  }
}

function parse(args: string[]) {
  const options = {
    compromised: { type: 'string' },
    since: { type: 'string' },
    bundle: { type: 'string' },
    holder: { type: 'string' },
    fetch: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new UsageError(usage);
  }
}
