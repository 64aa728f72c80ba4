// A course folder as data: course.yml, glossary, assets and texts, each where course.yml says it is.
import type { z } from 'zod';
import { isLocale, type Locale, locales } from '~/i18n/locales';
import type { Resources } from '~/mdx/index.server';
import { assetExtensions, type CourseAsset, checkAsset, mediaTypeOf } from './check-asset.server';
import { type CourseFile, courseFileSchema, type GlossaryFile, glossaryFileSchema } from './course-file';
import type { Finding } from './findings';
import { asText, readFolder } from './read-folder.server';
import { readYaml, type YamlRead } from './read-yaml.server';
import { fillWith } from './rules';
import type { LessonKind } from './schema';

export type SourceText = {
  /** Inside the folder. */
  path: string;
  lesson: string;
  kind: LessonKind;
  locale: Locale;
  /** What the author wrote, with LF line ends. */
  written: string;
  /** The same without the line that names the source text: vouching that a translation is still right does not change it. */
  source: string;
  /** The digest of the source text that a translation renders, where it says so. */
  renders: string | null;
};

export type CourseSource = {
  /** What findings' paths begin with. */
  shown: string;
  slug: string;
  file: CourseFile;
  glossary: GlossaryFile;
  assets: Map<string, CourseAsset>;
  /** By lesson in order, then by language with the source first. */
  texts: SourceText[];
  resources: Resources;
  /** Where a value of course.yml stands. */
  at(path: readonly PropertyKey[]): Pick<Finding, 'path' | 'line' | 'column'>;
  /** The same of glossary.yml. */
  atTerm(path: readonly PropertyKey[]): Pick<Finding, 'path' | 'line' | 'column'>;
};

/** Reads the folder. `course` is null when course.yml or glossary.yml cannot be read; findings are everything wrong so far. */
export async function readCourse(
  folder: string,
): Promise<{ course: CourseSource | null; findings: Finding[] }> {
  const { shown, slug, files, findings } = await readFolder(folder);
  if (files.size === 0 && findings.length > 0) return { course: null, findings };
  const say = (path: string, message: string, line = 1, column = 1) =>
    void findings.push({ path: path ? `${shown}/${path}` : shown, line, column, message });

  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) {
    say(
      '',
      'The folder’s name is the course’s address: use small letters, digits and single hyphens, 60 at most.',
    );
  }
  const yaml = <T>(name: string, schema: z.ZodType<T>): YamlRead<T> | null => {
    const bytes = files.get(name);
    if (!bytes) {
      if (!findings.some(({ path }) => path === `${shown}/${name}`))
        say(name, `${name} is missing: write it; see docs/authoring.md.`);
      return null;
    }
    const text = asText(bytes);
    if (text === null) say(name, 'This file is not UTF-8 text: save it as UTF-8.');
    const read = text === null ? null : readYaml(text, `${shown}/${name}`, schema);
    findings.push(...(read?.findings ?? []));
    return read;
  };
  const courseYaml = yaml('course.yml', courseFileSchema);
  const glossaryYaml = yaml('glossary.yml', glossaryFileSchema);

  const assets = new Map<string, CourseAsset>();
  const refused: string[] = [];
  const textFiles = new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    if (path.startsWith('assets/')) {
      const checked = checkAsset(path, bytes);
      findings.push(...checked.findings.map((finding) => ({ ...finding, path: `${shown}/${path}` })));
      if (checked.asset) assets.set(path, checked.asset);
      else refused.push(path);
    } else if (path.endsWith('.mdx')) {
      textFiles.set(path, bytes);
    } else if (path !== 'course.yml' && path !== 'glossary.yml') {
      const asset = assetExtensions.some((extension) => path.endsWith(`.${extension}`));
      say(
        path,
        asset
          ? 'Assets belong in the folder assets: move this file there.'
          : 'This file is no part of a course: remove it.',
      );
    }
  }
  const file = courseYaml?.value;
  if (!courseYaml || !file || !glossaryYaml?.value) return { course: null, findings };

  const at = (path: readonly PropertyKey[]) => ({ path: `${shown}/course.yml`, ...courseYaml.locate(path) });
  findings.push(...checkCourseFile(file, at));
  const atTerm = (path: readonly PropertyKey[]) => ({
    path: `${shown}/glossary.yml`,
    ...glossaryYaml.locate(path),
  });
  findings.push(...checkGlossary(glossaryYaml.value, file, atTerm));
  const found = findTexts(file, textFiles, { shown, at });
  findings.push(...found.findings);
  const source = file.languages[0] ?? 'en';
  const resources: Resources = {
    assets: new Map([
      // A refused asset has its own finding; the texts that show it need not complain too.
      ...refused.map(
        (path) =>
          [path, { digest: '', mediaType: mediaTypeOf(path) ?? '', bytes: 0, width: 1, height: 1 }] as const,
      ),
      ...[...assets].map(([path, { bytes, ...asset }]) => [path, { ...asset, bytes: bytes.length }] as const),
    ]),
    glossary: Object.fromEntries(
      Object.entries(glossaryYaml.value).map(([id, entry]) => [
        id,
        fillWith(entry, source, { term: id, definition: '' }),
      ]),
    ),
    lessons: new Set(file.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id))),
  };
  const course = {
    shown,
    slug,
    file,
    glossary: glossaryYaml.value,
    assets,
    texts: found.texts,
    resources,
    at,
    atTerm,
  };
  return { course, findings };
}

