// The course kept on the device, and what waits there to be sent.
type Count = { count: number };
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const offline = {
  title: 'Offline',
  lead: 'What you keep on this device can be read without a connection.',
  noConnection: 'There is no connection.',
  notHere: 'The page you wanted is not kept on this device. It opens as soon as there is a connection again.',
  signOutLater:
    'You are not signed out yet, since that needs a connection. The courses kept on this device have been removed. Sign out again when you are back online.',
  again: 'Try again',
  kept: 'Courses on this device',
  noneTitle: 'No course on this device',
  none: 'While you have a connection, open a course you are enrolled in and choose “Keep on this device”.',
  keptAsOf: (v: { date: string; size: string }) => `As of ${v.date} · ${v.size}`,
  // The control on a course
  keep: 'Keep on this device',
  keepHint: 'Read it without a connection. What you complete and note is sent later.',
  keeping: (v: { done: number; total: number; size: string }) =>
    `Keeping: ${v.done} of ${v.total} · ${v.size}`,
  isKept: 'Kept on this device',
  remove: 'Remove',
  removeFrom: (v: { course: string }) => `Remove “${v.course}” from this device`,
  failures: {
    full: 'There is not enough room on this device. Free some space, or remove another course, and try again.',
    network: 'The connection broke off before everything was here. Nothing is lost; try again.',
    gone: 'This course could not be kept: you are no longer enrolled, or no longer signed in.',
  },
  // The line at the foot of the window
  offline: 'You are offline.',
  keptPage: (v: { date: string }) => `This page is as it was kept on ${v.date}.`,
  waits: (v: Count) => `${some(v.count, 'thing waits', 'things wait')} to be sent.`,
  sending: (v: Count) => `Sending ${some(v.count, 'thing', 'things')}…`,
  allSent: 'Everything is sent.',
  refused: (v: Count) => `${some(v.count, 'thing needs', 'things need')} your attention.`,
  signInToSend: (v: Count) => `${some(v.count, 'thing waits', 'things wait')} on this device to be sent.`,
  foreign:
    'Something written on this device is not sent yet. It waits until whoever wrote it signs in here again.',
  signIn: 'Sign in to send',
  online: 'You are online again. This page is the one kept on the device.',
  reload: 'Show the current page',
  show: 'Show',
  hide: 'Hide',
  // What waits
  list: 'Written on this device',
  kinds: {
    completion: 'Lesson complete',
    reflection: 'Your answer',
    annotation: 'Note',
    removal: 'Note deleted',
  },
  states: {
    waiting: 'Waits to be sent',
    refused: 'Could not be sent',
    merged: 'Sent; both texts kept',
  },
  merged:
    'You had changed this on another device as well. Both texts were kept, one after the other; you can tidy them up in the lesson.',
  nowReads: 'It now reads:',
  yourText: 'What you wrote:',
  openLesson: 'Open the lesson',
  tryAgain: 'Send again',
  discard: 'Take off the list',
  understood: 'Understood',
  reasons: {
    'lesson-changed':
      'The lesson has changed a good deal since you read it here. Read the new version and complete it again.',
    'not-enrolled': 'You are no longer enrolled in this course.',
    'not-found': 'This lesson is no longer part of the course.',
    'text-unknown': 'This text is no longer part of the lesson. Open the lesson to see what it says now.',
    'reflection-unknown':
      'The question you answered is no longer in the lesson. Copy your answer if you want to keep it.',
    'quiz-not-passed': 'A quiz is completed by passing it.',
    'note-too-long': 'This note is longer than a note may be. Copy it and shorten it.',
    'note-moved-on':
      'You had changed this on another device, and both texts together are too long. Copy yours and put it in by hand.',
    'annotations-full':
      'There are as many notes on this lesson as there may be. Delete one, then send again.',
    'note-changed': 'You had written on this note on another device since, so it was not deleted.',
  } as Record<string, string>,
  reasonElse: 'The server did not accept it. Open the lesson and look whether it is there.',
  completeWaits: 'Complete. This will be sent when you are back online.',
  willBeSent: 'will be sent',
  quizTitle: 'A quiz needs the network',
  quiz: 'It is marked on the server, so it cannot be answered offline. What you have answered so far stays on this page.',
  errors: {},
  fields: {},
};
