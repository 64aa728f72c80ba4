// The rules of one question: something is asked, what its type needs stands below, and nothing else.
import { DECIMAL, isUnit } from './question-attributes.server';
import { literal, type Place, startOf, type TreeNode, textOf, written } from './tree';

type Problem = { place: Place; message: string };

const ANSWERS = new Set(['Choice', 'Accept', 'Mistake', 'Pair', 'Item']);

/** What stands below the text of each type of question. An unknown type has its own finding, and is held to none. */
const belong: Record<string, readonly string[]> = {
  single: ['Choice'],
  multiple: ['Choice'],
  'true-false': [],
  numeric: ['Accept', 'Mistake'],
  'short-text': ['Accept', 'Mistake'],
  matching: ['Pair'],
  ordering: ['Item'],
};

const most = 12;

/** What is wrong with a Question, in reading order; empty when it is well formed. */
export function checkQuestion(node: TreeNode, id: string): Problem[] {
  const place = startOf(node);
  const children = written(node);
  const problems: Problem[] = [];
  const type = literal(node, 'type') ?? '';
  const parts = children.filter((child) => ANSWERS.has(child.name ?? ''));
  const first = `<${belong[type]?.[0] ?? parts[0]?.name ?? 'Choice'}>`;
  if (parts.length === children.length)
    problems.push({
      place,
      message: `The question "${id}" asks nothing: write its text before the first ${first}.`,
    });
  const firstPart = children.findIndex((child) => ANSWERS.has(child.name ?? ''));
  const stray = children.slice(Math.max(0, firstPart)).find((child) => !ANSWERS.has(child.name ?? ''));
  if (firstPart !== -1 && stray)
    problems.push({
      place: startOf(stray),
      message: `Text after the ${type === 'single' || type === 'multiple' ? 'choices' : 'answers'} would be missed: move it before the first ${first}.`,
    });
  const allowed = belong[type];
  if (!allowed) return problems;
  for (const part of parts)
    if (!allowed.includes(part.name ?? ''))
      problems.push({ place: startOf(part), message: misplaced(part.name ?? '', type, allowed) });
  if (parts.every((part) => allowed.includes(part.name ?? '')))
    problems.push(...checkParts(parts, node, type, id));
  return problems;
}

function misplaced(name: string, type: string, allowed: readonly string[]): string {
  const may = allowed.length > 0 ? allowed.map((one) => `<${one}>`).join(' and ') : 'nothing but its text';
  return `A question of type ${type} has no <${name}>: it has ${may}.`;
}

function checkParts(parts: TreeNode[], node: TreeNode, type: string, id: string): Problem[] {
  const place = startOf(node);
  const at = (message: string | undefined): Problem[] => (message ? [{ place, message }] : []);
  const named = (name: string) => parts.filter((part) => part.name === name);
  switch (type) {
    case 'numeric':
      return [
        ...named('Accept').flatMap((part) => checkUnit(part, node)),
        ...named('Mistake').flatMap((part) => checkNumber(part, node)),
      ];
    case 'short-text':
      return [
        ...at(
          named('Accept').length === 0
            ? `The question "${id}" accepts nothing: add <Accept>…</Accept> with a right answer, one for each way to say it.`
            : undefined,
        ),
        ...named('Accept').flatMap(checkWording),
        ...named('Mistake').flatMap((part) => checkWords(literal(part, 'answer') ?? '', part)),
      ];
    case 'matching':
      return [
        ...at(countOf(parts, id, 'Pair', 'pairs')),
        ...repeated(parts, (part) => literal(part, 'with') ?? '', 'with'),
        ...repeated(parts, textOf, 'text'),
      ];
    case 'ordering':
      return [...at(countOf(parts, id, 'Item', 'items')), ...repeated(parts, textOf, 'text')];
    case 'true-false':
      return [];
    default:
      return [...at(checkKey(parts, type, id)), ...repeated(parts, likeness, 'text')];
  }
}

