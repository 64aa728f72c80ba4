const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

export const courses = {
  home: {
    metaTitle: 'Parkbridge · knowledge exchange between science parks',
    eyebrow: 'MRANTI and Zhongguancun Science Park',
    title: 'What one park has learned, the other can use',
    lead: 'Parkbridge is where the people who run two science parks, in Kuala Lumpur and in Beijing, learn from each other: courses written by practitioners, for colleagues with the same work to do.',
    browse: 'Browse courses',
    signIn: 'Sign in',
    my: 'Continue learning',
    drawing: 'A bridge between two places: MRANTI in Kuala Lumpur and Zhongguancun in Beijing.',
    points: {
      exchange: {
        title: 'From practice, for practice',
        text: 'Incubation, ecosystem building, research commercialisation: courses set the two parks’ ways side by side.',
      },
      languages: {
        title: 'Three languages, one course',
        text: 'English, Malay and Chinese are equals. Change language in mid-lesson; your progress comes with you.',
      },
      records: {
        title: 'Records that anyone can check',
        text: 'Finish a course and you hold a signed record. An employer can verify it without an account, years from now.',
      },
    },
    courses: 'Courses',
    allOf: (v: { n: number }) => `All ${v.n} courses`,
    none: 'The first courses are being written.',
  },
  catalogue: {
    title: 'Courses',
    lead: 'For everyone at the partner parks. Anyone may look around and read the preview lessons.',
    filters: 'Filter courses',
    theme: 'Theme',
    language: 'Language',
    length: 'Length',
    kind: 'Includes',
    any: 'Any',
    show: 'Show courses',
    clear: 'Clear filters',
    found: (v: { n: number }) => count(v.n, 'course', 'courses'),
    results: 'Courses found',
    lengths: { short: 'Up to 1 hour', medium: '1 to 4 hours', long: 'More than 4 hours' },
    kinds: { reading: 'Readings', quiz: 'Quizzes' },
    all: 'All courses',
    empty: 'There are no courses yet',
    emptyText: 'The first one will appear here as soon as it is published.',
    noMatch: 'No course fits',
    noMatchText: 'Remove a filter, or look at all courses.',
  },
  card: {
    lessons: (v: { n: number }) => count(v.n, 'lesson', 'lessons'),
    quizzes: (v: { n: number }) => count(v.n, 'quiz', 'quizzes'),
    minutes: (v: { n: number }) =>
      v.n < 60
        ? `${v.n} min`
        : v.n % 60 === 0
          ? `${Math.floor(v.n / 60)} h`
          : `${Math.floor(v.n / 60)} h ${v.n % 60} min`,
    progress: (v: { done: number; total: number }) => `${v.done} of ${v.total} required lessons complete`,
    completed: 'Completed',
    languages: 'Languages',
  },
  course: {
    objectives: 'What you will be able to do',
    outline: 'Lessons',
    kinds: { reading: 'Reading', quiz: 'Quiz' },
    optional: 'Optional',
    preview: 'Open to everyone',
    inLanguage: (v: { language: string }) => `In ${v.language}`,
    enrol: 'Enrol',
    enrolHint: 'You can stop at any time and continue where you stopped.',
    continue: 'Continue',
    review: 'Review the course',
    record: 'Open your record',
    progress: 'Your progress',
    progressOf: (v: { done: number; total: number }) =>
      `${v.done} of ${count(v.total, 'required lesson', 'required lessons')} complete`,
    finished: 'You have completed this course.',
    done: 'Complete',
    changed: 'Changed since you completed it',
    again: 'To be done again',
    facts: 'At a glance',
    time: 'Time',
    passMark: 'Pass mark',
    edition: 'Edition',
    editionValue: (v: { number: number; date: string }) => `${v.number}, published ${v.date}`,
    manifest: 'What is in this edition, for machines',
    outlineSize: (v: { modules: number; lessons: number }) =>
      `${count(v.lessons, 'lesson', 'lessons')} in ${count(v.modules, 'module', 'modules')}`,
    past: 'You also completed',
    pastText: 'These lessons are no longer part of the course. What you did stays with you.',
    pastLine: (v: { date: string }) => `completed on ${v.date}`,
    showChanges: 'Show what changed',
    instructors: 'Instructors',
    source: 'written in this language',
    upToDate: 'up to date',
    behind: (v: { n: number; total: number; source: string }) =>
      `${v.n} of ${count(v.total, 'lesson', 'lessons')} behind the ${v.source} text`,
    editions: 'Editions',
    editionsText:
      'A course gets a new edition whenever something in it changes. This is what each one brought.',
    editionTitle: (v: { number: number }) => `Edition ${v.number}`,
    currentEdition: 'Current',
    firstEdition: (v: { lessons: number }) =>
      `The first edition, with ${count(v.lessons, 'lesson', 'lessons')}.`,
    changes: {
      added: 'New lesson',
      major: 'Changed, to be done again',
      minor: 'Changed, completions stay',
      removed: 'Taken out',
    },
    onlyIn: (v: { languages: string }) => `only in ${v.languages}`,
    others: {
      about: 'The description of the course changed.',
      languages: 'The languages of the course changed.',
      mark: 'The pass mark changed.',
      terms: 'Which lessons are required, or open to everyone, changed.',
      order: 'The order of the lessons changed.',
      fresher: 'Translations were brought up to date.',
      staler: 'Translations fell behind the text they render.',
    },
    noNews: 'Nothing that a learner reads is different.',
    olderEditions: (v: { n: number }) => `Show ${count(v.n, 'earlier edition', 'earlier editions')}`,
    unlistedEditions: (v: { n: number }) =>
      `${count(v.n, 'older edition is', 'older editions are')} not listed here.`,
    sampleName: 'Your name',
    sample: 'What your record will say',
    sampleDate: 'The day you complete it',
    sampleNote:
      'It also lists the lessons you completed and the results of the quizzes you passed. Whether others see your name is your choice.',
    get: 'What you get',
    getText:
      'Complete the required lessons and you receive a completion record: signed, bound to this exact edition, and open for anyone to check, without an account.',
    issuer: 'How records are checked',
  },
  errors: {
    'course-refused': 'The course folder has mistakes; nothing was published.',
    'course-moved-on':
      'Somebody else has just published this course. Look at the new edition, then publish again.',
  },
  fields: {},
};