/** What the schema cannot say: names used twice, languages left out, lists of different lengths. */
function checkCourseFile(file: CourseFile, at: CourseSource['at']): Finding[] {
  const findings: Finding[] = [];
  const say = (path: readonly PropertyKey[], message: string) => findings.push({ ...at(path), message });
  const once = (names: readonly string[], path: (index: number) => readonly PropertyKey[], what: string) => {
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        say(path(index), `\`${name}\` is here twice: each ${what} has a name of its own.`);
    });
  };
  once(file.languages, (index) => ['languages', index], 'language');
  once(file.owners, (index) => ['owners', index], 'owner');
  once(
    file.modules.map((module) => module.id),
    (index) => ['modules', index, 'id'],
    'module',
  );
  const lessons = file.modules.flatMap((module, m) =>
    module.lessons.map((lesson, l) => ({ id: lesson.id, path: ['modules', m, 'lessons', l, 'id'] })),
  );
  once(
    lessons.map((lesson) => lesson.id),
    (index) => lessons[index]?.path ?? [],
    'lesson of a course',
  );
  file.instructors?.forEach(({ park }, index) => {
    if (park !== undefined && !file.owners.includes(park)) {
      say(
        ['instructors', index, 'park'],
        `\`${park}\` is no owner of the course: write one of ${file.owners.join(', ')}, or leave \`park\` out for somebody from elsewhere.`,
      );
    }
  });
  if (!file.modules.some((module) => module.lessons.some((lesson) => lesson.required))) {
    say(
      ['modules'],
      'No lesson is required, so nobody could complete the course: make at least one required.',
    );
  }

  const localised: [readonly PropertyKey[], Partial<Record<Locale, unknown>>][] = [
    [['title'], file.title],
    [['summary'], file.summary],
    [['objectives'], file.objectives],
    ...file.modules.map((module, index): [readonly PropertyKey[], Partial<Record<Locale, unknown>>] => [
      ['modules', index, 'title'],
      module.title,
    ]),
    ...(file.instructors ?? []).flatMap(({ name, role }, index) => {
      const texts: [readonly PropertyKey[], Partial<Record<Locale, unknown>>][] = [];
      if (typeof name !== 'string') texts.push([['instructors', index, 'name'], name]);
      if (role) texts.push([['instructors', index, 'role'], role]);
      return texts;
    }),
  ];
  for (const [path, value] of localised) {
    const name = path.join('.');
    for (const locale of locales) {
      const taught = file.languages.includes(locale);
      if (taught && value[locale] === undefined) {
        say(path, `\`${name}.${locale}\` is missing: the course is taught in ${locale}, so write it.`);
      } else if (!taught && value[locale] !== undefined) {
        say(
          [...path, locale],
          `The course is not taught in ${locale}: remove \`${name}.${locale}\`, or add the language.`,
        );
      }
    }
  }
  const source = file.languages[0] ?? 'en';
  const count = file.objectives[source]?.length ?? 0;
  for (const locale of locales) {
    const here = file.objectives[locale]?.length;
    if (here !== undefined && here !== count) {
      say(
        ['objectives', locale],
        `${locale} has ${here} objectives and ${source} has ${count}: give each language the same ones.`,
      );
    }
  }
  return findings;
}

