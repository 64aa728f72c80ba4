// Notes, highlights and bookmarks in a list of their own.
type Count = { count: number };
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const notes = {
  title: 'My notes',
  lead: 'Everything you have noted, highlighted, bookmarked or answered in your lessons. Only you can see it.',
  emptyTitle: 'No notes yet',
  empty:
    'Open a lesson, then choose the mark beside a paragraph, or select some words. What you note, highlight or bookmark is kept here.',
  toMyLearning: 'Go to my learning',
  search: 'Search in my notes',
  course: 'Course',
  allCourses: 'All courses',
  kind: 'Kind',
  allKinds: 'All kinds',
  kinds: {
    note: 'Note',
    highlight: 'Highlight',
    bookmark: 'Bookmark',
    answer: 'Answer',
  },
  kindsMany: {
    note: 'Notes',
    highlight: 'Highlights',
    bookmark: 'Bookmarks',
    answer: 'Answers to questions',
  },
  show: 'Show',
  clear: 'Show all',
  found: (v: Count) => some(v.count, 'entry', 'entries'),
  noneTitle: 'Nothing found',
  none: 'No note has all of these words. Try fewer, or show all.',
  paragraph: (v: { number: number }) => `Paragraph ${v.number}`,
  open: 'Open in the lesson',
  formerly: 'This lesson is no longer part of the course.',
  changedAt: (v: { date: string }) => `Changed ${v.date}`,
  edit: 'Edit',
  save: 'Save',
  text: 'Your note',
  hint: 'Only you can see it. Up to 20,000 characters.',
  remove: 'Delete',
  removeAsk: 'Delete this? Your other notes stay.',
  removeAskAnswer: 'Clear this answer? The question stays in the lesson.',
  removeYes: 'Yes, delete',
  removed: 'Deleted.',
  undo: 'Undo',
  restored: 'It is back.',
  saved: 'Saved.',
  merged: 'Another device had changed this in the meantime. Both texts have been kept.',
  newer:
    'Another device has changed this note in the meantime, so it was not deleted. Here is what it says now.',
  export: 'Download as Markdown',
  exportCourse: 'Download this course’s notes',
  exported: (v: { date: string }) => `From Parkbridge, ${v.date}`,
  exportEmpty: 'There are no notes.',
  exportFormerly: 'no longer part of the course',
  pages: 'Pages',
  page: (v: { page: number; pages: number }) => `Page ${v.page} of ${v.pages}`,
  /** Between two texts that were written on one note. */
  otherDevice: (v: { date: string }) => `From another device, ${v.date}`,
  errors: {
    'annotations-full':
      'This lesson already holds 500 of your notes, highlights and bookmarks. Delete some to make room.',
    'quote-too-long': 'The selected words are too long. Select fewer.',
  },
  fields: {
    'quote-too-long': 'The selected words are too long. Select fewer.',
  },
};
