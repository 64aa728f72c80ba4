// Beside the file field, where a script runs: the camera, and photos that are looked at before they are sent.
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';

type State = 'idle' | 'on' | 'refused';

export function QrTools({ maxBytes }: { maxBytes: number }) {
  const { m } = useI18n();
  const words = m.verify;
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<State>('idle');
  const [problem, setProblem] = useState<'too-large' | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => setReady(Boolean(navigator.mediaDevices?.getUserMedia)), []);

  useEffect(() => {
    const file = document.querySelector<HTMLInputElement>('#file');
    const look = async () => {
      setProblem(null);
      const chosen = file?.files?.[0];
      if (!file || !chosen) return;
      // Photos are larger than what may be sent; of a photo only its QR code matters.
      if (
        /^image\/(jpeg|webp|heic|avif)$/.test(chosen.type) ||
        (chosen.type === 'image/png' && chosen.size > maxBytes)
      ) {
        const { readPhoto } = await import('./read-qr');
        const text = await readPhoto(chosen).catch(() => null);
        if (text !== null) {
          file.value = '';
          return fill(text, false);
        }
      }
      if (chosen.size > maxBytes) {
        file.value = '';
        setProblem('too-large');
      }
    };
    file?.addEventListener('change', look);
    return () => file?.removeEventListener('change', look);
  }, [maxBytes]);

  useEffect(() => {
    if (state !== 'on') return;
    const element = video.current;
    if (!element) return;
    let over = false;
    import('./read-qr')
      .then(({ scan }) => scan(element, () => over))
      .then(
        (text) => {
          if (text === null) return;
          setState('idle');
          fill(text, true);
        },
        () => {
          if (!over) setState('refused');
        },
      );
    return () => {
      over = true;
      const stream = element.srcObject;
      if (stream instanceof MediaStream) for (const track of stream.getTracks()) track.stop();
      element.srcObject = null;
    };
  }, [state]);

  const on = state === 'on';
  return (
    <div className="mt-3">
      {problem && (
        <p role="alert" className="mb-3 font-medium text-danger">
          {words.problems[problem]}
        </p>
      )}
      {ready && (
        <Button type="button" tone="quiet" onClick={() => setState(on ? 'idle' : 'on')}>
          {on ? words.cameraOff : words.camera}
        </Button>
      )}
      {on && (
        <div className="mt-3">
          <p role="status" className="mb-2 text-sm text-muted">
            {words.cameraOn}
          </p>
          <video
            ref={video}
            playsInline
            muted
            className="aspect-[4/3] w-full max-w-md rounded-card bg-ink object-cover"
          />
        </div>
      )}
      {state === 'refused' && (
        <p role="alert" className="mt-3 font-medium text-danger">
          {words.cameraNone}
        </p>
      )}
    </div>
  );
}

/** Puts what a QR code says into the form, and sends it at once where that is all there is to say. */
function fill(text: string, send: boolean): void {
  const field = document.querySelector<HTMLTextAreaElement>('#text');
  if (!field) return;
  field.value = text;
  if (send) field.form?.requestSubmit();
  else field.focus();
}
