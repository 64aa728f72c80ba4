import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportNotes } from '~/domain/learning/index.server';
import { notesFilterSchema } from '~/domain/learning/schema';
import { enter } from '~/http/enter.server';
import { formatFor } from '~/i18n/format';
import { lessonPath } from '~/ui/learning/paths';

export async function loader(args: LoaderFunctionArgs) {
  const { app, db, actor, locale, timeZone, at, m, url } = await enter(args, 'account');
  const { course } = notesFilterSchema.parse(Object.fromEntries(url.searchParams));
  const format = formatFor(locale, timeZone);
  const text = exportNotes(db, actor, {
    course,
    locale,
    words: {
      title: m.notes.title,
      lead: m.notes.exported({ date: format.dateTime(at) }),
      empty: m.notes.exportEmpty,
      kinds: m.notes.kinds,
      formerly: m.notes.exportFormerly,
      paragraph: m.notes.paragraph,
      date: format.dateTime,
      link: (course, lesson, hash) => app.config.origin + lessonPath(course, lesson, { hash }),
    },
  });
  const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at);
  return new Response(text, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="parkbridge-notes-${date}.md"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