function checkKey(choices: TreeNode[], type: string, id: string): string | undefined {
  const correct = choices.filter((choice) => literal(choice, 'correct') !== undefined).length;
  if (choices.length < 2) return `The question "${id}" needs at least two choices: add a <Choice>.`;
  if (type === 'single' && correct !== 1)
    return `The question "${id}" is of type single and has ${correct} correct choices: mark exactly one with the word correct.`;
  if (type === 'multiple' && (correct === 0 || correct === choices.length))
    return `The question "${id}" is of type multiple: mark at least one choice with the word correct, and leave at least one without.`;
  return undefined;
}

function countOf(parts: TreeNode[], id: string, name: string, plural: string): string | undefined {
  if (parts.length < 2) return `The question "${id}" needs at least two ${plural}: add a <${name}>.`;
  if (parts.length > most)
    return `The question "${id}" has ${parts.length} ${plural}: keep to ${most}, or make two questions of it.`;
  return undefined;
}

/** Two that look the same cannot be told apart by who answers. */
function repeated(parts: TreeNode[], look: (part: TreeNode) => string, what: 'with' | 'text'): Problem[] {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const words = look(part).replace(/\s+/g, ' ').trim();
    if (words === '' || !seen.has(words)) {
      seen.add(words);
      return [];
    }
    const message =
      what === 'with'
        ? `Two pairs have the same with="${words.slice(0, 40)}": nobody could tell which is meant, so give each its own.`
        : `“${words.slice(0, 40)}” is written twice: nobody could tell which is meant, so give each its own words.`;
    return [{ place: startOf(part), message }];
  });
}

/** Choices that differ in capitals and punctuation alone are alike; in a formula or code, capitals mean something. */
function likeness(choice: TreeNode): string {
  const text = textOf(choice);
  return holdsSigns(choice) ? text : text.toLowerCase().replace(/[\s.,;:!?。，、；：！？]+/g, ' ');
}

const holdsSigns = (node: TreeNode): boolean =>
  node.type === 'inlineMath' || node.type === 'inlineCode' || (node.children ?? []).some(holdsSigns);

function checkUnit(part: TreeNode, question: TreeNode): Problem[] {
  const place = startOf(part);
  const unit = literal(part, 'unit');
  if (written(part).length > 0 || unit === undefined || literal(part, 'factor') === undefined)
    return [
      {
        place,
        message:
          'In a question of type numeric, <Accept> names another unit and nothing is inside it: write <Accept unit="m" factor="0.001" />, with how much of the question’s unit one of it is.',
      },
    ];
  if (literal(question, 'unit') === undefined)
    return [{ place, message: 'The question has no unit of its own yet: add unit="…" to <Question> first.' }];
  if (!isUnit(unit))
    return [
      {
        place,
        message:
          'The attribute unit of <Accept> is not right: begin it with a letter or a sign such as %, not with a digit.',
      },
    ];
  return [];
}

function checkNumber(part: TreeNode, question: TreeNode): Problem[] {
  const place = startOf(part);
  const answer = literal(part, 'answer') ?? '';
  if (!DECIMAL.test(answer))
    return [
      {
        place,
        message:
          'The attribute answer of <Mistake> is not right: write a number like 12.5, in the question’s unit but without it.',
      },
    ];
  if (Number(answer) === Number(literal(question, 'answer')))
    return [{ place, message: 'This mistake is the right answer: correct one of the two.' }];
  return [];
}

function checkWording(part: TreeNode): Problem[] {
  const place = startOf(part);
  if (literal(part, 'unit') !== undefined || literal(part, 'factor') !== undefined)
    return [
      {
        place,
        message:
          'In a question of type short-text, <Accept> has no attributes: write the accepted words between <Accept> and </Accept>.',
      },
    ];
  const inside = written(part);
  const plain = inside.flatMap((child) => (child.type === 'paragraph' ? (child.children ?? []) : [child]));
  if (plain.some((child) => child.type !== 'text'))
    return [{ place, message: '<Accept> holds plain words: remove bold, links and other signs from it.' }];
  return checkWords(textOf(part), part);
}

/** Case, spaces, accents and punctuation are ignored, so something else must be left. */
function checkWords(text: string, part: TreeNode): Problem[] {
  return /[\p{L}\p{N}\p{S}]/u.test(text)
    ? []
    : [
        {
          place: startOf(part),
          message: `<${part.name}> has no letter or digit in it: write the words of an answer.`,
        },
      ];
}
