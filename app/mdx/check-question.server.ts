// The rules of one question: something is asked, there is a choice, and as many are correct as its type says.
import { literal, type Place, startOf, type TreeNode, written } from './tree';

/** What is wrong with a Question, in reading order; empty when it is well formed. */
export function checkQuestion(node: TreeNode, id: string): { place: Place; message: string }[] {
  const place = startOf(node);
  const children = written(node);
  const problems: { place: Place; message: string }[] = [];
  const choices = children.filter((child) => child.name === 'Choice');
  if (choices.length === children.length)
    problems.push({
      place,
      message: `The question "${id}" asks nothing: write its text before the first <Choice>.`,
    });
  const firstChoice = children.findIndex((child) => child.name === 'Choice');
  const stray = children.slice(Math.max(0, firstChoice)).find((child) => child.name !== 'Choice');
  if (firstChoice !== -1 && stray)
    problems.push({
      place: startOf(stray),
      message: 'Text after the choices would be missed: move it before the first <Choice>.',
    });
  const key = checkKey(choices, literal(node, 'type'), id);
  if (key) problems.push({ place, message: key });
  return problems;
}

function checkKey(choices: TreeNode[], type: string | undefined, id: string): string | undefined {
  const correct = choices.filter((choice) => literal(choice, 'correct') !== undefined).length;
  if (choices.length < 2) return `The question "${id}" needs at least two choices: add a <Choice>.`;
  if (type === 'single' && correct !== 1)
    return `The question "${id}" is of type single and has ${correct} correct choices: mark exactly one with the word correct.`;
  if (type === 'multiple' && (correct === 0 || correct === choices.length))
    return `The question "${id}" is of type multiple: mark at least one choice with the word correct, and leave at least one without.`;
  return undefined;
}
