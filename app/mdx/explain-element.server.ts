// Says what to write instead of an element that is no component of the vocabulary.
import { vocabulary } from './vocabulary.server';

const MARKDOWN_FOR: ReadonlyMap<string, string> = new Map([
  ['b', '**bold**'],
  ['strong', '**bold**'],
  ['i', '*italic*'],
  ['em', '*italic*'],
  ['a', '[words](address)'],
  ['img', '![description](assets/…)'],
  ['br', 'an empty line between paragraphs'],
  ['hr', '---'],
  ['p', 'an empty line between paragraphs'],
  ['ul', 'lines that begin with -'],
  ['ol', 'lines that begin with 1.'],
  ['code', '`code`'],
  ['table', 'a Markdown table'],
  ['video', '<Video …>'],
  ['figure', '<Figure …>'],
]);

export function explainElement(name: string): string {
  const known = [...vocabulary.keys()];
  const near = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (near) return `There is no component <${name}>: write <${near}>, with its capital letter.`;
  const markdown = MARKDOWN_FOR.get(name);
  if (markdown) return `HTML such as <${name}> is not possible in a lesson: write ${markdown} instead.`;
  if (/^[A-Z]\w*$/.test(name))
    return `There is no component <${name.slice(0, 40)}>: choose one of ${known.join(', ')}.`;
  return `HTML such as <${name.slice(0, 40)}> is not possible in a lesson: use Markdown, or write \\< to show the sign itself.`;
}
