// Finds an installed Chrome or Chromium, installs one where that is possible, or says what to type.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser. Exits with instructions where there is none and none can be installed. */
export function provideChrome(): string {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (existsSync(given)) return given;
    return giveUp(`CHROME_PATH names ${given}, which is not there.`);
  }
  const found = find();
  if (found) return found;
  const apt =
    process.platform === 'linux' && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (apt && process.getuid?.() === 0) {
    process.stdout.write('No Chrome or Chromium here: installing Debian’s chromium…\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } else {
    process.stdout.write('No Chrome or Chromium here: asking playwright for its own…\n');
    spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    });
  }
  return find() ?? giveUp('No Chrome or Chromium was found, and none could be installed.');
}

function find(): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return places.find((place) => existsSync(place)) ?? playwrightsOwn();
}

/** Where playwright keeps the browser it downloaded, if it did. */
function playwrightsOwn(): string | undefined {
  const script = `process.stdout.write(require('playwright-core').chromium.executablePath())`;
  const place = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return existsSync(place) ? place : undefined;
}

function giveUp(what: string): never {
  process.stderr.write(
    `${what}\nThe browser tests need one. On Debian or Ubuntu type:\n\n  sudo apt-get install chromium\n\nelsewhere install Google Chrome, or set CHROME_PATH to a browser you have.\n`,
  );
  process.exit(1);
}
