// What a report can be asked, as it stands in the URL. Browser-safe.
import { z } from 'zod';
import type { Locale } from '~/i18n/locales';

export const groupings = ['park', 'unit', 'course'] as const;
export type Grouping = (typeof groupings)[number];

export const reportSorts = ['name', 'learners', 'enrolments', 'completed', 'rate', 'activity'] as const;
export type ReportSort = (typeof reportSorts)[number];

export const peopleSorts = ['name', 'activity'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

export const directions = ['asc', 'desc'] as const;
export type Direction = (typeof directions)[number];

/** The unit that matches nobody: what a unit that cannot be read becomes, so that it never widens what is shown. */
const noSuchUnit = -1;

const text = z
  .string()
  .trim()
  .max(200)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);

const filters = {
  /** A park's slug. */
  park: text,
  /** A unit's id; 0: people without a unit. */
  unit: z
    .string()
    .transform((value) => (value === '' ? undefined : /^\d{1,15}$/.test(value) ? Number(value) : noSuchUnit))
    .optional(),
  /** A course's slug. */
  course: text,
};

const reportQuery = z.object({
  by: z.enum(groupings).catch('park'),
  ...filters,
  sort: z.enum(reportSorts).catch('name'),
  direction: z.enum(directions).catch('asc'),
});
export type ReportQuery = z.infer<typeof reportQuery>;

const peopleQuery = z.object({
  ...filters,
  /** A part of a name. */
  search: text,
  sort: z.enum(peopleSorts).catch('name'),
  direction: z.enum(directions).catch('asc'),
  /** The page that follows, or goes before, the person this names. */
  after: text,
  before: text,
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

export const registryStates = ['valid', 'expired', 'revoked', 'replaced', 'renewed'] as const;
export type RegistryState = (typeof registryStates)[number];

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .optional()
  .catch(undefined);

const registryQuery = z.object({
  park: filters.park,
  course: filters.course,
  /** A part of the holder's name, or a record's number. */
  search: text,
  state: z.enum(registryStates).optional().catch(undefined),
  /** Issued on these days and between, as the reader's time zone has them. */
  from: date,
  to: date,
  /** The page that follows the record this names. */
  after: text,
});
export type RegistryQuery = z.infer<typeof registryQuery>;

export type Filters = Pick<ReportQuery, 'park' | 'unit' | 'course'>;

/** Reads a report's question from a URL. What is not understood falls back to its default, except a filter, which matches nothing. */
export const readReportQuery = (params: URLSearchParams): ReportQuery =>
  reportQuery.parse(Object.fromEntries(params));

export const readPeopleQuery = (params: URLSearchParams): PeopleQuery =>
  peopleQuery.parse(Object.fromEntries(params));

export const readRegistryQuery = (params: URLSearchParams): RegistryQuery =>
  registryQuery.parse(Object.fromEntries(params));

/** The query string that asks `query`, beginning with `?`; empty when there is nothing to say. */
export function toSearch(query: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) params.set(key, String(value));
  return params.size > 0 ? `?${params}` : '';
}

export type ParkName = { id: number; slug: string; name: string };
export type UnitName = { id: number; parkId: number; name: string };
export type CourseName = { id: number; slug: string; name: string };

/** What the filters offer. */
export type Choices = {
  parks: ParkName[];
  units: (UnitName & { parkName: string })[];
  courses: CourseName[];
};

/** Null where a number is not shown because too few people of another park are behind it. */
export type Numbers = {
  /** Different people with at least one of the enrolments. */
  learners: number | null;
  enrolments: number | null;
  completed: number | null;
  /** Epoch milliseconds. */
  lastActivityAt: number | null;
};

export type ReportRow = Numbers & {
  key: string;
  /** `no-unit`: people without a unit. `together`: units of another park too small to be shown alone. */
  kind: 'group' | 'no-unit' | 'together';
  /** What the row is about; empty for a row that is not a `group`. */
  name: string;
  /** The park of a row by unit. */
  parkName: string | null;
  /** Fewer than five people of another park: no number is shown, none is in the totals. */
  hidden: boolean;
  /** Filters that show this row's people; null when they cannot be singled out. */
  filters: Filters | null;
};

export type Report = {
  query: ReportQuery;
  rows: ReportRow[];
  /** Sums of the rows; learners are different people, so one who takes two courses counts once. */
  totals: { learners: number; enrolments: number; completed: number; lastActivityAt: number | null };
  /** Whether people of a park other than the actor's are counted, by the rules of groups of five. */
  otherParks: boolean;
};

export type Person = {
  /** Names the row within the page, and the place where the next page begins. */
  key: string;
  name: string;
  parkName: string;
  /** Empty for people without a unit. */
  unitName: string;
  courseName: string;
  /** Required lessons done, of all required lessons of the newest edition. */
  done: number;
  total: number;
  lastActivityAt: number;
  completedAt: number | null;
};

export type People = {
  query: PeopleQuery;
  people: Person[];
  /** Values of `after` and `before` for the neighbouring pages. */
  next: string | null;
  previous: string | null;
  /** Other parks with learners who have not agreed to be named; `count` null where fewer than five, or where filters would tell. */
  unnamed: { parkName: string; count: number | null }[];
};

/** A record as the registry lists it. Times are epoch milliseconds. */
export type RegistryRow = {
  id: string;
  /** Null for somebody of another park who has not agreed to be named. */
  holder: string | null;
  parkName: string;
  courseName: string;
  edition: number;
  locale: Locale;
  completedAt: number;
  issuedAt: number;
  validUntil: number | null;
  /** `replaced`: by a correction. */
  state: RegistryState;
  reason: string | null;
  replacedBy: string | null;
};

export type Registry = {
  query: RegistryQuery;
  records: RegistryRow[];
  /** Value of `after` for the next page. */
  next: string | null;
};
