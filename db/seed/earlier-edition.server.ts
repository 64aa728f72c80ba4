// The built-in courses as they were half a year ago: one lesson without a warning that was added since, one without a section, whose
// coming its author called a major change. Made from the folder as it is, so that nothing is written twice.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { freshen } from '~/domain/courses/index.server';

/** What changed since, by the lessons' ids. */
export const evolved = {
  course: 'technology-incubation',
  minor: 'selecting-companies',
  major: 'the-service-mix',
};

/** Writes the courses of `folder`, as they were, into a folder of its own; the caller removes it. */
export async function writeEarlierCourses(folder: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'parkbridge-earlier-'));
  try {
    await cp(folder, copy, { recursive: true });
    const course = path.join(copy, evolved.course);
    await lowerRevision(path.join(course, 'course.yml'), evolved.major);
    const changed = [
      ...(await rewrite(course, evolved.minor, withoutWarning)),
      ...(await rewrite(course, evolved.major, withoutLastSection)),
    ];
    // They were translations of the source text of that time.
    for (const file of changed) if ((await readFile(file, 'utf8')).includes('\nsource:')) await freshen(file);
    return copy;
  } catch (error) {
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
}

async function lowerRevision(file: string, lesson: string): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  const course = document.toJS() as { modules: { lessons: { id: string; revision: number }[] }[] };
  const module = course.modules.findIndex(({ lessons }) => lessons.some(({ id }) => id === lesson));
  const place = course.modules[module]?.lessons.findIndex(({ id }) => id === lesson) ?? -1;
  const revision = course.modules[module]?.lessons[place]?.revision ?? 0;
  if (revision < 2) throw new Error(`${lesson} has had no major change: ${file}`);
  document.setIn(['modules', module, 'lessons', place, 'revision'], revision - 1);
  await writeFile(file, document.toString());
}

/** Changes the lesson's text in every language. Returns the files. */
async function rewrite(course: string, lesson: string, change: (text: string) => string): Promise<string[]> {
  const files: string[] = [];
  for (const name of await readdir(course, { recursive: true })) {
    if (!new RegExp(`/\\d+-${lesson}\\.[A-Za-z-]+\\.mdx$`).test(name.replaceAll(path.sep, '/'))) continue;
    const file = path.join(course, name);
    const text = await readFile(file, 'utf8');
    const before = withoutIdleFootnotes(change(text));
    if (before === text) throw new Error(`there is nothing to take out of ${name}`);
    await writeFile(file, before);
    files.push(file);
  }
  return files;
}

const withoutWarning = (text: string): string =>
  text.replace(/\n<Callout kind="warning"[^>]*>\n[\s\S]*?\n<\/Callout>\n/, '');

/** Without the last section before what is to be done this week. */
function withoutLastSection(text: string): string {
  const sections = text.split(/^(?=## )/m);
  return sections.length < 4 ? text : [...sections.slice(0, -2), ...sections.slice(-1)].join('');
}

const withoutIdleFootnotes = (text: string): string =>
  text.replace(/^\[\^([^\]]+)\]: .*(?:\n|$)/gm, (line, name: string) =>
    text.split(`[^${name}]`).length > 2 ? line : '',
  );
