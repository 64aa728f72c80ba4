// What would make a course better that may be published as it is: each text's own advice, and what only shows when its
// languages and its glossary are held against each other.
import { adviseTerms } from './advise-terms';
import { compareShapes } from './compare-shapes';
import type { Finding } from './findings';
import { type CourseSource, inWritten } from './read-course.server';
import type { MadeText } from './render-course.server';

/** `made` are the texts that could be rendered, all of them anew: what the database keeps has no advice. */
export function adviseCourse(course: CourseSource, made: readonly MadeText[]): Finding[] {
  const [source] = course.file.languages;
  const originals = new Map(
    made
      .filter(({ text }) => text.locale === source)
      .map(({ text, rendered }) => [text.lesson, rendered?.shape]),
  );
  const ofTexts = made.flatMap(({ text, rendered }): Finding[] => {
    if (!rendered) return [];
    const { advice, shape } = rendered;
    const original = text.locale === source ? undefined : originals.get(text.lesson);
    return [
      ...advice,
      ...(original && source ? compareShapes({ locale: source, shape: original }, shape) : []),
      ...adviseTerms(course.glossary, text.locale, shape.terms),
    ].map((each) => ({ path: `${course.shown}/${text.path}`, ...inWritten(text, each) }));
  });
  return [...ofTexts, ...unusedTerms(course, made)];
}

/** Only when every text could be read: else what uses a term may be unknown. */
function unusedTerms(course: CourseSource, made: readonly MadeText[]): Finding[] {
  if (made.length < course.texts.length) return [];
  const used = new Set(made.flatMap((one) => one.uses.terms));
  return Object.keys(course.glossary)
    .filter((id) => !used.has(id))
    .map((id) => ({
      ...course.atTerm([id]),
      message: `No text uses the term \`${id}\`: write <Term id="${id}"> where it belongs, or remove it.`,
    }));
}
