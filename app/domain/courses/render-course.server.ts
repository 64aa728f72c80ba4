// Every text of a course with its digest, rendered where no rendering is kept, and held against its other languages.
import { type RenderedText, renderText, TextRefused, textDigest } from '~/mdx/index.server';
import { compareLanguages, type Structure, structureOf } from './compare-languages';
import type { Finding } from './findings';
import { type CourseSource, inWritten, type SourceText } from './read-course.server';

/** What the database keeps of a rendering: what learners may be sent, and what it uses. No questions, no keys. */
export type StoredContent = Pick<
  RenderedText,
  'title' | 'summary' | 'objectives' | 'segments' | 'outline' | 'minutes' | 'words' | 'reflections' | 'quiz'
> & { uses: Pick<RenderedText, 'assets' | 'terms' | 'links'> };

export type StoredText = { uses: StoredContent['uses']; structure: Structure };

export type MadeText = {
  text: SourceText;
  digest: string;
  structure: Structure;
  uses: StoredContent['uses'];
  /** Null where the database has it already. */
  rendered: RenderedText | null;
  /** A translation that does not say it renders the source text as it is now. */
  stale: boolean;
};

/**
 * Digests and renders the texts of `course`; `stored` gives what is kept of a digest by this renderer.
 * Findings are all that is wrong with the texts; warnings are translations that have fallen behind.
 */
export async function renderCourse(
  course: CourseSource,
  stored: (digest: string) => StoredText | null,
): Promise<{ made: MadeText[]; findings: Finding[]; warnings: Finding[] }> {
  const findings: Finding[] = [];
  const digests = new Map(
    course.texts.map((text) => [text, textDigest({ source: text.source, resources: course.resources })]),
  );
  const sources = new Map(
    course.texts.filter(isSource(course)).map((text) => [text.lesson, digests.get(text)]),
  );

  const first = new Map<string, SourceText>();
  for (const [text, digest] of digests) {
    const twin = first.get(digest);
    // One text has one rendering, which speaks one language.
    if (twin)
      findings.push({
        path: `${course.shown}/${text.path}`,
        line: 1,
        column: 1,
        message: `This text is the same as ${twin.path}: translate it, or remove one of them.`,
      });
    else first.set(digest, text);
  }

  const results = await inTurns(course.texts, async (text): Promise<MadeText | null> => {
    const digest = digests.get(text) ?? '';
    const stale = !isSource(course)(text) && text.renders !== sources.get(text.lesson);
    const kept = stored(digest);
    // A link to a lesson that has left the course is not in the digest, so it is looked at each time.
    const broken = kept?.uses.links.some(
      (link) => link.startsWith('lesson:') && !course.resources.lessons.has(link.slice(7)),
    );
    if (kept && !broken) return { text, digest, ...kept, rendered: null, stale };
    try {
      const rendered = await renderText({
        path: `${course.shown}/${text.path}`,
        course: course.slug,
        source: text.source,
        locale: text.locale,
        kind: text.kind,
        resources: course.resources,
      });
      const { assets, terms, links } = rendered;
      return {
        text,
        digest,
        structure: structureOf(rendered, rendered.questions),
        uses: { assets, terms, links },
        rendered,
        stale,
      };
    } catch (error) {
      if (!(error instanceof TextRefused)) throw error;
      findings.push(...error.findings.map((finding) => inWritten(text, finding)));
      return null;
    }
  });
  const made = results.filter((result) => result !== null);
  findings.push(...compareLanguages(course, made), ...unusedAssets(course, made, findings));
  const warnings = made
    .filter((one) => one.stale)
    .map(({ text }) => ({
      path: `${course.shown}/${text.path}`,
      line: Math.max(1, text.written.split('\n').findIndex((line) => line.startsWith('source:')) + 1),
      column: 1,
      message: `${text.renders ? 'The source text has changed since this translation was made' : 'This translation does not say which source text it renders'}: make them agree, then run npm run courses -- fresh ${course.shown}/${text.path}`,
    }));
  return { made, findings, warnings };
}

const isSource = (course: CourseSource) => (text: SourceText) => text.locale === course.file.languages[0];

/** Only when every text could be read: else what uses an asset may be unknown. */
function unusedAssets(course: CourseSource, made: MadeText[], found: Finding[]): Finding[] {
  if (found.length > 0 || made.length < course.texts.length) return [];
  const used = new Set(made.flatMap((one) => one.uses.assets));
  return [...course.assets.keys()]
    .filter((path) => !used.has(path))
    .map((path) => ({
      path: `${course.shown}/${path}`,
      line: 1,
      column: 1,
      message: 'No text uses this file: use it, or remove it.',
    }));
}

/** Maps with a few at work at once; the compiler waits for a process of its own, so more would only take memory. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return results;
}
