// The Chinese heading face grows with what is published, in pieces that a browser fetches only for the characters it shows.
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { RenderedText } from '~/mdx/index.server';
import type { Db } from '~db/open.server';
import { faces } from '~db/schema';
import { cutFace, isChinese } from './cut-face.server';
import type { CourseSource } from './read-course.server';
import type { MadeText } from './render-course.server';

/** Characters of a piece: about 22 kB, the most that a heading with one new character costs its reader. */
const most = 128;

/**
 * Cuts what the headings of `courses` need and no piece has yet. What a heading says first comes into a piece first, so the
 * headings of one lesson lie together; the last piece, until it is full, is cut anew with what comes.
 * Called before a publication is written: a piece too many does no harm, a heading without its face would be seen.
 */
export async function keepFaces(
  db: Db,
  courses: readonly { course: CourseSource; made: readonly MadeText[] }[],
): Promise<void> {
  const wanted = new Set([...courses.map(headingsOf).join('')].filter(isChinese));
  if (wanted.size === 0) return;
  const pieces = db
    .select({ id: faces.id, characters: faces.characters })
    .from(faces)
    .where(eq(faces.replaced, false))
    .orderBy(faces.id)
    .all();
  for (const { characters } of pieces) for (const each of characters) wanted.delete(each);
  if (wanted.size === 0) return;
  const last = pieces.at(-1);
  const open = last && [...last.characters].length < most ? last : null;
  const characters = [...(open?.characters ?? ''), ...wanted];
  const texts = Array.from({ length: Math.ceil(characters.length / most) }, (_, index) =>
    characters.slice(index * most, (index + 1) * most).join(''),
  );
  const made = await cutFace(texts);
  db.transaction(
    (tx) => {
      if (open) tx.update(faces).set({ replaced: true }).where(eq(faces.id, open.id)).run();
      for (const [index, bytes] of made.entries()) {
        const digest = createHash('sha256').update(bytes).digest('hex');
        const characters = texts[index] ?? '';
        // Characters that the face does not have leave no trace in the bytes: with some of them more, it is the same file.
        tx.insert(faces)
          .values({ digest, characters, bytes })
          .onConflictDoUpdate({
            target: faces.digest,
            set: {
              characters: sql`iif(${faces.replaced}, '', ${faces.characters}) || ${characters}`,
              replaced: false,
            },
          })
          .run();
      }
    },
    { behavior: 'immediate' },
  );
}

/** All that is a heading somewhere: the course's and its modules' names, and of the texts that are new, titles and headings. */
function headingsOf({ course, made }: { course: CourseSource; made: readonly MadeText[] }): string {
  const { title, modules } = course.file;
  return [
    title['zh-Hans'],
    ...modules.map((module) => module.title['zh-Hans']),
    ...made.map(({ text, rendered }) =>
      rendered && text.locale === 'zh-Hans' ? rendered.title + headingsIn(rendered.segments) : '',
    ),
  ].join('');
}

const headingsIn = (segments: RenderedText['segments']): string =>
  segments
    .flatMap((segment) =>
      'html' in segment ? [...segment.html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs)] : [],
    )
    .map(([, inside = '']) => inside.replace(/<[^>]*>/g, ''))
    .join('');
