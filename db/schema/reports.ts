// Counts for the reports, kept by triggers on enrolments and accounts so that they change in the same transaction.
import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';

/** One line per park, unit and course with at least one enrolment. `unitId` 0: people without a unit. */
export const enrolmentCounts = sqliteTable(
  'enrolment_counts',
  {
    parkId: integer().notNull(),
    unitId: integer().notNull(),
    courseId: integer().notNull(),
    enrolments: integer().notNull(),
    completed: integer().notNull(),
    lastActivityAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.parkId, t.unitId, t.courseId] })],
);

/** One line per park and unit: how many people there are enrolled in at least one course, and how many of them agreed to be named. */
export const learnerCounts = sqliteTable(
  'learner_counts',
  {
    parkId: integer().notNull(),
    unitId: integer().notNull(),
    learners: integer().notNull(),
    agreed: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.parkId, t.unitId] })],
);
