// The status line: a short word on something that was just done and has no place of its own on the page, such as a copied link.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Icon } from './icon';

type Said = { id: number; text: string; tone: 'done' | 'failed' };
type Say = (text: string, tone?: Said['tone']) => void;

const Context = createContext<Say>(() => undefined);

/** Says something at the foot of the window and to assistive technology; it goes away by itself. */
export const useToast = (): Say => useContext(Context);

/** Milliseconds a message stays: time to read it twice. */
const stays = 6000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const count = useRef(0);
  const say = useCallback<Say>((text, tone = 'done') => {
    count.current += 1;
    setSaid({ id: count.current, text, tone });
  }, []);
  useEffect(() => {
    if (!said) return;
    const over = setTimeout(() => setSaid(null), stays);
    return () => clearTimeout(over);
  }, [said]);
  return (
    <Context.Provider value={say}>
      {children}
      <div role="status" aria-live="polite" className="toasts no-print">
        {said && (
          <Toast key={said.id} tone={said.tone}>
            {said.text}
          </Toast>
        )}
      </div>
    </Context.Provider>
  );
}

export function Toast({ tone = 'done', children }: { tone?: Said['tone']; children: ReactNode }) {
  return (
    <p className="toast">
      <Icon name={tone === 'done' ? 'check' : 'alert'} />
      {children}
    </p>
  );
}
