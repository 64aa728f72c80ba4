// The list of the keys, in the browser's own dialog.
import { useState } from 'react';
import type { ReaderWords } from '~/i18n/reader-words';
import { Icon } from '~/ui/primitives/icon';
import { keysAreOn, setKeys } from './keys';
import { Sheet } from './sheet';

type Key = Exclude<keyof ReaderWords['keys'], 'title' | 'reading' | 'going' | 'marking' | 'on' | 'onHint'>;

const groups: { title: 'reading' | 'marking' | 'going'; keys: [string, Key][] }[] = [
  {
    title: 'reading',
    keys: [
      ['j', 'next'],
      ['k', 'previous'],
      ['s', 'listen'],
      ['o', 'outline'],
      ['l', 'language'],
    ],
  },
  {
    title: 'going',
    keys: [
      ['n', 'nextLesson'],
      ['p', 'previousLesson'],
      ['/', 'search'],
      ['?', 'sheet'],
      ['Esc', 'escape'],
    ],
  },
  {
    title: 'marking',
    keys: [
      ['b', 'bookmark'],
      ['m', 'note'],
    ],
  },
];

export function KeysSheet(props: { words: ReaderWords; marks: boolean; onClose: () => void }) {
  const { marks, onClose } = props;
  const words = props.words.keys;
  const [on, setOn] = useState(keysAreOn);
  return (
    <Sheet labelledby="keys-title" onClose={onClose}>
      {(close) => (
        <div className="p-6 sm:p-8">
          <div className="mb-5 flex items-center justify-between gap-4">
            <h2 id="keys-title" className="text-2xl">
              {words.title}
            </h2>
            <button
              type="button"
              aria-label={props.words.dismiss}
              onClick={close}
              className="-mr-3 flex size-11 cursor-pointer items-center justify-center rounded-card hover:bg-raised"
            >
              <Icon name="close" />
            </button>
          </div>
          <div className="gap-x-10 sm:columns-2">
            {groups
              .filter(({ title }) => marks || title !== 'marking')
              .map(({ title, keys }) => (
                <section key={title} aria-labelledby={`keys-${title}`} className="mb-5 break-inside-avoid">
                  <h3 id={`keys-${title}`} className="eyebrow mb-1 font-sans">
                    {words[title]}
                  </h3>
                  <dl>
                    {keys.map(([key, what]) => (
                      <div
                        key={key}
                        className={`flex items-baseline gap-4 py-1 ${on || key === 'Esc' ? '' : 'text-muted'}`}
                      >
                        <dt>
                          <kbd>{key}</kbd>
                        </dt>
                        <dd>{words[what]}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              ))}
          </div>
          <div className="mt-1 border-t border-line pt-4">
            <label className="flex min-h-11 cursor-pointer items-center gap-3 font-medium">
              <input
                type="checkbox"
                className="size-5 shrink-0"
                checked={on}
                aria-describedby="keys-hint"
                onChange={(event) => {
                  setKeys(event.currentTarget.checked);
                  setOn(event.currentTarget.checked);
                }}
              />
              {words.on}
            </label>
            <p id="keys-hint" className="text-[0.9375rem] text-muted">
              {words.onHint}
            </p>
          </div>
        </div>
      )}
    </Sheet>
  );
}
