// Putting things in order: a place to choose for each, and with JavaScript arrows that move it and say where it went.
import { useEffect, useRef, useState } from 'react';
import { answerField, partsOf } from '~/domain/assessment/rules';
import { useI18n } from '~/i18n/react';
import type { PublicQuestion } from '~/mdx/schema';
import { RenderedPhrase } from '~/ui/learning/rendered';
import { QuizIcon } from './icons';

type Item = { id: string; html: string };

export function OrderingField(props: {
  question: Extract<PublicQuestion, { type: 'ordering' }>;
  lang: string;
  taken: readonly string[];
  describedBy: string;
  invalid: boolean;
  onAnswer(): void;
}) {
  const { question, lang, taken, describedBy, invalid, onAnswer } = props;
  const { m } = useI18n();
  const text = m.quizzes.field;
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const [start] = useState(() => startOf(question.items, taken));
  const [items, setItems] = useState(start.items);
  /** Places by item; without JavaScript, and until something is moved, whatever was chosen before. */
  const [places, setPlaces] = useState(start.places);
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const total = items.length;

  // Moving a row takes the focus from what is in it.
  useEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-move="${focus.current}"]`)?.focus();
    focus.current = null;
  });

  const move = (item: Item, to: number, by: 'up' | 'down' | 'place') => {
    const place = Math.min(total, Math.max(1, to));
    const others = items.filter(({ id }) => id !== item.id);
    const order = [...others.slice(0, place - 1), item, ...others.slice(place - 1)];
    focus.current = `${item.id}-${by}`;
    setItems(order);
    setPlaces(new Map(order.map(({ id }, index) => [id, String(index + 1)])));
    say(text.moved({ item: wordsOf(item.html), place, total }));
    onAnswer();
  };

  return (
    <>
      <ol ref={list} className="space-y-2">
        {items.map((item, index) => {
          const words = wordsOf(item.html);
          return (
            <li
              key={item.id}
              className="flex flex-wrap items-center gap-x-3 rounded-card border border-line bg-surface py-1.5 pr-1.5 pl-2.5 sm:flex-nowrap"
            >
              <select
                name={answerField(question.id, item.id)}
                data-move={`${item.id}-place`}
                {...(live
                  ? {
                      value: places.get(item.id) ?? '',
                      onChange: (event) => move(item, Number(event.currentTarget.value) || total, 'place'),
                    }
                  : { defaultValue: places.get(item.id) ?? '' })}
                aria-label={text.place({ item: words })}
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                autoComplete="off"
                className="my-0.5 min-h-11 w-20 shrink-0 rounded-card border border-control bg-surface pr-7 pl-3.5 tabular-nums aria-[invalid=true]:border-danger"
              >
                <option value="">{text.noPlace}</option>
                {items.map((each, place) => (
                  <option key={each.id} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
              <RenderedPhrase
                lang={lang}
                html={item.html}
                className="prose -order-1 min-w-0 basis-full px-1 py-1 sm:order-none sm:flex-1 sm:basis-auto"
              />
              <span className={`ml-auto flex shrink-0 ${live ? '' : 'invisible'}`}>
                <Mover
                  label={text.up({ item: words })}
                  name={`${item.id}-up`}
                  idle={index === 0 && places.size > 0}
                  onMove={() => move(item, index, 'up')}
                >
                  <QuizIcon name="up" />
                </Mover>
                <Mover
                  label={text.down({ item: words })}
                  name={`${item.id}-down`}
                  idle={index === total - 1 && places.size > 0}
                  onMove={() => move(item, index + 2, 'down')}
                >
                  <QuizIcon name="down" />
                </Mover>
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** It stays where the focus is even when there is nowhere to move to. */
function Mover(props: {
  label: string;
  name: string;
  idle: boolean;
  onMove(): void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      aria-disabled={props.idle || undefined}
      data-move={props.name}
      onClick={() => !props.idle && props.onMove()}
      className="inline-flex size-11 cursor-pointer items-center justify-center rounded-card text-muted hover:bg-raised hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-35"
    >
      {props.children}
    </button>
  );
}

/** The order and the places of what was answered; what has no place comes last, as it was shown. */
function startOf(items: Item[], taken: readonly string[]): { items: Item[]; places: Map<string, string> } {
  const places = partsOf(taken);
  const placeOf = ({ id }: Item) => Number(places.get(id) ?? items.length + 1);
  return { places, items: [...items].sort((one, other) => placeOf(one) - placeOf(other)) };
}

/** What a person hears: the item's words without its markup. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#x27;/g, '’')
    .replace(/&quot;/g, '”')
    .replace(/\s+/g, ' ')
    .trim();
