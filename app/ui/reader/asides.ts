// Terms open when pointed at or focused, and footnotes are read where they are called. Without this both still work: a term opens
// when it is pressed, a note's number leads to the note.

const openAfter = 180;
const closeAfter = 300;

type Asked = 'hover' | 'focus';

/** Listens within `page`; returns what stops it. */
export function openAsides(page: HTMLElement): () => void {
  let timer: number | undefined;
  let open: { term: HTMLElement; card: HTMLElement; by: Asked } | null = null;

  const show = (term: HTMLElement, by: Asked) => {
    const card = cardOf(term);
    if (!card || card.matches(':popover-open')) return;
    anchor(card, term);
    card.showPopover();
    open = { term, card, by };
  };
  const hide = () => {
    if (open?.card.matches(':popover-open')) open.card.hidePopover();
    open = null;
  };
  const later = (what: () => void, after: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(what, after);
  };
  const over = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    const term = termAt(event.target);
    if (term) {
      if (open?.term === term) window.clearTimeout(timer);
      else later(() => show(term, 'hover'), openAfter);
    } else if (open && within(open.card, event.target)) window.clearTimeout(timer);
    else if (open?.by === 'hover') later(hide, closeAfter);
    else window.clearTimeout(timer);
  };
  const leave = () => {
    if (open?.by === 'hover') later(hide, closeAfter);
    else window.clearTimeout(timer);
  };
  const focus = (event: FocusEvent) => {
    const term = termAt(event.target);
    if (term?.matches(':focus-visible')) show(term, 'focus');
  };
  const blur = (event: FocusEvent) => {
    if (open?.by === 'focus' && !within(open.card, event.relatedTarget)) hide();
  };
  const press = (event: MouseEvent) => {
    const term = termAt(event.target);
    if (term) {
      const card = cardOf(term);
      if (card) anchor(card, term);
      // Pointing at it has opened it already: pressing keeps it.
      if (open?.term === term && open.by === 'hover' && card?.matches(':popover-open')) {
        event.preventDefault();
        open = null;
      }
      return;
    }
    const call =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-footnote-ref]')
        : null;
    if (call && isPlain(event) && showNote(call)) event.preventDefault();
  };

  page.addEventListener('pointerover', over);
  page.addEventListener('pointerleave', leave);
  page.addEventListener('focusin', focus);
  page.addEventListener('focusout', blur);
  page.addEventListener('click', press);
  return () => {
    window.clearTimeout(timer);
    page.removeEventListener('pointerover', over);
    page.removeEventListener('pointerleave', leave);
    page.removeEventListener('focusin', focus);
    page.removeEventListener('focusout', blur);
    page.removeEventListener('click', press);
  };
}

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const termAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.term') : null;

const within = (element: HTMLElement, target: EventTarget | null): boolean =>
  target instanceof Node && element.contains(target);

/** Null where the browser has no popovers: there a term's card opens by style alone. */
function cardOf(term: HTMLElement): HTMLElement | null {
  const card = document.getElementById(term.getAttribute('popovertarget') ?? '');
  return card && 'popover' in card ? card : null;
}

/** Where the browser can, the card stands by its word; `anchorName` is not in the DOM's types yet. */
function anchor(card: HTMLElement, to: HTMLElement): void {
  to.style.setProperty('anchor-name', '--aside');
  card.style.setProperty('position-anchor', '--aside');
  card.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') to.style.removeProperty('anchor-name');
  });
}

/** Shows a copy of the note by the number that calls it. False where that cannot be. */
function showNote(call: HTMLAnchorElement): boolean {
  const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
  if (!note || !('popover' in call)) return false;
  const card = document.createElement('div');
  card.className = 'term-card note-card';
  card.popover = 'auto';
  card.tabIndex = -1;
  card.setAttribute('role', 'note');
  card.setAttribute('aria-label', call.textContent ?? '');
  for (const child of note.childNodes) card.append(child.cloneNode(true));
  for (const back of card.querySelectorAll('.data-footnote-backref')) back.remove();
  for (const named of card.querySelectorAll('[id]')) named.removeAttribute('id');
  (call.closest('sup') ?? call).after(card);
  anchor(card, call);
  card.showPopover();
  card.focus({ preventScroll: true });
  card.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') card.remove();
  });
  return true;
}
