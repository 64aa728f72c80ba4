// The numbers of the parks an actor may only see in groups of at least five.
import type { Db } from '~db/open.server';
import type { Scope } from './find-scope.server';
import { type Block, type Cell, disclose } from './rules';
import type { Grouping } from './schema';
import { rows } from './statements.server';

type Group = { parkId: number | null; unitId: number | null; courseId: number | null };

export type OtherParks = {
  /** Whether any such park has a learner in what was asked. */
  any: boolean;
  counts: (Group & { enrolments: number; completed: number; lastActivityAt: number })[];
  /** Empty when one course was asked for: then every enrolment is another person. */
  learners: (Group & { learners: number })[];
  /** Groups of fewer than five people, which are in neither. */
  hidden: Group[];
};

type Learners = { parkId: number; unitId: number; learners: number };
type Whole = Omit<Cell, 'unitId'>;

/** What of the other parks' counts may be shown under `scope`, for a report by `by`. */
export function readOtherParks(db: Db, scope: Scope, by: Grouping): OtherParks {
  const found: OtherParks = { any: false, counts: [], learners: [], hidden: [] };
  if (!scope.otherParks || scope.openPark === null || scope.park === scope.openPark) return found;
  const park = scope.park === null ? '' : ' and park_id = ?';
  const course = scope.course === null ? '' : ' and course_id = ?';
  const parkValues = scope.park === null ? [scope.openPark] : [scope.openPark, scope.park];
  const values = scope.course === null ? parkValues : [...parkValues, scope.course];
  const learners = groupByPark(
    rows<Learners>(
      db,
      `select park_id as parkId, unit_id as unitId, learners from learner_counts where park_id <> ?${park}`,
      parkValues,
    ),
  );
  const units = by === 'unit' || scope.unit !== null;
  const select = (counts: string, rest: string) =>
    `select park_id as parkId, course_id as courseId, ${counts} from enrolment_counts where park_id <> ?${park}${course} ${rest}`;
  // Where no unit is looked at, units need not be told apart: the same blocks, added up before they are read.
  const cells = units
    ? rows<Cell>(
        db,
        select('unit_id as unitId, enrolments, completed, last_activity_at as lastActivityAt', ''),
        values,
      )
    : rows<Whole>(
        db,
        select(
          'sum(enrolments) as enrolments, sum(completed) as completed, max(last_activity_at) as lastActivityAt',
          'group by park_id, course_id',
        ),
        values,
      ).map((whole) => ({ ...whole, unitId: 0 }));
  for (const [parkId, ofPark] of groupByPark<Cell>(cells)) {
    const size = new Map((learners.get(parkId) ?? []).map((unit) => [unit.unitId, unit.learners]));
    const whole = [...size.values()].reduce((sum, one) => sum + one, 0);
    addPark(found, { scope, by, parkId, learners: units ? size : new Map([[0, whole]]), cells: ofPark });
  }
  return found;
}

function addPark(
  found: OtherParks,
  input: { scope: Scope; by: Grouping; parkId: number; learners: Map<number, number>; cells: Cell[] },
): void {
  const { scope, by, parkId, learners, cells } = input;
  found.any = true;
  const disclosed = disclose(learners, cells);
  const asked = (unitId: number | null) => scope.unit === null || unitId === scope.unit;
  const group = (block: Pick<Block, 'unitId' | 'courseId'>): Group => ({
    parkId: by === 'course' ? null : parkId,
    unitId: by === 'unit' ? block.unitId : null,
    courseId: by === 'course' ? block.courseId : null,
  });
  for (const block of disclosed.blocks)
    if (asked(block.unitId)) found.counts.push({ ...block, ...group(block) });
  if (scope.course === null) {
    for (const [unitId, people] of disclosed.learners) {
      if (asked(unitId)) found.learners.push({ ...group({ unitId, courseId: 0 }), learners: people });
    }
  }
  // With one unit asked for, what is hidden may be a larger group put together with another: nothing true can be said of it.
  if (scope.unit !== null) return;
  if (by === 'course') {
    for (const courseId of disclosed.hiddenCourses) found.hidden.push(group({ unitId: null, courseId }));
  } else if (scope.course === null ? disclosed.learners.size === 0 : disclosed.hiddenCourses.size > 0) {
    found.hidden.push(group({ unitId: null, courseId: 0 }));
  }
}

function groupByPark<Of extends { parkId: number }>(all: Of[]): Map<number, Of[]> {
  const parks = new Map<number, Of[]>();
  for (const one of all) {
    const known = parks.get(one.parkId);
    if (known) known.push(one);
    else parks.set(one.parkId, [one]);
  }
  return parks;
}
