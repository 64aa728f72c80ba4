// What was written and is not confirmed yet: kept on the device until the server has it, sent again until then. Nothing typed is lost
// by a closed tab or a dead network; sending anything twice is harmless.
import { noteLimit } from '~/domain/learning/rules';
import { lessonSubpath } from '~/ui/learning/paths';
import { changeMark, type Mark, marksNow } from './marks';

/** dirty: to be sent; kept: could not be sent; the others say why it will not be sent as it is. */
export type DraftState = 'dirty' | 'sending' | 'kept' | 'signed-out' | 'too-long' | 'full' | 'refused';
export type Draft = { mark: Mark; remove: boolean; state: DraftState };

type Lesson = { course: string; lesson: string };

/** Milliseconds after the last key until a note is sent. */
const pause = 1200;
/** And until what could not be sent is tried again. */
const again = 20_000;

export type Drafts = ReturnType<typeof openDrafts>;

/** The drafts of one lesson. `onChange` is told of every change; `onMerged` when another device had written on a note as well. */
export function openDrafts(
  place: Lesson,
  on: { change(): void; merged(id: string): void; newer(id: string): void },
) {
  const drafts = new Map<string, Draft>();
  const timers = new Map<string, number>();
  const { course, lesson } = place;
  let shown: ReadonlyMap<string, Draft> = new Map();

  const tell = () => {
    shown = new Map(drafts);
    on.change();
  };

  const put = (id: string, draft: Draft) => {
    drafts.set(id, draft);
    keep(place, draft);
    tell();
  };
  const drop = (id: string) => {
    drafts.delete(id);
    forget(place, id);
    tell();
  };

  const later = (id: string, ms: number) => {
    window.clearTimeout(timers.get(id));
    timers.set(
      id,
      window.setTimeout(() => void send(id), ms),
    );
  };

  async function send(id: string): Promise<void> {
    window.clearTimeout(timers.get(id));
    const draft = drafts.get(id);
    if (!draft || draft.state === 'sending') return;
    if (!draft.remove && draft.mark.note.length > noteLimit) return put(id, { ...draft, state: 'too-long' });
    const sent = draft.mark;
    put(id, { ...draft, state: 'sending' });
    const answer = await post(place, draft);
    const now = drafts.get(id);
    if (!now) return;
    if (draft.remove) {
      removed(id, now, answer);
      return;
    }
    if (answer.status === 200) {
      const version = Number(answer.body.version);
      const stored = String(answer.body.note);
      changeMark(course, lesson, id, { ...sent, note: stored, version, updatedAt: Date.now() });
      if (answer.body.merged) on.merged(id);
      if (now.remove) {
        put(id, { ...now, mark: { ...now.mark, version }, state: 'dirty' });
        return later(id, 0);
      }
      if (now.mark.note === sent.note) return drop(id);
      // Typed on while it was under way: that belongs behind what another device wrote.
      const note =
        stored === sent.note
          ? now.mark.note
          : stored.endsWith(sent.note)
            ? stored.slice(0, stored.length - sent.note.length) + now.mark.note
            : `${stored}\n\n${now.mark.note}`;
      put(id, { ...now, mark: { ...now.mark, note, version }, state: 'dirty' });
      return later(id, pause);
    }
    put(id, { ...now, state: stateAfter(answer) });
    if (stateAfter(answer) === 'kept') later(id, again);
  }

  function removed(id: string, now: Draft, answer: Answer): void {
    const { status, body } = answer;
    if (status === 200) {
      changeMark(course, lesson, id, null);
      if (now.remove) drop(id);
      else {
        // Brought back while it was under way.
        put(id, { ...now, state: 'dirty' });
        later(id, 0);
      }
    } else if (status === 409) {
      const newer = { ...now.mark, note: String(body.note), version: Number(body.version) };
      changeMark(course, lesson, id, newer);
      drop(id);
      on.newer(id);
    } else {
      const state = stateAfter(answer);
      put(id, { ...now, state });
      if (state === 'kept') later(id, again);
    }
  }

  const retry = () => {
    for (const [id, { state }] of drafts) {
      if (state === 'kept' || state === 'signed-out') void send(id);
    }
  };
  const leave = () => {
    for (const [id, { state, mark, remove }] of drafts) {
      const begun = mark.kind === 'note' && mark.version === 0 && mark.note === '' && !remove;
      if (state === 'dirty' && !begun) void send(id);
    }
  };
  const shownAgain = () => (document.visibilityState === 'hidden' ? leave() : retry());
  window.addEventListener('online', retry);
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', shownAgain);

  return {
    /** What is not confirmed, by id; the same object until something changes. */
    now: () => shown,
    /** A note that says nothing yet: there is nothing to keep or send. */
    begin(mark: Mark): void {
      drafts.set(mark.id, { mark, remove: false, state: 'dirty' });
      tell();
    },
    /** A note that says nothing any more is none. */
    tidy(mark: Mark): void {
      if (mark.kind !== 'note' || mark.note.trim() !== '') return;
      if (mark.version === 0 && drafts.get(mark.id)?.state !== 'sending') drop(mark.id);
      else this.remove(mark);
    },
    /** Keeps `mark` as it is now and sends it soon, or at once. */
    save(mark: Mark, soon = false): void {
      const known = drafts.get(mark.id);
      const state = known?.state === 'sending' ? 'sending' : 'dirty';
      put(mark.id, { mark: { ...mark, version: known?.mark.version ?? mark.version }, remove: false, state });
      later(mark.id, soon ? 0 : pause);
    },
    remove(mark: Mark): void {
      const known = drafts.get(mark.id);
      const state = known?.state === 'sending' ? 'sending' : 'dirty';
      put(mark.id, { mark: { ...mark, version: known?.mark.version ?? mark.version }, remove: true, state });
      later(mark.id, 0);
    },
    /** Sends what waits for a pause in typing. */
    flush: leave,
    /** Takes up what an earlier visit left on this device. */
    takeUp(): void {
      for (const draft of keptFor(place)) {
        if (drafts.has(draft.mark.id)) continue;
        drafts.set(draft.mark.id, { ...draft, state: 'kept' });
        later(draft.mark.id, 0);
      }
      tell();
    },
    close(): void {
      leave();
      window.removeEventListener('online', retry);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', shownAgain);
    },
  };
}

