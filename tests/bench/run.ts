// `npm run bench`: each row beside its reference in the same run. `-- NAME…` runs some rows, `-- --json` prints an object a line.
import { buildIfChanged } from '../../app/cli/build';
import { lessonBytes } from './browser';
import { completeLessons } from './completing';
import { feltSpeed } from './felt';
import { growth } from './growth';
import { loadRun } from './loading';
import type { Result } from './measure';
import { lessonPages, publicPages } from './pages';
import { publishOneChanged } from './publishing';
import { recordWork } from './records';
import { reports } from './reports';
import { searching } from './searching';
import { startUp } from './start-up';

/** `onlyAsked`: takes minutes, so that it runs when it is named and not with all the others. */
type Bench = { names: string[]; built: boolean; onlyAsked?: true; run(): Promise<Result[]> };

const benches: Bench[] = [
  { names: ['lesson-page', 'lesson-page-moodle'], built: true, run: lessonPages },
  { names: ['catalogue-page', 'record-page'], built: true, run: publicPages },
  { names: ['complete-lesson'], built: false, run: completeLessons },
  { names: ['report-by-unit', 'report-by-course', 'report-people'], built: false, run: reports },
  { names: ['growth'], built: true, run: growth },
  { names: ['publish-one-changed'], built: false, run: publishOneChanged },
  { names: ['search'], built: false, run: searching },
  { names: ['lesson-bytes', 'lesson-requests'], built: true, run: lessonBytes },
  { names: ['lesson-paint', 'lesson-shift', 'lesson-tap'], built: true, run: feltSpeed },
  { names: ['record-issue', 'record-verify', 'status-list'], built: false, run: recordWork },
  { names: ['start-up'], built: true, run: startUp },
  { names: ['load'], built: true, onlyAsked: true, run: loadRun },
];

const args = process.argv.slice(2);
const json = args.includes('--json');
const asked = args.filter((arg) => !arg.startsWith('--'));
const known = benches.flatMap(({ names }) => names);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such row: ${unknown.join(', ')}. There are: ${known.join(', ')}.\n`);
  process.exit(1);
}
// What a helper of ours or the build prints would be no JSON.
const say = json
  ? (text: string) => void process.stderr.write(text)
  : (text: string) => void process.stdout.write(text);

const chosen = benches.filter(
  ({ names, onlyAsked }) => (asked.length === 0 && !onlyAsked) || names.some((name) => asked.includes(name)),
);
if (chosen.some(({ built }) => built)) await buildIfChanged();
const shown = (value: number | null): string =>
  value === null
    ? ''
    : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 3 : value < 1000 ? 1 : 0 });
const line = (cells: string[]) =>
  say(
    `${(cells[0] ?? '').padEnd(24)}${cells
      .slice(1, 5)
      .map((cell, index) => cell.padStart([12, 10, 12, 9][index] ?? 0))
      .join('')}   ${cells.slice(5).join('  ')}\n`,
  );

line(['row', 'value', 'unit', 'reference', 'ratio', 'aim']);
let missed = 0;
for (const { names, run } of chosen) {
  for (const result of await run()) {
    const { name, value, unit, reference, ratio, aim, met } = result;
    if (asked.length > 0 && !names.some((each) => asked.includes(each) && name.startsWith(each))) continue;
    if (!met) missed += 1;
    line([name, shown(value), unit, shown(reference), shown(ratio), aim, met ? '' : 'missed']);
    if (json) process.stdout.write(`${JSON.stringify({ name, value, unit, reference, ratio })}\n`);
  }
}
if (missed > 0) say(`\n${missed} missed\n`);
process.exit(0);
