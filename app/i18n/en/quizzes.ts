// The quiz: what awaits, taking it, and its result.
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const quizzes = {
  question: (v: { number: number; total: number }) => `Question ${v.number} of ${v.total}`,
  before: {
    title: 'Before you start',
    questions: (v: { count: number }) => some(v.count, 'question', 'questions'),
    pass: (v: { needed: number; total: number; mark: string }) =>
      `You pass with ${v.needed} of ${v.total} right (${v.mark}).`,
    anyAttempts: 'You may try as often as you like.',
    attemptsLeft: (v: { left: number; total: number }) =>
      `${v.left} of ${some(v.total, 'attempt', 'attempts')} left.`,
    wait: (v: { time: string }) => `Between two attempts there are ${v.time}.`,
    limit: (v: { time: string }) =>
      `You have ${v.time} from when you start. The clock does not stop when you close the page; when time is up, what is saved is handed in.`,
    noLimit: 'Take your time: answers are saved as you go, and you can continue later on any device.',
    afterPass: 'The right answers are shown once you pass.',
    always: 'The right answers are shown after each attempt.',
    never: 'The right answers are not shown, but every answer gets a comment.',
    shuffled: 'Each attempt has its own order.',
    start: 'Start',
    again: 'Start a new attempt',
    used: 'You have used all your attempts. Please speak to the course’s instructor.',
    nextAt: (v: { date: string }) => `Your next attempt is possible from ${v.date}.`,
    enrolFirst: 'Enrol in the course to take its quiz.',
  },
  time: {
    minutes: (v: { count: number }) => some(v.count, 'minute', 'minutes'),
    hours: (v: { count: number }) => some(v.count, 'hour', 'hours'),
    days: (v: { count: number }) => some(v.count, 'day', 'days'),
    left: (v: { time: string }) => `${v.time} left`,
    due: (v: { date: string }) => `Hand in by ${v.date}`,
    up: 'Time is up. Handing in what you have answered…',
  },
  sitting: {
    label: 'Your attempt',
    answered: (v: { count: number; total: number }) => `${v.count} of ${v.total} answered`,
    language: (v: { language: string }) =>
      `You began this attempt in ${v.language} and finish it in that language.`,
    save: 'Save for later',
    saving: 'Saving…',
    saved: 'Saved',
    unsaved: 'Not saved yet.',
    failed: 'Not saved: there is no connection. Please keep this page open; it tries again.',
    signedOut:
      'Not saved: you are signed out. Save or hand in, and after signing in your answers are here again.',
    kept: 'Your answers are saved. You can go on now or later, here or on another device.',
    typed: 'These answers are from before you signed in and are not saved yet.',
    submit: 'Hand in',
    submitting: 'Handing in…',
    submitAnyway: 'Hand in as it is',
    moved: (v: { date: string; questions: string }) =>
      `Other answers were saved from another tab or device (${v.date}). Nothing has been overwritten. They differ at: ${v.questions}.`,
    takeOther: 'Take the other answers',
    keepMine: 'Keep the answers on this page',
    outdated:
      'This quiz was rewritten after you began, so these answers can no longer be graded. They stay here until you start the new version.',
    startNew: 'Start the new version',
  },
  hints: {
    single: 'Choose one answer.',
    multiple: 'Choose all that apply.',
    'true-false': 'True or false?',
    numeric: 'Type a number.',
    numericUnits: (v: { units: string }) => `Type a number with its unit: ${v.units}.`,
    'short-text': 'Type a few words. Capitals, accents and punctuation do not matter.',
    matching: 'Choose what belongs to each.',
    ordering: 'Give each its place.',
  },
  field: {
    answer: 'Your answer',
    choose: 'Choose…',
    place: (v: { item: string }) => `Place of: ${v.item}`,
    noPlace: '–',
    up: (v: { item: string }) => `Move up: ${v.item}`,
    down: (v: { item: string }) => `Move down: ${v.item}`,
    moved: (v: { item: string; place: number; total: number }) => `${v.item}: place ${v.place} of ${v.total}`,
    readAs: (v: { number: string }) => `Read as ${v.number}`,
  },
  /** The same as in `fields`, where it is known what was typed. */
  unclear: {
    twoWays: (v: { typed: string; one: string; other: string }) =>
      `“${v.typed}” was read as ${v.one}, but it may also mean ${v.other}. Please write it without a sign between thousands and without noughts at the end.`,
    unitUnknown: (v: { units: string }) => `This unit is not known here. Use ${v.units}, or leave it out.`,
    unitMissing: (v: { units: string; number: string }) =>
      `Read as ${v.number}, but of what? Add the unit: ${v.units}.`,
  },
  past: {
    title: 'Your attempts',
    line: (v: { correct: number; total: number; date: string }) =>
      `${v.correct} of ${v.total} right, ${v.date}`,
    passed: 'Passed',
    failed: 'Not passed',
  },
  attempt: {
    title: (v: { lesson: string }) => `Result: ${v.lesson}`,
    passed: 'You passed',
    failed: 'Not passed yet',
    score: (v: { correct: number; total: number; score: string; mark: string }) =>
      `${v.correct} of ${some(v.total, 'question', 'questions')} right (${v.score}). ${v.mark} is needed to pass.`,
    submitted: (v: { date: string }) => `Handed in ${v.date}`,
    late: 'Time was up, so what had been saved by then was graded.',
    already:
      'This attempt had already been handed in from another tab or device. These are the answers that were graded.',
    right: 'Right',
    wrong: 'Wrong',
    yours: 'Your answer',
    correct: 'Correct answer',
    correctOrder: 'Correct order',
    within: (v: { number: string }) => `within ${v.number}`,
    or: (v: { words: string }) => `or ${v.words}`,
    unanswered: 'You did not answer this question.',
    partly: 'You answered only part of this question.',
    noPlace: 'No place given',
    hidden: 'The correct answers are shown once you pass.',
    neverShown: 'The correct answers of this quiz are not shown.',
    again: 'Try again',
    continue: 'Continue',
    backToLesson: 'Back to the quiz',
  },
  errors: {
    'quiz-missing': 'This quiz has no questions. Please tell the course’s instructor.',
    'answers-unfit':
      'Some answers do not belong to this quiz. Please look at them again; nothing was graded.',
    'answers-unclear':
      'Some answers can be understood in more than one way. Please look at them again; nothing was graded, and your answers are kept.',
    'answers-missing':
      'Some questions are not answered. You can still answer them, or hand in as it is. Nothing was graded yet.',
    'attempts-used': 'You have used all your attempts at this quiz.',
    'attempt-too-soon': 'It is too soon for the next attempt. The page says from when it is possible.',
    'sitting-unknown':
      'This attempt is no longer open: it was handed in from another tab or device. Its result is listed below.',
    'sitting-over': 'Time is up. What had been saved by then is graded.',
    'sitting-moved':
      'Other answers were saved from another tab or device. Nothing was overwritten and nothing graded.',
  },
  fields: {
    'question-unknown': 'This question is not part of the quiz.',
    'choice-unknown': 'This answer is not one of the choices.',
    'choose-one': 'Choose one answer only.',
    'answer-too-long': 'This answer is too long. Please shorten it to 200 characters.',
    'not-answered': 'Not answered yet.',
    'place-twice': 'Two have the same place. Give each its own.',
    'number-unclear': 'This could not be read as one number. Please write digits only, like 1250 or 12.5.',
    'number-two-ways': 'This number can be read in two ways. Please write it like 1250 or 1.25.',
    'number-too-long': 'This number is too long. Please write digits only.',
    'unit-unknown': 'This unit is not known here.',
    'unit-unneeded': 'Please write the number only, without anything after it.',
    'unit-missing': 'Please add the unit.',
  },
};
