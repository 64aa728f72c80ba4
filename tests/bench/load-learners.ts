// Learners and an administrator at work, in a process of their own: a Programme as JSON on stdin, a Report as JSON on stdout.
// Every learner does one thing, pauses, and does the next; what it does is drawn by chance, the same at every run.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Confirmed, Programme, Report } from './loading';

const programme = JSON.parse(readFileSync(0, 'utf8')) as Programme;
const { origin } = programme;
const until = performance.now() + programme.seconds * 1000;
const timings: Report['timings'] = {};
const confirmed: Confirmed[] = [];
const failures: string[] = [];

/** Mulberry32: numbers from 0 to 1 that look random, and are the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Answer = { status: number; location: string; body: string };

function visitor(cookie: string) {
  const ask = async (
    what: string,
    path: string,
    form?: URLSearchParams,
    { accept = 'text/html', meant = [] as number[] } = {},
  ): Promise<Answer> => {
    const from = performance.now();
    try {
      const response = await fetch(`${origin}${path}`, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie, accept, 'accept-encoding': 'br, gzip', ...(form ? { origin } : {}) },
        ...(form ? { body: form } : {}),
      });
      const body = await response.text();
      const took = performance.now() - from;
      timings[what] ??= [];
      timings[what].push(took);
      if (response.status >= 400 && !meant.includes(response.status))
        failures.push(`${what} ${path}: ${response.status}`);
      return { status: response.status, location: response.headers.get('location') ?? '', body };
    } catch (error) {
      failures.push(`${what} ${path}: ${error instanceof Error ? error.message : error}`);
      return { status: 0, location: '', body: '' };
    }
  };
  return ask;
}

const hidden = (html: string, name: string): string =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

/** What is done, with how often out of a hundred. */
const habits = [
  ['read', 46],
  ['complete', 14],
  ['quiz', 8],
  ['search', 12],
  ['dashboard', 12],
  ['note', 8],
] as const;

/** A hundred deeds, of which one is drawn. */
const drawn = habits.flatMap(([habit, often]) => Array.from({ length: often }, () => habit));

async function learner(person: Programme['learners'][number], seed: number): Promise<void> {
  const random = seeded(seed);
  const ask = visitor(person.cookie);
  const { course, lessons, quizzes, words } = programme;
  const { account } = person;
  let place = Math.floor(random() * 3);
  let page: { lesson: string; text: string } | undefined;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const lessonAt = (at: number) => lessons[at % lessons.length] as Programme['lessons'][number];

  const read = async () => {
    const lesson = lessonAt(place).slug;
    const { body, status } = await ask('read', `/courses/${course}/lessons/${lesson}`);
    if (status !== 200) return;
    page = { lesson, text: hidden(body, 'text') };
    const block = 1 + Math.floor(random() * 12);
    const kept = await ask(
      'position',
      `/courses/${course}/lessons/${lesson}/position`,
      new URLSearchParams({ block: String(block) }),
      { accept: 'application/json' },
    );
    if (kept.status === 200) confirmed.push({ kind: 'position', account, lesson, block });
  };

  const complete = async () => {
    if (!page?.text || lessonAt(place).slug !== page.lesson || lessonAt(place).kind !== 'reading') {
      await read();
      if (lessonAt(place).kind === 'quiz') place += 1;
      return;
    }
    const { lesson, text } = page;
    const done = await ask(
      'complete',
      `/courses/${course}/lessons/${lesson}/complete`,
      new URLSearchParams({ text }),
    );
    if (done.status === 302 && !done.location.includes('said=')) {
      confirmed.push({ kind: 'completion', account, lesson });
      place += 1;
      page = undefined;
    }
  };

  const quiz = async () => {
    const { slug, questions } = pick(quizzes);
    const at = `/courses/${course}/lessons/${slug}`;
    // A quiz may allow so many attempts and no more.
    const begun = await ask('quiz', `${at}/sitting`, new URLSearchParams(), { meant: [409, 429] });
    if (begun.status !== 302) return;
    const { body } = await ask('quiz', at);
    const sitting = hidden(body, 'sitting');
    if (!sitting) return;
    const right = random() < 0.6;
    const fields = new URLSearchParams({ sitting, version: hidden(body, 'version'), partly: '1' });
    for (const question of questions[person.locale]) {
      for (const { name, value } of right ? question.right : question.wrong) fields.append(name, value);
    }
    const saved = await ask('quiz', `${at}/sitting/answers`, fields, { accept: 'application/json' });
    const { version } = JSON.parse(saved.body || '{}') as { version?: number };
    if (version) fields.set('version', String(version));
    const handed = await ask('quiz', `${at}/attempt`, fields);
    const attempt = /\/attempts\/(\d+)/.exec(handed.location)?.[1];
    if (handed.status === 302 && attempt)
      confirmed.push({ kind: 'attempt', account, attempt: Number(attempt) });
    else if (handed.status < 400) failures.push(`quiz ${slug}: no result, but ${handed.status}`);
    if (attempt) await ask('quiz', `${at}/attempts/${attempt}`);
  };

  const note = async () => {
    if (!page?.text) return await read();
    const id = randomUUID();
    const text = `A thought of learner ${account}: ${pick(words)}`;
    const kept = await ask(
      'note',
      `/courses/${course}/lessons/${page.lesson}/annotations/${id}`,
      new URLSearchParams({ kind: 'note', block: '2', text: page.text, note: text, version: '0' }),
      { accept: 'application/json' },
    );
    if (kept.status === 200) confirmed.push({ kind: 'note', account, id, text });
  };

  const deeds: Record<(typeof habits)[number][0], () => Promise<unknown>> = {
    read,
    complete,
    quiz,
    note,
    search: () => ask('search', `/search?q=${encodeURIComponent(pick(words))}`),
    dashboard: () => ask('dashboard', '/my'),
  };
  // Not all at once: people come one after the other.
  await pause(random() * 2000);
  while (performance.now() < until) {
    await deeds[pick(drawn)]();
    await pause(-Math.log(1 - random()) * programme.pause);
  }
}

async function administrator(): Promise<void> {
  const ask = visitor(programme.administrator);
  const asked = ['/admin/reports', '/admin/reports?by=unit', '/admin/reports?by=course', '/admin/people'];
  for (let turn = 0; performance.now() < until; turn += 1) {
    await ask('report', asked[turn % asked.length] ?? '');
    await pause(250);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const from = performance.now();
await Promise.all([
  administrator(),
  ...programme.learners.map((person, index) => learner(person, index + 1)),
]);
const report: Report = { seconds: (performance.now() - from) / 1000, timings, confirmed, failures };
process.stdout.write(JSON.stringify(report));
