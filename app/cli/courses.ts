// `npm run courses -- check|publish [DIR]` and `-- fresh FILE…`: the courses domain from a terminal.
import { databaseFile } from '~db/open.server';
import { loadConfig } from '../config.server';
import { openApp } from '../context.server';
import { system } from '../domain/actor';
import {
  checkCourse,
  type Finding,
  freshen,
  lineOf,
  listCourseFolders,
  type PublishOutcome,
  publishCourses,
} from '../domain/courses/index.server';
import { run, UsageError } from './run';

const usage = `npm run courses -- check [--strict] [DIR]
                                    check every course in DIR (default: courses), or the one course folder DIR;
                                    --strict: fail on warnings too
npm run courses -- publish [DIR]    publish what changed as new editions
npm run courses -- fresh FILE…      mark translations as right for their source text as it is now`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (finding: Finding) => say(`${lineOf(finding)} (warning)`);

await run(async () => {
  const [verb, ...names] = process.argv.slice(2);
  if (verb === 'check') {
    const folders = names.filter((name) => name !== '--strict');
    if (folders.length <= 1) return check(folders[0] ?? 'courses', names.includes('--strict'));
  }
  if (verb === 'publish' && names.length <= 1) return publish(names[0] ?? 'courses');
  if (verb === 'fresh' && names.length > 0) return fresh(names);
  throw new UsageError(usage);
});

async function check(folder: string, strict: boolean): Promise<void> {
  let wrong = 0;
  for (const course of await listCourseFolders(folder)) {
    const { findings, warnings } = await checkCourse(course);
    for (const finding of findings) say(lineOf(finding));
    for (const warning of warnings) warn(warning);
    if (findings.length === 0) say(`${course}: right${countOf(warnings)}`);
    wrong += findings.length + (strict ? warnings.length : 0);
  }
  if (wrong > 0) process.exitCode = 1;
}

function countOf(warnings: readonly Finding[]): string {
  if (warnings.length === 0) return '';
  return warnings.length === 1 ? ', 1 warning' : `, ${warnings.length} warnings`;
}

async function publish(folder: string): Promise<void> {
  const config = loadConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' });
  const app = await openApp(config, { jobs: false });
  try {
    const outcomes = await publishCourses(app.db, system, { folders: [folder], at: Date.now() });
    for (const outcome of outcomes) {
      for (const warning of outcome.warnings) warn(warning);
      for (const line of told(outcome)) say(line);
    }
    say(`This is in the database ${databaseFile(config.databaseUrl)}; for another site's, set DATA_DIR.`);
  } finally {
    await app.close();
  }
}

function told({ course, kind, edition, digest, lessons, compiled }: PublishOutcome): string[] {
  const rendered = compiled > 0 ? `, ${compiled} texts compiled` : '';
  if (kind === 'unchanged') return [`${course}: unchanged, edition ${edition} stays${rendered}`];
  const lines = (['added', 'major', 'minor', 'removed'] as const).flatMap((change) => {
    const names = lessons.filter((lesson) => lesson.change === change).map(({ lesson }) => lesson);
    return names.length > 0 ? [`  ${change}: ${names.join(', ')}`] : [];
  });
  if (lines.length === 0) lines.push('  no lesson changed, only the course around them');
  return [`${course}: published edition ${edition} (${digest.slice(0, 12)})${rendered}`, ...lines];
}

async function fresh(files: string[]): Promise<void> {
  for (const file of files) {
    const { changed, source } = await freshen(file);
    say(`${file}: ${changed ? 'now renders' : 'already renders'} source text ${source.slice(0, 12)}`);
  }
}
