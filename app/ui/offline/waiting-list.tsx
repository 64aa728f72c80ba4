// What was written on this device and is not sent, or became something else: with its text, why, and what can be done.
import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import type { KeptCourse, Waiting } from '~/offline/device';
import { discard, tryAgain } from '~/offline/queue';
import { lessonPath } from '~/ui/learning/paths';
import { Button } from '~/ui/primitives/button';
import { Badge } from '~/ui/primitives/notice';

export function WaitingList(props: { waiting: Waiting[]; kept: KeptCourse[]; onAgain(): void }) {
  const { m } = useI18n();
  return (
    <>
      <h2 className="text-lg">{m.offline.list}</h2>
      <ul className="mt-2 divide-y divide-line">
        {props.waiting.map((each) => (
          <Item key={each.seq} item={each} kept={props.kept} onAgain={props.onAgain} />
        ))}
      </ul>
    </>
  );
}

const tones = { waiting: 'plain', refused: 'warning', merged: 'accent' } as const;

function Item({ item, kept, onAgain }: { item: Waiting; kept: KeptCourse[]; onAgain(): void }) {
  const { m, format } = useI18n();
  const words = m.offline;
  const path = lessonPath(item.course, item.lesson);
  const title = kept.flatMap(({ pages }) => pages).find((page) => page.path === path)?.title ?? item.lesson;
  const note = item.fields.note ?? '';
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">
          {words.kinds[item.what]}: {title}
        </span>
        <Badge tone={tones[item.state]}>{words.states[item.state]}</Badge>
        <span className="text-sm text-muted">{format.dateTime(item.at)}</span>
      </p>
      {item.state === 'refused' && (
        <p className="mt-1.5">{words.reasons[item.error ?? ''] ?? words.reasonElse}</p>
      )}
      {item.state === 'merged' && <p className="mt-1.5">{words.merged}</p>}
      {note !== '' && <Text label={item.state === 'waiting' ? null : words.yourText} text={note} />}
      {item.kept !== undefined && item.kept !== '' && <Text label={words.nowReads} text={item.kept} />}
      {item.state !== 'waiting' && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3">
          <Link to={path} className="link inline-flex min-h-11 items-center">
            {words.openLesson}
          </Link>
          {item.state === 'refused' && item.what !== 'completion' && item.what !== 'removal' && (
            <Button tone="plain" type="button" onClick={() => void tryAgain(item.seq).then(onAgain)}>
              {words.tryAgain}
            </Button>
          )}
          <Button tone="plain" type="button" onClick={() => void discard(item.seq)}>
            {item.state === 'merged' ? words.understood : words.discard}
          </Button>
        </div>
      )}
    </li>
  );
}

function Text({ label, text }: { label: string | null; text: string }) {
  return (
    <div className="mt-2">
      {label && <p className="text-sm text-muted">{label}</p>}
      <p
        className="max-h-40 overflow-y-auto rounded-card bg-raised px-3 py-2 whitespace-pre-wrap"
        tabIndex={0}
      >
        {text}
      </p>
    </div>
  );
}
