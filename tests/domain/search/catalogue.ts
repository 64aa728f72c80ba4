// Lessons of a test's own making in the index, without publishing: the search knows nothing of how they came to be.

import { indexCourse } from '~/domain/search/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { courses, editionLessons, editions, lessons } from '~db/schema';

export type Text = { locale: Locale; title: string; summary?: string; lines?: string[] };

/** Puts a course of `things` into the index; a thing is a lesson by its slug, in each of its languages. Returns the course's id. */
export function putCourse(
  db: Db,
  things: Record<string, Text[]>,
  { open = false, slug = 'course' } = {},
): number {
  return db.transaction((tx) => {
    const courseId = tx.insert(courses).values({ slug, createdAt: 0 }).returning().get().id;
    const editionId = tx
      .insert(editions)
      .values({ courseId, number: 1, digest: slug, manifest: '{}', publishedAt: 0 })
      .returning()
      .get().id;
    tx.update(courses).set({ currentEditionId: editionId }).run();
    const found = Object.entries(things).flatMap(([lesson, texts], index) => {
      const lessonId = tx.insert(lessons).values({ courseId, slug: lesson }).returning().get().id;
      const place = { editionId, lessonId, position: index + 1, revision: 1, required: true, preview: open };
      tx.insert(editionLessons)
        .values({ ...place, kind: 'reading' })
        .run();
      return texts.map(({ locale, title, summary = '', lines = [] }) => ({
        kind: 'lesson' as const,
        key: `lesson/${lesson}`,
        locale,
        lessonId,
        open,
        source: JSON.stringify([title, summary, lines]),
        read: () => ({
          title,
          summary,
          paragraphs: lines.map((text, line) => ({
            anchor: `b${line + 1}`,
            heading: text.startsWith('#'),
            text: text.replace(/^#\s*/, ''),
          })),
        }),
      }));
    });
    indexCourse(tx, courseId, found);
    return courseId;
  });
}
