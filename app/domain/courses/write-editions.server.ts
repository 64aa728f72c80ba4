// The one transaction of publishing.
import { and, eq } from 'drizzle-orm';
import { RENDERER } from '~/mdx/index.server';
import type { Db, Queryable } from '~db/open.server';
import {
  assets,
  courses,
  editionAssets,
  editionLessons,
  editions,
  editionTexts,
  lessons,
  questions,
  renderings,
  texts,
} from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { courseMovedOn } from './errors';
import { indexNewestEdition } from './index-for-search.server';
import type { CourseSource } from './read-course.server';
import type { MadeText, StoredContent } from './render-course.server';
import type { Edition } from './schema';

export type LessonChange = {
  lesson: string;
  /** `major`: its revision rose, so it is to be done again. `minor`: a text changed and completions stay. */
  change: 'added' | 'major' | 'minor' | 'removed';
};

/** A course that is right, with the edition it would become. */
export type Draft = {
  course: CourseSource;
  made: MadeText[];
  before: Edition | null;
  manifest: string;
  digest: string;
  lessons: LessonChange[];
};

/**
 * Writes every draft or none. Returns the number of each course's current edition, new or old.
 * Throws `course-moved-on` where a course has another current edition than the draft was made against.
 */
export function writeEditions(db: Db, actor: Actor, drafts: readonly Draft[], at: number): number[] {
  if (drafts.every((draft) => isUnchanged(draft) && !draft.made.some((one) => one.rendered))) {
    return drafts.map((draft) => draft.before?.number ?? 0);
  }
  return db.transaction((tx) => drafts.map((draft) => writeEdition(tx, actor, draft, at)), {
    behavior: 'immediate',
  });
}

const isUnchanged = (draft: Draft): boolean => draft.before?.digest === draft.digest;

function writeEdition(tx: Queryable, actor: Actor, draft: Draft, at: number): number {
  const { course, made, before, manifest, digest } = draft;
  const found = tx
    .select({ id: courses.id, current: courses.currentEditionId })
    .from(courses)
    .where(eq(courses.slug, course.slug))
    .get();
  if ((found?.current ?? null) !== (before?.id ?? null)) throw courseMovedOn();
  const courseId =
    found?.id ??
    tx.insert(courses).values({ slug: course.slug, createdAt: at }).returning({ id: courses.id }).get().id;
  writeTexts(tx, courseId, made);

  if (before && isUnchanged(draft)) {
    const rendered = made.filter((one) => one.rendered).length;
    if (rendered > 0) {
      indexNewestEdition(tx, courseId);
      writeEntry(tx, actor, {
        action: 'edition.rendered',
        entity: 'edition',
        entityId: before.id,
        detail: { renderer: RENDERER, texts: rendered },
        at,
      });
    }
    return before.number;
  }

  const number = (before?.number ?? 0) + 1;
  const publishedBy = actor.kind === 'account' ? actor.id : null;
  const { id: editionId } = tx
    .insert(editions)
    .values({ courseId, number, digest, manifest, publishedAt: at, publishedBy })
    .returning({ id: editions.id })
    .get();
  let position = 0;
  for (const lesson of course.file.modules.flatMap((module) => module.lessons)) {
    position += 1;
    const { kind, revision, required, preview } = lesson;
    const lessonId = lessonIdOf(tx, courseId, lesson.id);
    tx.insert(editionLessons)
      .values({ editionId, lessonId, position, kind, revision, required, preview })
      .run();
    for (const { text, digest: textDigest, stale } of made.filter((one) => one.text.lesson === lesson.id)) {
      tx.insert(editionTexts).values({ editionId, lessonId, locale: text.locale, textDigest, stale }).run();
    }
  }
  for (const [path, asset] of course.assets) {
    const { digest: assetDigest, mediaType, bytes } = asset;
    tx.insert(assets).values({ digest: assetDigest, mediaType, bytes }).onConflictDoNothing().run();
    tx.insert(editionAssets).values({ editionId, path, assetDigest }).run();
  }
  tx.update(courses).set({ currentEditionId: editionId }).where(eq(courses.id, courseId)).run();
  indexNewestEdition(tx, courseId);
  writeEntry(tx, actor, {
    action: 'edition.published',
    entity: 'edition',
    entityId: editionId,
    detail: { course: course.slug, number, digest, lessons: draft.lessons },
    at,
  });
  return number;
}

/** The texts that were compiled, with their renderings and questions; the others are there already. */
function writeTexts(tx: Queryable, courseId: number, made: readonly MadeText[]): void {
  for (const { text, digest, rendered, uses } of made) {
    if (!rendered) continue;
    tx.insert(texts).values({ digest, source: text.source }).onConflictDoNothing().run();
    const { title, summary, objectives, segments, outline, minutes, words, reflections, quiz } = rendered;
    // Named one by one: a rendering is read by learners, so questions and keys must have no way in.
    const kept: StoredContent = {
      title,
      summary,
      objectives,
      segments,
      outline,
      minutes,
      words,
      reflections,
      ...(quiz ? { quiz } : {}),
      uses,
    };
    const content = JSON.stringify(kept);
    tx.insert(renderings)
      .values({ textDigest: digest, courseId, renderer: RENDERER, content })
      .onConflictDoUpdate({
        target: [renderings.textDigest, renderings.courseId],
        set: { renderer: RENDERER, content },
      })
      .run();
    rendered.questions.forEach((question, position) => {
      const definition = JSON.stringify(question);
      tx.insert(questions)
        .values({ textDigest: digest, questionId: question.id, position, definition })
        .onConflictDoUpdate({
          target: [questions.textDigest, questions.questionId],
          set: { position, definition },
        })
        .run();
    });
  }
}

function lessonIdOf(tx: Queryable, courseId: number, slug: string): number {
  const found = tx
    .select({ id: lessons.id })
    .from(lessons)
    .where(and(eq(lessons.courseId, courseId), eq(lessons.slug, slug)))
    .get();
  return found?.id ?? tx.insert(lessons).values({ courseId, slug }).returning({ id: lessons.id }).get().id;
}
