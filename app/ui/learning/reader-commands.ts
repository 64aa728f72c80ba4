// What buttons and keys of the lesson page ask of the reader's tools, which may not be there yet.

/** What a button of the page or a key asks of the tools. */
export type ReaderCommand = { do: 'listen' | 'keys' } | { key: string };

let obey: ((command: ReaderCommand) => void) | null = null;
let waiting: ReaderCommand | null = null;
let fetchTools: (() => void) | null = null;

/** Gives a command to the tools, or keeps it until they are there. */
export function askReader(command: ReaderCommand): void {
  if (obey) {
    obey(command);
    return;
  }
  waiting = command;
  fetchTools?.();
}

/** The tools say that they are there; they get what was asked before. Returns what takes it back. */
export function obeyReader(how: (command: ReaderCommand) => void): () => void {
  obey = how;
  if (waiting) how(waiting);
  waiting = null;
  return () => {
    obey = null;
  };
}

/** Keeps a command until the tools are there. */
export function keepCommand(command: ReaderCommand): void {
  waiting = command;
}

/** How the tools are fetched when a command comes before them. Returns what takes it back. */
export function fetchToolsBy(fetching: () => void): () => void {
  fetchTools = fetching;
  return () => {
    fetchTools = null;
  };
}

/** A single key meant for the page: not typed into anything, and with no other key held. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  const { target } = event;
  return !(
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog, [role="textbox"]') !== null)
  );
}
