// What stands in for a page that is not kept, and the list of those that are.
import { useSearchParams } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useI18n } from '~/i18n/react';
import { Button } from '~/ui/primitives/button';
import { Empty } from '~/ui/primitives/card';
import { Page } from '~/ui/primitives/page';
import { useOfflineView } from './offline-view';
import { useSize } from './size';

export function OfflinePage() {
  const { m, format } = useI18n();
  const words = m.offline;
  const size = useSize();
  const [query] = useSearchParams();
  const { kept, words: known } = useOfflineView();
  // The device keeps one page for every address that is wanted, so what the address says is read once that page has come to life.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const from = alive ? query.get('from') : null;
  const wanted = from && /^\/(?!\/)/.test(from) ? from : null;
  const none = <Empty title={words.noneTitle}>{words.none}</Empty>;
  // With a worker, what is kept is known a little later; without one, or without JavaScript, nothing can be.
  const looked = known !== null || (alive && !navigator.serviceWorker?.controller);
  return (
    <Page title={words.title} lead={wanted ? words.noConnection : words.lead}>
      {alive && query.has('sign-out') && <p className="mb-6 max-w-prose">{words.signOutLater}</p>}
      {wanted && (
        <div className="mb-10">
          <p className="mb-4 max-w-prose">{words.notHere}</p>
          <Button type="button" onClick={() => window.location.assign(wanted)}>
            {words.again}
          </Button>
        </div>
      )}
      <noscript>{none}</noscript>
      {looked && kept.length === 0 && none}
      {kept.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept" className="mb-4 text-2xl">
            {words.kept}
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {kept.map((course) => (
              <li key={course.course} data-theme={course.theme} className="py-4">
                <a
                  href={`/courses/${course.course}`}
                  className="link inline-flex min-h-11 items-center text-lg"
                >
                  {course.title}
                </a>
                <p className="text-sm text-muted">
                  {words.keptAsOf({ date: format.dateTime(course.keptAt), size: size(course.bytes) })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
