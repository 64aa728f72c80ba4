// Which of another park's numbers may be shown, so that no group of fewer than five can be read or worked out.
import type { Locale } from '~/i18n/locales';
import type { Direction, ReportSort } from './schema';

/** The smallest group of another park's people about which a number is shown. */
export const smallestGroup = 5;

/** The enrolments of one unit in one course. Every person in it is another one. */
export type Cell = {
  parkId: number;
  /** 0: people without a unit. */
  unitId: number;
  courseId: number;
  enrolments: number;
  completed: number;
  lastActivityAt: number;
};

/** `unitId` null: several units' people together, because some of them are too few to be shown alone. */
export type Block = Omit<Cell, 'unitId'> & { unitId: number | null };

export type Disclosed = {
  /** People by unit (null: together); empty when the whole park has fewer than five. */
  learners: Map<number | null, number>;
  blocks: Block[];
  /** Courses that fewer than five of the park's people take; nothing of them is in `blocks`. */
  hiddenCourses: Set<number>;
};

/**
 * Divides one other park's counts into blocks of at least five people, each of which stands alone. Whatever is shown is a
 * sum of whole blocks, so no difference between two screens is a smaller group. Units, and units within a course, with
 * fewer than five are put together; if even these are fewer than five, the smallest other joins them; a park or a course in
 * a park with fewer than five is left out.
 */
export function disclose(learners: ReadonlyMap<number, number>, cells: readonly Cell[]): Disclosed {
  const units = divide([...learners].map(([unitId, size]) => ({ size, unitId })));
  const shown = new Map<number | null, number>();
  for (const unit of units.alone) shown.set(unit.unitId, unit.size);
  if (units.together.length > 0) shown.set(null, sum(units.together));

  const blocks: Block[] = [];
  const hiddenCourses = new Set<number>();
  for (const [courseId, ofCourse] of byCourse(cells)) {
    const groups: Sized[] = [];
    let together: Sized | undefined;
    for (const cell of ofCourse) {
      if (shown.has(cell.unitId)) groups.push({ size: cell.enrolments, block: cell });
      // Units that are together everywhere are one group here too.
      else together = join(together, cell);
    }
    if (together) groups.push(together);
    const divided = divide(groups);
    if (divided.alone.length + divided.together.length === 0) hiddenCourses.add(courseId);
    for (const { block } of divided.alone) blocks.push(block);
    let rest: Sized | undefined;
    for (const { block } of divided.together) rest = join(rest, block);
    if (rest) blocks.push(rest.block);
  }
  return { learners: shown, blocks, hiddenCourses };
}

type Sized = { size: number; block: Block };

/** Counts of different people of one course as one block, of no unit in particular. */
function join(into: Sized | undefined, other: Block): Sized {
  if (!into) return { size: other.enrolments, block: { ...other, unitId: null } };
  into.block.enrolments += other.enrolments;
  into.block.completed += other.completed;
  into.block.lastActivityAt = Math.max(into.block.lastActivityAt, other.lastActivityAt);
  into.size = into.block.enrolments;
  return into;
}

/** Parts `groups` into those that may stand alone and those shown as one; both empty when all together are too few. */
function divide<Group extends { size: number }>(groups: Group[]): { alone: Group[]; together: Group[] } {
  const alone = groups.filter((group) => group.size >= smallestGroup);
  const together = groups.filter((group) => group.size < smallestGroup);
  if (together.length === 0 || sum(together) >= smallestGroup) return { alone, together };
  // Shown beside the whole, the few could be worked out: the smallest of the others keeps them company.
  const smallest = alone.reduce<Group | undefined>((a, b) => (a && a.size <= b.size ? a : b), undefined);
  if (!smallest) return { alone: [], together: [] };
  return { alone: alone.filter((group) => group !== smallest), together: [...together, smallest] };
}

const sum = (groups: readonly { size: number }[]): number =>
  groups.reduce((total, group) => total + group.size, 0);

function byCourse(cells: readonly Cell[]): Map<number, Cell[]> {
  const courses = new Map<number, Cell[]>();
  for (const cell of cells) {
    const known = courses.get(cell.courseId);
    if (known) known.push(cell);
    else courses.set(cell.courseId, [cell]);
  }
  return courses;
}

type Sortable = {
  kind: string;
  name: string;
  parkName: string | null;
  learners: number | null;
  enrolments: number | null;
  completed: number | null;
  lastActivityAt: number | null;
};

/** The completed share of a row's enrolments, 0 to 1; null where there is none to speak of. */
export const rateOf = (row: Pick<Sortable, 'enrolments' | 'completed'>): number | null =>
  row.enrolments && row.completed !== null ? row.completed / row.enrolments : null;

const values: Record<Exclude<ReportSort, 'name'>, (row: Sortable) => number | null> = {
  learners: (row) => row.learners,
  enrolments: (row) => row.enrolments,
  completed: (row) => row.completed,
  rate: rateOf,
  activity: (row) => row.lastActivityAt,
};

/** Rows by a column, ties by name as `locale` orders names. What has no value, or no name, comes last both ways. */
export function sortRows<Row extends Sortable>(
  rows: Row[],
  { sort, direction }: { sort: ReportSort; direction: Direction },
  locale: Locale,
): Row[] {
  const compare = compareIn(locale);
  const sign = direction === 'asc' ? 1 : -1;
  const byName = (a: Row, b: Row, turn: number) =>
    (a.parkName === b.parkName ? 0 : turn * compare(a.parkName ?? '', b.parkName ?? '')) ||
    Number(a.kind !== 'group') - Number(b.kind !== 'group') ||
    turn * compare(a.name, b.name) ||
    (a.kind < b.kind ? -1 : 1);
  if (sort === 'name') return [...rows].sort((a, b) => byName(a, b, sign));
  const value = values[sort];
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b, 1);
    return sign * (x - y) || byName(a, b, 1);
  });
}

const collators = new Map<Locale, Intl.Collator['compare']>();

/** How a language orders names. Kept, since making a collator takes longer than a report. */
export function compareIn(locale: Locale): Intl.Collator['compare'] {
  let compare = collators.get(locale);
  if (!compare) {
    compare = new Intl.Collator(locale, { numeric: true }).compare;
    collators.set(locale, compare);
  }
  return compare;
}

/** Epoch milliseconds at which `date` (ISO 8601) begins in `timeZone`, or so many days later. */
export function startOfDay(date: string, timeZone: string, later = 0): number {
  const utc = Date.parse(`${date}T00:00:00Z`) + later * 24 * 60 * 60_000;
  // Once more with what came out, for a night in which the clocks change.
  const first = utc - offsetOf(utc, timeZone);
  return utc - offsetOf(first, timeZone);
}

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetOf(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - (at - (at % 1000));
}
