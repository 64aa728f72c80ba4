// A translation beside its source text, block by block: readers change language, and find their notes again, by position.
import type { Advice, Shape } from '~/mdx/index.server';

/** The source text, and its language. */
type Text = { locale: string; shape: Shape };

/** What a translation has otherwise than its source text. Different headings are a finding of `compareLanguages`, not said again. */
export function compareShapes(original: Text, translation: Shape): Advice[] {
  return [
    ...blocks(original, translation),
    ...pictures(original, translation),
    ...terms(original, translation),
  ];
}

function blocks({ locale, shape: { blocks: there } }: Text, { blocks: here }: Shape): Advice[] {
  const headings = (list: Shape['blocks']) =>
    list
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('a heading'))
      .join();
  if (headings(there) !== headings(here)) return [];
  const most = Math.max(there.length, here.length);
  const index = Array.from({ length: most }).findIndex((_, at) => there[at]?.kind !== here[at]?.kind);
  if (index === -1) return [];
  const [one, other] = [there[index], here[index]];
  const number = index + 1;
  const difference = !other
    ? `This text ends before its block ${number}, which is ${one?.kind} in ${locale}`
    : !one
      ? `${locale} has no block ${number}, which is ${other.kind} here`
      : `Block ${number} is ${other.kind} here and ${one.kind} in ${locale}`;
  const counts =
    there.length === here.length ? '' : ` (${here.length} blocks here, ${there.length} in ${locale})`;
  const { line, column } = other ?? here.at(-1) ?? { line: 1, column: 1 };
  return [
    {
      line,
      column,
      message: `${difference}${counts}: keep the blocks and their order, since readers change language at a paragraph.`,
    },
  ];
}

function pictures(original: Text, translation: Shape): Advice[] {
  const there = new Set(original.shape.pictures.map(({ alt }) => alt.toLowerCase()));
  return translation.pictures
    .filter(({ alt }) => there.has(alt.toLowerCase()))
    .map(({ line, column }) => ({
      line,
      column,
      message: `The description of this picture is the same as in ${original.locale}: translate it.`,
    }));
}

function terms(original: Text, translation: Shape): Advice[] {
  const [there, here] = [firstUses(original.shape), firstUses(translation)];
  const missing = [...there.values()].filter(({ id }) => !here.has(id));
  const more = [...here.values()].filter(({ id }) => !there.has(id));
  return [
    ...missing.map(({ id, line }) => ({
      ...placeOfBlock(translation, blockAt(original.shape, line)),
      message: `${original.locale} explains the term \`${id}\` in this block, and this text nowhere: write <Term id="${id}">…</Term>.`,
    })),
    ...more.map(({ id, line, column }) => ({
      line,
      column,
      message: `${original.locale} does not explain the term \`${id}\`: explain it in every language of the lesson, or in none.`,
    })),
  ];
}

const firstUses = (shape: Shape): Map<string, Shape['terms'][number]> =>
  new Map(shape.terms.toReversed().map((term) => [term.id, term]));

const blockAt = (shape: Shape, line: number): number =>
  shape.blocks.findLastIndex((block) => block.line <= line);

function placeOfBlock({ blocks }: Shape, index: number): { line: number; column: number } {
  const { line, column } = blocks[index] ?? blocks.at(-1) ?? { line: 1, column: 1 };
  return { line, column };
}
