// Before a quiz is sent, a look whether the site is there: an answer that meets no server must not take the page away.

/** Looks before each sending of a quiz; calls `lost` where nobody answers, and leaves the page as it is. Returns what ends it. */
export function guardQuiz(lost: () => void): () => void {
  const looked = new WeakSet<HTMLFormElement>();
  const guard = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (!/\/lessons\/[^/]+\/(attempt|sitting)$/.test(new URL(form.action, window.location.href).pathname))
      return;
    if (looked.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) })
      .then(({ ok }) => {
        if (!ok) throw new Error('not there');
        looked.add(form);
        form.requestSubmit(submitter);
      })
      .catch(lost);
  };
  // Ahead of the router's own listener.
  window.addEventListener('submit', guard, true);
  return () => window.removeEventListener('submit', guard, true);
}