function checkGlossary(glossary: GlossaryFile, file: CourseFile, at: CourseSource['atTerm']): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  for (const [id, entry] of Object.entries(glossary))
    for (const locale of file.languages) {
      const term = entry[locale]?.term;
      if (term === undefined) {
        findings.push({
          ...at([id]),
          message: `\`${id}.${locale}\` is missing: write the term and its definition in ${locale}.`,
        });
        continue;
      }
      const name = `${locale} ${term.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`;
      const twin = first.get(name);
      if (twin === undefined) first.set(name, id);
      else
        findings.push({
          ...at([id, locale, 'term']),
          message: `“${term}” is the term of \`${twin}\` too: one word for one thing, so use that entry, or another word here.`,
        });
    }
  return findings;
}

const numbered = (index: number, id: string) => `${String(index + 1).padStart(2, '0')}-${id}`;

/** Finds each lesson's text in each language, and says what is missing, misnamed or too many. */
function findTexts(
  file: CourseFile,
  files: Map<string, Buffer>,
  { shown, at }: Pick<CourseSource, 'shown' | 'at'>,
) {
  const texts: SourceText[] = [];
  const findings: Finding[] = [];
  const left = new Map(files);
  const missing: { path: string; name: string; place: readonly PropertyKey[] }[] = [];
  const source = file.languages[0];

  file.modules.forEach((module, m) => {
    module.lessons.forEach((lesson, l) => {
      for (const locale of file.languages) {
        const path = `${numbered(m, module.id)}/${numbered(l, lesson.id)}.${locale}.mdx`;
        const bytes = left.get(path);
        left.delete(path);
        if (!bytes) {
          missing.push({ path, name: `${lesson.id}.${locale}.mdx`, place: ['modules', m, 'lessons', l] });
          continue;
        }
        const written = asText(bytes);
        if (written === null) {
          findings.push({
            path: `${shown}/${path}`,
            line: 1,
            column: 1,
            message: 'This file is not UTF-8 text: save it as UTF-8.',
          });
          continue;
        }
        const { source: bare, renders, line } = takeSourceLine(written);
        if (renders !== null && locale === source) {
          findings.push({
            path: `${shown}/${path}`,
            line,
            column: 1,
            message: `This is the source text, which renders no other: remove the line \`source:\`.`,
          });
        }
        texts.push({
          path,
          lesson: lesson.id,
          kind: lesson.kind,
          locale,
          written,
          source: bare,
          renders: locale === source ? null : renders,
        });
      }
    });
  });

  for (const { path, name, place } of missing) {
    // The same lesson under another number or folder has been moved, not lost.
    const moved = [...left.keys()].find((other) => other.replace(/^.*\//, '').replace(/^\d+-/, '') === name);
    if (moved) {
      left.delete(moved);
      findings.push({
        path: `${shown}/${moved}`,
        line: 1,
        column: 1,
        message: `course.yml puts this lesson elsewhere: rename the file to ${path}, or change course.yml.`,
      });
    } else {
      findings.push({
        ...at(place),
        message: `${path} is missing: write it, or take the lesson or the language out of course.yml.`,
      });
    }
  }
  for (const path of left.keys()) {
    const locale = /\.([A-Za-z-]+)\.mdx$/.exec(path)?.[1];
    const why =
      isLocale(locale) && !file.languages.includes(locale)
        ? `course.yml does not list the language ${locale}`
        : 'course.yml names no such lesson';
    findings.push({
      path: `${shown}/${path}`,
      line: 1,
      column: 1,
      message: `${why}: add it there, or remove this file.`,
    });
  }
  return { texts, findings };
}

/** A place in the text without its line `source:` as a place in the file. */
export function inWritten<T extends { line: number }>(text: SourceText, place: T): T {
  if (text.renders === null || text.source === text.written) return place;
  const bare = text.source.split('\n');
  const taken = text.written.split('\n').findIndex((line, index) => line !== bare[index]) + 1;
  return place.line >= taken ? { ...place, line: place.line + 1 } : place;
}

/** Takes the line `source: <digest>` out of the front matter. A line that is malformed stays, for the text's own check. */
export function takeSourceLine(written: string): { source: string; renders: string | null; line: number } {
  const frontMatter = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(written)?.[0] ?? '';
  const match = /^source:[ \t]*(["']?)([0-9a-f]{64})\1[ \t]*(?:#.*)?\n/m.exec(frontMatter);
  if (!match) return { source: written, renders: null, line: 1 };
  return {
    source: written.slice(0, match.index) + written.slice(match.index + match[0].length),
    renders: match[2] ?? null,
    line: written.slice(0, match.index).split('\n').length,
  };
}
