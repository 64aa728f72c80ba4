// `npm run bench -- load`: 200 learners at work for two minutes, and an administrator who keeps asking for reports. Afterwards every
// write that was confirmed to anybody is looked for in the database.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Locale, locales } from '~/i18n/locales';
import { openDatabase } from '~db/open.server';
import { keysOf, type QuestionKeys } from '../support/learner';
import { median, type Result } from './measure';
import { pinned, startProcess } from './processes';
import { prepareSite } from './site';

export type Programme = {
  origin: string;
  seconds: number;
  /** Milliseconds between two things a learner does, on average. */
  pause: number;
  course: string;
  lessons: { slug: string; kind: string }[];
  quizzes: { slug: string; questions: Record<Locale, QuestionKeys[]> }[];
  /** What people search for. */
  words: string[];
  learners: { account: number; cookie: string; locale: Locale }[];
  administrator: string;
};

/** A write the server said it had made. */
export type Confirmed =
  | { kind: 'completion'; account: number; lesson: string }
  | { kind: 'position'; account: number; lesson: string; block: number }
  | { kind: 'attempt'; account: number; attempt: number }
  | { kind: 'note'; account: number; id: string; text: string };

export type Report = {
  seconds: number;
  /** Milliseconds of each request, by what it was for. */
  timings: Record<string, number[]>;
  confirmed: Confirmed[];
  failures: string[];
};

const learners = 200;
const seconds = 120;
const pause = 1000;
const words = [
  'incubator',
  'selection panel',
  'runway',
  'survival rate',
  'incubater',
  'inkubator',
  'kadar kelangsungan',
  'pemecut',
  '孵化器',
  '毕业',
  '评审',
  '加速器',
];

export async function loadRun(): Promise<Result[]> {
  const site = await prepareSite(learners);
  const keys = keysOf(site.dataDir, site.course);
  const server = await startProcess({ args: ['build/server/index.js'], dataDir: site.dataDir });
  try {
    const started = server.memory();
    const report = await work({
      origin: server.origin,
      seconds,
      pause,
      course: site.course,
      lessons: keys.lessons,
      quizzes: keys.quizzes.map(({ slug, questions }) => ({
        slug,
        questions: Object.fromEntries(
          locales.map((locale) => [locale, questions(locale)]),
        ) as Programme['quizzes'][number]['questions'],
      })),
      words,
      learners: site.learners,
      administrator: site.administrator,
    });
    const ended = server.memory();
    const processor = server.processorTime();
    await server.stop();
    const lost = missing(site.dataDir, report.confirmed);
    for (const each of [...report.failures, ...lost].slice(0, 10)) process.stderr.write(`${each}\n`);
    return rows(report, { started, ended, processor, lost: lost.length });
  } finally {
    await server.stop();
    site.dispose();
  }
}

function work(programme: Programme): Promise<Report> {
  const [command, args] = pinned(1, ['--import', 'tsx', 'tests/bench/load-learners.ts']);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stdin.end(JSON.stringify(programme));
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(printed) as Report) : reject(new Error('the learners ended early')),
    );
  });
}

/** What was confirmed and is not in the database as it was said. Of positions only each lesson's last one has to be there. */
function missing(dataDir: string, confirmed: readonly Confirmed[]): string[] {
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  const completion = db.$client.prepare(
    'select 1 from completions c join lessons l on l.id = c.lesson_id where c.account_id = ? and l.slug = ?',
  );
  const position = db.$client.prepare(
    'select 1 from positions p join lessons l on l.id = p.lesson_id where p.account_id = ? and l.slug = ? and p.block = ?',
  );
  const attempt = db.$client.prepare('select 1 from attempts where account_id = ? and id = ?');
  const note = db.$client.prepare('select 1 from annotations where account_id = ? and id = ? and note = ?');
  const last = new Map<string, Confirmed>();
  const expected = confirmed.filter((each) => {
    if (each.kind === 'position') last.set(`${each.account} ${each.lesson}`, each);
    return each.kind !== 'position';
  });
  const there = (each: Confirmed): boolean => {
    switch (each.kind) {
      case 'completion':
        return completion.get(each.account, each.lesson) !== undefined;
      case 'position':
        return position.get(each.account, each.lesson, each.block) !== undefined;
      case 'attempt':
        return attempt.get(each.account, each.attempt) !== undefined;
      case 'note':
        return note.get(each.account, each.id, each.text) !== undefined;
    }
  };
  const lost = [...expected, ...last.values()].filter((each) => !there(each));
  db.$client.close();
  return lost.map((each) => `confirmed and not there: ${JSON.stringify(each)}`);
}

type Ends = { started: number | null; ended: number | null; processor: number | null; lost: number };

function rows(report: Report, { started, ended, processor, lost }: Ends): Result[] {
  const { timings, seconds: took, confirmed, failures } = report;
  const plain = (name: string, value: number, unit: string, aim = '', met = true): Result => ({
    name,
    value,
    unit,
    reference: null,
    ratio: null,
    aim,
    met,
  });
  const all = Object.values(timings).flat();
  const kinds = Object.entries(timings).sort(([, a], [, b]) => b.length - a.length);
  return [
    plain('load-requests', all.length / took, 'a second'),
    plain('load-p50', median(all), 'ms'),
    plain('load-p99', percentile(all, 0.99), 'ms'),
    ...kinds.flatMap(([kind, times]) => [
      plain(`load-${kind}-p50`, median(times), 'ms', `of ${times.length}`),
      plain(`load-${kind}-p99`, percentile(times, 0.99), 'ms'),
    ]),
    plain('load-errors', failures.length, 'requests', 'none', failures.length === 0),
    plain('load-confirmed', confirmed.length, 'writes'),
    plain('load-lost', lost, 'writes', 'none', lost === 0),
    ...(processor === null ? [] : [plain('load-processor', (100 * processor) / took, '% of a core')]),
    ...(started === null || ended === null
      ? []
      : [plain('load-memory-start', started, 'MB'), plain('load-memory-end', ended, 'MB')]),
  ];
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
