// What the database keeps of a course's texts, so that publishing compiles only what is new.

import type { Question } from '~/mdx/index.server';
import { RENDERER } from '~/mdx/index.server';
import type { Db } from '~db/open.server';
import { structureOf } from './compare-languages';
import type { StoredContent, StoredText } from './render-course.server';

/** Looks up a text's rendering for the course by the renderer in use; null where there is none. */
export function storedTexts(db: Db, slug: string): (digest: string) => StoredText | null {
  const content = db.$client
    .prepare<[string, string, string], string>(
      `select r.content from renderings r join courses c on c.id = r.course_id
       where r.text_digest = ? and c.slug = ? and r.renderer = ?`,
    )
    .pluck();
  const questions = db.$client
    .prepare<[string], string>('select definition from questions where text_digest = ? order by position')
    .pluck();
  return (digest) => {
    const found = content.get(digest, slug, RENDERER);
    if (found === undefined) return null;
    const stored = JSON.parse(found) as StoredContent;
    const asked = questions.all(digest).map((definition) => JSON.parse(definition) as Question);
    return { uses: stored.uses, structure: structureOf(stored, asked) };
  };
}
