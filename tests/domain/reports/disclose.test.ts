// Whatever another park's groups look like, what is shown of them is made of blocks of at least five people.
import { expect, test } from 'vitest';
import { type Cell, disclose } from '~/domain/reports/rules';
import { randomOf } from './programme';

const cell = (unitId: number, courseId: number, enrolments: number): Cell => ({
  parkId: 2,
  unitId,
  courseId,
  enrolments,
  completed: Math.floor(enrolments / 2),
  lastActivityAt: unitId * 10 + courseId,
});
const sizes = (blocks: { unitId: number | null; courseId: number; enrolments: number }[]) =>
  blocks
    .map(({ unitId, courseId, enrolments }) => [unitId, courseId, enrolments])
    .sort((a, b) => (a[0] ?? 99) - (b[0] ?? 99));

test('groups of five stand alone', () => {
  const shown = disclose(
    new Map([
      [1, 5],
      [2, 7],
    ]),
    [cell(1, 9, 5), cell(2, 9, 6)],
  );
  expect([...shown.learners]).toEqual([
    [1, 5],
    [2, 7],
  ]);
  expect(sizes(shown.blocks)).toEqual([
    [1, 9, 5],
    [2, 9, 6],
  ]);
});

test('small units are counted together', () => {
  const shown = disclose(
    new Map([
      [1, 3],
      [2, 3],
      [3, 8],
    ]),
    [cell(1, 9, 3), cell(2, 9, 3), cell(3, 9, 8)],
  );
  expect([...shown.learners]).toEqual([
    [3, 8],
    [null, 6],
  ]);
  expect(sizes(shown.blocks)).toEqual([
    [3, 9, 8],
    [null, 9, 6],
  ]);
});

test('a small unit takes the smallest other with it, so that no difference tells its size', () => {
  const shown = disclose(
    new Map([
      [1, 2],
      [2, 6],
      [3, 9],
    ]),
    [cell(1, 9, 2), cell(2, 9, 6), cell(3, 9, 9)],
  );
  expect([...shown.learners]).toEqual([
    [3, 9],
    [null, 8],
  ]);
  expect(sizes(shown.blocks)).toEqual([
    [3, 9, 9],
    [null, 9, 8],
  ]);
});

test('a course with fewer than five of the park is left out, and so is a park with fewer than five', () => {
  const shown = disclose(new Map([[1, 6]]), [cell(1, 8, 4), cell(1, 9, 6)]);
  expect(sizes(shown.blocks)).toEqual([[1, 9, 6]]);
  expect([...shown.hiddenCourses]).toEqual([8]);
  const few = disclose(
    new Map([
      [1, 2],
      [2, 2],
    ]),
    [cell(1, 9, 2), cell(2, 9, 2)],
  );
  expect([few.learners.size, few.blocks.length, [...few.hiddenCourses]]).toEqual([0, 0, [9]]);
});

test.each(Array.from({ length: 200 }, (_, seed) => seed + 1))('any programme (seed %i)', (seed) => {
  const random = randomOf(seed);
  const learners = new Map<number, number>();
  const cells: Cell[] = [];
  for (let unit = 0; unit < 1 + random(6); unit += 1) {
    learners.set(unit, 1 + random(12));
    for (let course = 1; course <= 4; course += 1) {
      const size = random((learners.get(unit) ?? 0) + 1);
      if (size > 0) cells.push(cell(unit, course, size));
    }
  }
  const shown = disclose(learners, cells);
  for (const size of shown.learners.values()) expect(size).toBeGreaterThanOrEqual(5);
  for (const block of shown.blocks) {
    expect(block.enrolments).toBeGreaterThanOrEqual(5);
    // A block beside a unit of its own name would tell what the unit adds.
    if (block.unitId !== null) expect(shown.learners.has(block.unitId)).toBe(true);
  }
  for (let course = 1; course <= 4; course += 1) {
    const sum = (of: { courseId: number; enrolments: number }[]) =>
      of.filter((one) => one.courseId === course).reduce((total, one) => total + one.enrolments, 0);
    const all = sum(cells);
    expect(sum(shown.blocks)).toBe(all >= 5 ? all : 0);
    expect(shown.hiddenCourses.has(course)).toBe(all > 0 && all < 5);
  }
  const people = [...learners.values()].reduce((total, size) => total + size, 0);
  const told = [...shown.learners.values()].reduce((total, size) => total + size, 0);
  expect(told).toBe(people >= 5 ? people : 0);
});
