// Addresses of the learner's pages. A language that is in the address stays in it.

type Extra = { lng?: string | null; hash?: string } & Record<string, string | null | undefined>;

export const coursePath = (course: string, extra?: Extra): string => address(`/courses/${course}`, extra);

export const lessonPath = (course: string, lesson: string, extra?: Extra): string =>
  address(`/courses/${course}/lessons/${lesson}`, extra);

/** Where a form of the lesson is sent: `complete`, `attempt`, or `reflections/…`; or one of its pages: `attempts/…`. */
export const lessonSubpath = (course: string, lesson: string, rest: string, extra?: Extra): string =>
  address(`/courses/${course}/lessons/${lesson}/${rest}`, extra);

export const enrolPath = (course: string, extra?: Extra): string =>
  address(`/courses/${course}/enrol`, extra);

export const recordPath = (record: string): string => `/records/${record}`;

function address(path: string, { hash, ...query }: Extra = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString();
  return `${path}${search ? `?${search}` : ''}${hash ? `#${hash}` : ''}`;
}