type Answer = { status: number; body: Record<string, unknown> };

async function post(place: Lesson, { mark, remove }: Draft): Promise<Answer> {
  const { id, kind, block, textDigest, quote, quoteStart, note, version } = mark;
  const fields = remove
    ? { version: String(version) }
    : {
        ...{ kind, block: String(block), text: textDigest, quote, note, version: String(version) },
        quoteStart: quoteStart === null ? '' : String(quoteStart),
      };
  const body = new URLSearchParams(fields);
  try {
    const response = await fetch(
      lessonSubpath(place.course, place.lesson, `annotations/${id}${remove ? '/remove' : ''}`),
      {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body,
        // So that it outlives the page; browsers take 64 kB of this.
        keepalive: body.toString().length < 60_000,
      },
    );
    const said = response.headers.get('content-type')?.includes('json') ? await response.json() : {};
    return { status: response.status, body: said as Record<string, unknown> };
  } catch {
    return { status: 0, body: {} };
  }
}

function stateAfter({ status, body }: Answer): DraftState {
  if (status === 401) return 'signed-out';
  if (body.error === 'annotations-full') return 'full';
  if (body.error === 'note-too-long') return 'too-long';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : 'kept';
}

// On the device. A private window may refuse, and a full one: then the text is where it was typed, and nowhere else.
const prefix = 'parkbridge:draft';
const ownerKey = 'parkbridge:notes-owner';

/** Whose drafts these are: another account on the same device neither sees nor sends them. */
function ownerOf({ course, lesson }: Lesson): string {
  const owner = marksNow(course, lesson)?.owner;
  try {
    if (owner) localStorage.setItem(ownerKey, owner);
    // Without a connection it is whoever was here last.
    return owner ?? localStorage.getItem(ownerKey) ?? '';
  } catch {
    return owner ?? '';
  }
}

const keyOf = (place: Lesson, id: string): string =>
  `${prefix}:${ownerOf(place)}:${place.course}/${place.lesson}:${id}`;

function keep(place: Lesson, { mark, remove }: Draft): void {
  try {
    localStorage.setItem(keyOf(place, mark.id), JSON.stringify({ mark, remove }));
  } catch {}
}

function forget(place: Lesson, id: string): void {
  try {
    localStorage.removeItem(keyOf(place, id));
  } catch {}
}

function keptFor(place: Lesson): Omit<Draft, 'state'>[] {
  try {
    const begin = keyOf(place, '');
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(begin))
      .flatMap((key) => {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Omit<Draft, 'state'> | null;
        return kept?.mark ? [kept] : [];
      });
  } catch {
    return [];
  }
}
