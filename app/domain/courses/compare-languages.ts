// One lesson has one identity in all its languages: whatever progress, notes and answers hang on must be the same in each.
import type { Question, RenderedText } from '~/mdx/index.server';
import type { QuizRules } from '~/mdx/schema';
import type { Finding } from './findings';

export type Structure = {
  /** How many the front matter names. */
  objectives: number;
  /** Levels of the headings, in order. */
  headings: number[];
  reflections: string[];
  quiz: QuizRules | null;
  questions: { id: string; type: Question['type']; choices: string[]; key: string[] }[];
};

export function structureOf(
  text: Pick<RenderedText, 'objectives' | 'outline' | 'reflections' | 'quiz'>,
  questions: readonly Question[],
): Structure {
  return {
    objectives: text.objectives.length,
    headings: text.outline.map((heading) => heading.level),
    reflections: text.reflections.map((reflection) => reflection.id),
    quiz: text.quiz ?? null,
    questions: questions.map((question) => ({
      id: question.id,
      type: question.type,
      ...partsOf(question),
    })),
  };
}

/** What must be the same in every language of a question: its parts in order, and what is right. Wordings may differ. */
function partsOf(question: Question): Pick<Structure['questions'][number], 'choices' | 'key'> {
  switch (question.type) {
    case 'numeric': {
      const { answer, tolerance, units } = question;
      const within = `${tolerance.value}${tolerance.percent ? '%' : ''}`;
      return { choices: [], key: [answer, within, ...units.map(({ factor }) => factor)] };
    }
    case 'short-text':
      return { choices: [], key: [] };
    case 'matching':
      return { choices: question.pairs.map(({ id }) => id), key: [] };
    case 'ordering':
      return { choices: question.items.map(({ id }) => id), key: [] };
    default:
      return {
        choices: question.choices.map(({ id }) => id),
        key: question.choices
          .filter(({ correct }) => correct)
          .map(({ id }) => id)
          .sort(),
      };
  }
}

type Source = { path: string; lesson: string; locale: string; written: string };
type Course = { shown: string; file: { languages: readonly string[] } };

/** Holds each translation against its source text. */
export function compareLanguages(
  course: Course,
  made: readonly { text: Source; structure: Structure }[],
): Finding[] {
  const [source] = course.file.languages;
  const sources = new Map(
    made.filter(({ text }) => text.locale === source).map((one) => [one.text.lesson, one]),
  );
  return made.flatMap(({ text, structure }) => {
    const original = sources.get(text.lesson);
    if (!original || text.locale === source) return [];
    return differences(original.structure, structure, String(source)).map(({ near, message }) => ({
      path: `${course.shown}/${text.path}`,
      ...placeOf(text.written, near),
      message,
    }));
  });
}

const names: Partial<Record<Question['type'], string>> = { matching: 'pairs', ordering: 'items' };

type Difference = { near: RegExp | null; message: string };

function differences(original: Structure, translation: Structure, source: string): Difference[] {
  const found: Difference[] = [];
  const say = (message: string, near: RegExp | null = null) => found.push({ near, message });

  // Where there are none at all, `adviseReading` says so.
  const [there, here] = [original.objectives, translation.objectives];
  if (there > 0 && here > 0 && there !== here) {
    say(
      `This text has ${here} ${here === 1 ? 'objective' : 'objectives'} and ${source} has ${there}: give each language the same ones.`,
      /^objectives:/m,
    );
  }
  const headings = (structure: Structure) =>
    structure.headings.map((level) => '#'.repeat(level)).join(' ') || 'none';
  if (headings(original) !== headings(translation)) {
    say(
      `The headings differ from ${source}: it has ${headings(original)}, this text ${headings(translation)}. Give both the same ones.`,
      /^#{2,3} /m,
    );
  }
  const ids = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : 'none');
  if (original.reflections.join() !== translation.reflections.join()) {
    say(
      `The Reflect ids differ from ${source}: it has ${ids(original.reflections)}, this text ${ids(translation.reflections)}. Notes hang on them, so give both the same.`,
      /<Reflect\b/,
    );
  }
  const rules = ({ quiz }: Structure) => JSON.stringify(Object.entries(quiz ?? {}).sort());
  if (rules(original) !== rules(translation)) {
    say(
      `The Quiz differs from ${source}: give both the same id and pass, and the same of what else <Quiz> says.`,
      /<Quiz\b/,
    );
  }
  const questions = (structure: Structure) => structure.questions.map(({ id }) => id);
  if (questions(original).join() !== questions(translation).join()) {
    say(
      `The questions differ from ${source}: it has ${ids(questions(original))}, this text ${ids(questions(translation))}. Give both the same, in the same order.`,
      /<Question\b/,
    );
  }
  for (const question of translation.questions) {
    const same = original.questions.find(({ id }) => id === question.id);
    if (!same) continue;
    const near = new RegExp(`<Question\\b[^>]*\\bid="${question.id}"`);
    if (same.type !== question.type)
      say(
        `Question ${question.id} is ${same.type} in ${source} and ${question.type} here: make them the same.`,
        near,
      );
    if (same.choices.join() !== question.choices.join()) {
      say(
        `Question ${question.id} has the ${names[question.type] ?? 'choices'} ${ids(same.choices)} in ${source} and ${ids(question.choices)} here: give both the same, in the same order.`,
        near,
      );
    } else if (same.key.join() !== question.key.join()) {
      say(
        question.type === 'numeric'
          ? `Question ${question.id} has another answer, tolerance or factor than in ${source}: give both the same.`
          : `Question ${question.id} has other correct choices than in ${source}: mark the same ones.`,
        near,
      );
    }
  }
  return found;
}

/** Line and column of the first match; the file's beginning where there is none. */
function placeOf(written: string, near: RegExp | null): { line: number; column: number } {
  const index = near?.exec(written)?.index ?? 0;
  const before = written.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
