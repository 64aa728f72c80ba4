import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { parks } from '~db/schema';
import type { Actor } from '../actor';
import { forbidden } from '../error';
import { may } from '../identity/permissions';
import { checkHistory } from './check-history.server';
import { CourseRefused } from './errors';
import { currentEdition, forgetEditions } from './find-edition.server';
import { type Finding, inOrder } from './findings';
import { keepFaces } from './keep-faces.server';
import { listCourseFolders } from './list-course-folders.server';
import { canonical, manifestOf } from './manifest.server';
import { type CourseSource, readCourse } from './read-course.server';
import { forgetTexts } from './read-text.server';
import { type MadeText, renderCourse } from './render-course.server';
import { lessonsOf } from './rules';
import type { Edition } from './schema';
import { storedTexts } from './stored-texts.server';
import { type Draft, type LessonChange, writeEditions } from './write-editions.server';

export type PublishOutcome = {
  course: string;
  /** `unchanged`: the folder says just what the current edition says. */
  kind: 'published' | 'unchanged';
  /** Number and digest of the edition that is current now. */
  edition: number;
  digest: string;
  lessons: LessonChange[];
  /** Texts that were compiled; the others were kept from before. */
  compiled: number;
  /** Translations that have fallen behind. */
  warnings: Finding[];
};

/**
 * Publishes each course in `folders` (course folders, or folders of them) as its course's next edition, where it differs from the current one. All of them or none:
 * everything is read, checked and compiled first, then written in one transaction.
 * Throws CourseRefused with every finding of every folder; `forbidden` unless the actor may publish any park's courses, or
 * belongs to a park that owns the course now and before; `course-moved-on` where somebody published it meanwhile.
 */
export async function publishCourses(
  db: Db,
  actor: Actor,
  input: { folders: readonly string[]; at: number },
): Promise<PublishOutcome[]> {
  if (!may(actor, 'publish:course:own-park') && !may(actor, 'publish:course:any-park')) throw forbidden();
  const findings: Finding[] = [];
  const drafts: (Draft & { warnings: Finding[] })[] = [];
  for (const folder of (await Promise.all(input.folders.map(listCourseFolders))).flat()) {
    const read = await readCourse(folder);
    findings.push(...read.findings);
    if (!read.course) continue;
    const { course } = read;
    const before = currentEdition(db, course.slug);
    demandOwner(db, actor, [course.file.owners, ...(before ? [before.owners] : [])]);
    findings.push(...checkHistory(db, course));
    const { made, warnings, ...rendered } = await renderCourse(course, storedTexts(db, course.slug));
    findings.push(...rendered.findings);
    if (findings.length > 0) continue;
    const manifest = canonical(manifestOf(course, made));
    const digest = createHash('sha256').update(manifest).digest('hex');
    drafts.push({
      course,
      made,
      before,
      manifest,
      digest,
      lessons: changesOf(course, made, before),
      warnings,
    });
  }
  if (findings.length > 0) throw new CourseRefused(inOrder(findings));

  await keepFaces(db, drafts);
  const numbers = writeEditions(db, actor, drafts, input.at);
  if (drafts.some(({ made }) => made.some((one) => one.rendered))) {
    forgetTexts(db);
    forgetEditions(db);
  }
  return drafts.map(({ course, made, before, digest, lessons, warnings }, index) => ({
    course: course.slug,
    kind: before?.digest === digest ? 'unchanged' : 'published',
    edition: numbers[index] ?? 0,
    digest,
    lessons,
    compiled: made.filter((one) => one.rendered).length,
    warnings,
  }));
}

/** An own-park permission reaches courses whose every list of owners, old and new, has the actor's park: nobody takes one over. */
function demandOwner(db: Db, actor: Actor, owners: readonly (readonly string[])[]): void {
  if (may(actor, 'publish:course:any-park')) return;
  if (actor.kind !== 'account') throw forbidden();
  const park = db.select({ slug: parks.slug }).from(parks).where(eq(parks.id, actor.parkId)).get();
  if (!park || !owners.every((list) => list.includes(park.slug))) throw forbidden();
}

function changesOf(course: CourseSource, made: readonly MadeText[], before: Edition | null): LessonChange[] {
  const old = new Map(before ? lessonsOf(before).map((lesson) => [lesson.slug, lesson]) : []);
  const changes: LessonChange[] = [];
  for (const { id, revision } of course.file.modules.flatMap((module) => module.lessons)) {
    const was = old.get(id);
    old.delete(id);
    const texts = made.filter(({ text }) => text.lesson === id);
    const same =
      was &&
      Object.keys(was.texts).length === texts.length &&
      texts.every(({ text, digest }) => was.texts[text.locale]?.digest === digest);
    if (!was) changes.push({ lesson: id, change: 'added' });
    else if (revision > was.revision) changes.push({ lesson: id, change: 'major' });
    else if (!same) changes.push({ lesson: id, change: 'minor' });
  }
  return [...changes, ...[...old.keys()].map((lesson): LessonChange => ({ lesson, change: 'removed' }))];
}
