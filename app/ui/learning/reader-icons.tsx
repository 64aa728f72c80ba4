// The reader's small drawings, all with the same stroke.
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      {children}
    </svg>
  );
}

export const LanguageIcon = () => (
  <Icon>
    <path d="M2.5 4.5h8M6.5 2.5v2M9 4.5c-.6 3.2-2.8 5.8-6 7M4.2 7c1 2 2.9 3.6 5 4.3M10 17.5l3.8-9 3.7 9M11.4 14.4h4.8" />
  </Icon>
);
export const ListenIcon = () => (
  <Icon>
    <path d="M3 12.5v-2a7 7 0 0 1 14 0v2M3 12h2.2v4.5H4.4A1.4 1.4 0 0 1 3 15.1zM17 12h-2.2v4.5h.8a1.4 1.4 0 0 0 1.4-1.4z" />
  </Icon>
);
export const KeysIcon = () => (
  <Icon>
    <rect x="2" y="4.5" width="16" height="11" rx="2" />
    <path d="M5 8h.01M8.3 8h.01M11.7 8h.01M15 8h.01M6.5 12h7" />
  </Icon>
);
export const TickIcon = () => (
  <Icon>
    <path d="M4.5 10.5l3.5 3.5 7.5-8" />
  </Icon>
);
