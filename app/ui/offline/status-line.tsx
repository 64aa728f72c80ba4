// The line at the foot of the window: whether there is a connection, what waits to be sent, and what became of it. Nothing to say,
// nothing shown.
import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '~/ui/primitives/button';
import { Icon, type IconName } from '~/ui/primitives/icon';
import { type Device, workForDevice } from './device-work';
import { guardQuiz } from './guard-quiz';
import { setOfflineView } from './offline-view';
import { WaitingList } from './waiting-list';

const unknown: Device = {
  offline: false,
  owner: null,
  waiting: [],
  foreign: 0,
  kept: [],
  sending: false,
};

export function StatusLine() {
  const { m, locale } = useI18n();
  const words = m.offline;
  const [device, setDevice] = useState(unknown);
  const [open, setOpen] = useState(false);
  const work = useRef<ReturnType<typeof workForDevice> | null>(null);
  useEffect(() => {
    const begun = workForDevice(locale, setDevice);
    work.current = begun;
    return () => begun.stop();
  }, [locale]);
  const { pathname } = useLocation();
  const keptPage = useKeptPage(pathname, device.offline);
  useEffect(() => {
    if (device === unknown) return;
    const { offline, waiting, kept } = device;
    setOfflineView({ offline, keptPage, waiting, kept, words });
  }, [device, keptPage, words]);
  const nobody = device !== unknown && device.owner === null;
  // Somebody may have signed in since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on every page.
  useEffect(() => {
    if (nobody) work.current?.tryNow();
  }, [pathname, nobody]);
  useEffect(() => guardQuiz(() => setDevice((now) => ({ ...now, offline: true }))), []);
  const said = useSentences(device, keptPage);
  const { waiting, kept } = device;
  const listed = waiting.length > 0;
  useEffect(() => {
    if (!listed) setOpen(false);
  }, [listed]);
  return (
    <div className="no-print sticky bottom-0 z-20">
      {open && listed && (
        <section
          id="waiting"
          aria-label={words.list}
          className="max-h-[60dvh] overflow-y-auto overscroll-contain border-t border-line bg-surface shadow-over"
        >
          <div className="mx-auto max-w-6xl px-gutter py-4">
            <WaitingList waiting={waiting} kept={kept} onAgain={() => work.current?.tryNow()} />
          </div>
        </section>
      )}
      <div className={said ? 'border-t border-line bg-surface shadow-over' : undefined}>
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-gutter text-sm">
          <p role="status" aria-live="polite" className="min-w-0 flex-1 basis-60">
            {said && (
              <span className="flex min-h-11 items-center gap-2.5 py-2">
                <Icon name={said.icon} className={said.tone} />
                <span>{said.text}</span>
              </span>
            )}
          </p>
          {said?.reload && (
            <Button tone="plain" type="button" onClick={() => window.location.reload()}>
              {words.reload}
            </Button>
          )}
          {said?.signIn && (
            <ButtonLink tone="plain" to="/sign-in" reloadDocument>
              {words.signIn}
            </ButtonLink>
          )}
          {listed && (
            <Button
              tone="plain"
              type="button"
              aria-expanded={open}
              aria-controls={open ? 'waiting' : undefined}
              onClick={() => setOpen(!open)}
            >
              {open ? words.hide : words.show}
              <span className="sr-only">: {words.list}</span>
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

type Line = { text: string; icon: IconName; tone: string; reload?: boolean; signIn?: boolean };

/** What there is to say; null for nothing. */
function useSentences(
  { offline, owner, waiting, foreign, kept, sending }: Device,
  shown: boolean,
): Line | null {
  const { m, format, locale } = useI18n();
  const words = m.offline;
  const { pathname } = useLocation();
  const toSend = waiting.filter(({ state }) => state === 'waiting').length;
  const attention = waiting.length - toSend;
  const allSent = useAllSent(owner, toSend);
  const sentences: string[] = [];
  if (offline) {
    sentences.push(words.offline);
    const page = kept.find(
      ({ course, pages }) => pathname === `/courses/${course}` || pages.some(({ path }) => path === pathname),
    );
    if (page && shown) sentences.push(words.keptPage({ date: format.dateTime(page.keptAt) }));
  }
  if (sending && toSend > 0) sentences.push(words.sending({ count: toSend }));
  else if (toSend > 0) sentences.push(words.waits({ count: toSend }));
  if (attention > 0) sentences.push(words.refused({ count: attention }));
  if (owner === null && foreign > 0) sentences.push(words.foreign);
  if (!offline && shown) sentences.push(words.online);
  if (!offline && toSend === 0 && attention === 0 && allSent) sentences.unshift(words.allSent);
  if (sentences.length === 0) return null;
  const warns = attention > 0;
  const icon: IconName = warns ? 'alert' : allSent && !offline ? 'check' : offline ? 'device' : 'info';
  return {
    text: sentences.join(locale === 'zh-Hans' ? '' : ' '),
    icon,
    tone: warns ? 'text-warning' : allSent && !offline ? 'text-positive' : 'text-muted',
    reload: !offline && shown,
    signIn: owner === null && foreign > 0 && !offline,
  };
}

/** Milliseconds for which it is said that everything is sent. */
const saysSent = 10_000;

/** Whether the last of what waited was sent a moment ago, by this page or the worker. */
function useAllSent(owner: string | null, toSend: number): boolean {
  const [sent, setSent] = useState(false);
  const before = useRef({ owner, toSend });
  useEffect(() => {
    const last = before.current;
    before.current = { owner, toSend };
    if (last.owner === owner && last.toSend > 0 && toSend === 0) setSent(true);
    else if (toSend > 0) setSent(false);
  }, [owner, toSend]);
  useEffect(() => {
    if (!sent) return;
    const over = window.setTimeout(() => setSent(false), saysSent);
    return () => window.clearTimeout(over);
  }, [sent]);
  return sent;
}

/** Whether the page on show is one that the device had kept: it was loaded so, or gone to without a connection. */
function useKeptPage(pathname: string, offline: boolean): boolean {
  const [kept, setKept] = useState(document.documentElement.dataset.kept === undefined ? null : pathname);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    setKept(offline ? pathname : null);
  }, [pathname, offline]);
  return kept === pathname;
}
