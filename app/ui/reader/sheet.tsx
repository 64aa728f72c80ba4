// The browser's own dialog over the page: closes at Escape, and at a press beside it.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

type Props = {
  /** The id of its heading, or what it is called. */
  labelledby?: string;
  label?: string;
  small?: boolean;
  onClose: () => void;
  children: (close: () => void) => ReactNode;
};

export function Sheet({ labelledby, label, small = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useShown(dialog);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={labelledby}
      aria-label={label}
      className={`reader-sheet ${small ? 'reader-sheet-small' : ''}`}
      onClose={onClose}
    >
      {children(() => dialog.current?.close())}
    </dialog>
  );
}

function useShown(dialog: RefObject<HTMLDialogElement>): void {
  useEffect(() => {
    const shown = dialog.current;
    const press = (event: MouseEvent) => {
      if (event.target === shown) shown?.close();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === '?') shown?.close();
    };
    shown?.showModal();
    shown?.addEventListener('click', press);
    shown?.addEventListener('keydown', key);
    return () => {
      shown?.removeEventListener('click', press);
      shown?.removeEventListener('keydown', key);
    };
  }, [dialog]);
}
