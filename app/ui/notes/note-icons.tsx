// The drawings of notes, highlights, bookmarks and links: decoration, beside words that say the same.
import type { NoteKind } from '~/domain/learning/schema';

const paths: Record<NoteKind | 'link' | 'more', string> = {
  note: 'M4.5 3.5h11v9l-4 4h-7zM11.5 16.5v-4h4M7.3 7.3h5.4M7.3 10.3h3',
  highlight: 'M6.2 12.2 12.8 4l3.6 2.9-6.6 8.2zM6.2 12.2l-1 3.4 1.6.1 3-.6M3.5 17.5h7',
  bookmark: 'M5.5 3.5h9v13L10 12.8 5.5 16.5z',
  answer: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2zM7 8h6M7 10.7h4',
  link: 'M8.4 11.6a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.6 8.4a3 3 0 0 0-4.3 0L4.7 11A3 3 0 0 0 9 15.3l1-1',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
};

export function NoteIcon({ name, size = 20 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className="shrink-0"
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.4 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
