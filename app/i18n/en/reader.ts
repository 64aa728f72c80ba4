// The reader: what its page says from the start. What its tools say comes with them, see reader-tools.ts.
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const reader = {
  tools: 'Reading tools',
  language: (v: { language: string }) => `Language of the lesson: ${v.language}`,
  readIn: 'Read in',
  besideWith: 'Side by side with',
  oneLanguage: 'One language only',
  listen: 'Listen',
  keys: 'Keyboard',
  minutesLeft: (v: { count: number }) => `About ${some(v.count, 'minute', 'minutes')} left`,
  minutesShort: (v: { count: number }) => `${v.count} min left`,
  almostDone: 'Less than a minute left',
  errors: {},
  fields: {},
};
