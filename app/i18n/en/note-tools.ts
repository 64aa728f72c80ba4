// What notes within a lesson say. They come after the page, and so do these words: they are no area of the catalogue.
type Count = { count: number };
const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const noteTools = {
  handle: (v: { number: number; words: string }) =>
    `Paragraph ${v.number}: note, highlight, bookmark. ${v.words}`,
  handleKeys: 'Up and Down go to other paragraphs.',
  marked: (v: { what: string }) => `(Yours: ${v.what})`,
  has: (v: { notes: number; highlights: number; bookmarked: boolean }) =>
    [
      v.notes > 0 ? some(v.notes, 'note', 'notes') : '',
      v.highlights > 0 ? some(v.highlights, 'highlight', 'highlights') : '',
      v.bookmarked ? 'bookmark' : '',
    ]
      .filter((each) => each !== '')
      .join(', '),
  openMarks: (v: { number: number; what: string }) => `Paragraph ${v.number}: ${v.what}. Open`,
  menu: (v: { number: number }) => `Paragraph ${v.number}`,
  selection: 'Selected words',
  selectionHint: 'Press Tab to note or highlight the selected words.',
  note: 'Note',
  highlight: 'Highlight',
  bookmark: 'Bookmark',
  unbookmark: 'Remove the bookmark',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied.',
  bookmarked: 'Bookmarked.',
  unbookmarked: 'Bookmark removed.',
  highlighted: 'Highlighted.',
  show: (v: Count) => `Show ${some(v.count, 'entry', 'entries')}`,
  panel: 'My notes in this lesson',
  close: 'Close',
  here: (v: { number: number }) => `Paragraph ${v.number}`,
  elsewhere: 'Elsewhere in this lesson',
  goTo: (v: { number: number }) => `Go to paragraph ${v.number}`,
  all: 'All my notes',
  print: 'Print with the lesson',
  add: 'Add a note',
  yours: 'Your note',
  onlyYou: 'Only you can see it.',
  remove: 'Delete',
  removeNote: (v: { words: string }) => `Delete: ${v.words}`,
  removed: 'Deleted.',
  undo: 'Undo',
  moved: 'These words are not in this text: it was put on another language or an earlier edition.',
  saved: 'Saved',
  saving: 'Saving…',
  kept: 'Not saved yet, kept on this device',
  signedOut: 'Not saved yet, kept on this device. Sign in again to save it.',
  unsaved: 'Not saved yet',
  merged: 'Another device wrote here too. Both texts are kept.',
  newer: 'Another device has changed this note, so it was not deleted.',
  left: (v: { left: string }) => `${v.left} characters left`,
  over: (v: { over: string }) =>
    `${v.over} over the limit of 20,000 characters. Shorten it to save it; nothing is cut off.`,
  full: 'This lesson already holds 500 of your notes, highlights and bookmarks. Delete some to make room.',
  refused: 'This could not be saved. The text is kept on this device: copy it, and reload the page.',
};
