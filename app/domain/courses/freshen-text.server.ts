import { randomUUID } from 'node:crypto';
import { access, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { textDigest } from '~/mdx/index.server';
import { CourseRefused } from './errors';
import { readCourse } from './read-course.server';

/**
 * Marks the translation in `file` as right for its source text as it is now: writes the source text's digest into the front
 * matter and changes nothing else. Says whether the file changed. Throws CourseRefused where it is no translation of a course.
 */
export async function freshen(file: string): Promise<{ changed: boolean; source: string }> {
  const refuse = (message: string) => new CourseRefused([{ path: file, line: 1, column: 1, message }]);
  const folder = await courseOf(file);
  if (!folder)
    throw refuse('This file is in no course folder: name a text below a folder that has a course.yml.');
  const { course, findings } = await readCourse(folder);
  if (!course) throw new CourseRefused(findings);
  const inside = path.relative(folder, file).split(path.sep).join('/');
  const text = course.texts.find((one) => one.path === inside);
  if (!text) throw refuse('course.yml does not name this text: run npm run courses -- check to see why.');
  const original = course.texts.find(
    (one) => one.lesson === text.lesson && one.locale === course.file.languages[0],
  );
  if (!original) throw refuse('The source text of this lesson is missing: write it first.');
  if (original === text) throw refuse('This is the source text itself: only translations name their source.');

  const digest = textDigest({ source: original.source, resources: course.resources });
  if (text.renders === digest) return { changed: false, source: digest };
  const raw = await readFile(file, 'utf8');
  const written = withSource(raw, digest);
  if (written === null)
    throw refuse('The front matter has no end: write --- on a line of its own after the summary.');
  const aside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    await writeFile(aside, written, { mode: (await stat(file)).mode });
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
  return { changed: true, source: digest };
}

/** The nearest folder above `file` that has a course.yml. */
async function courseOf(file: string): Promise<string | null> {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const found = await access(path.join(folder, 'course.yml')).then(
      () => true,
      () => false,
    );
    if (found) return path.relative('', folder) || '.';
    if (folder === path.dirname(folder)) return null;
  }
}

/** `raw` with the line `source:` replaced, or added at the end of the front matter, in the file's own line ends. */
function withSource(raw: string, digest: string): string | null {
  const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n(?=---[ \t]*(?:\r?\n|$))/.exec(raw)?.[0];
  if (frontMatter === undefined) return null;
  const newline = frontMatter.includes('\r\n') ? '\r\n' : '\n';
  const line = `source: ${digest}${newline}`;
  const existing = /^source:.*\r?\n/m;
  const changed = existing.test(frontMatter) ? frontMatter.replace(existing, line) : frontMatter + line;
  return changed + raw.slice(frontMatter.length);
}
