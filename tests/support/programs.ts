// The programs that look at our PDF files with other eyes than ours: poppler and qpdf. Found, or installed, or asked for.
import { spawnSync } from 'node:child_process';

/** By program, the Debian package that has it. */
const needed = {
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  qpdf: 'qpdf',
} as const;
type Program = keyof typeof needed;

/** Sees to it that all programs are there. Exits with instructions where one is not and cannot be installed. */
export function providePrograms(): void {
  let missing = absent();
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((program) => needed[program]))];
  const apt =
    process.platform === 'linux' && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (apt && process.getuid?.() === 0) {
    process.stdout.write(`Installing ${packages.join(' and ')}, which the tests of PDF files use…\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit'];
    spawnSync('apt-get', ['update', '-qq'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio, env });
    missing = absent();
  }
  if (missing.length === 0) return;
  process.stderr.write(
    `Not found: ${missing.join(', ')}. The tests of PDF files need them. On Debian or Ubuntu type:\n\n  sudo apt-get install ${packages.join(' ')}\n\non macOS: brew install poppler qpdf\n`,
  );
  process.exit(1);
}

const absent = (): Program[] =>
  (Object.keys(needed) as Program[]).filter(
    (program) => spawnSync('which', [program], { stdio: 'ignore' }).status !== 0,
  );

/** What the program says to `args`. Throws with what it complains of, where it does. */
export function runProgram(program: Program, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
