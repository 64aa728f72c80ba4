// One question of a compiled text, as data.
import * as React from 'react';
import { labels } from './labels.server';
import type {
  ChoiceQuestion,
  MatchingQuestion,
  NumericQuestion,
  OrderingQuestion,
  Question,
} from './question';
import {
  AcceptPlace,
  answerPlaces,
  ChoicePlace,
  ItemPlace,
  MistakePlace,
  PairPlace,
  type QuestionProps,
} from './question-places.server';
import type { Locale } from './schema';

type Html = (children: React.ReactNode) => string;

/** Reads a question that passed the check. `html` renders a part of it. */
export function readQuestion(props: QuestionProps, html: Html, locale: Locale): Question {
  const nodes = React.Children.toArray(props.children);
  const prompt = html(
    nodes.filter((node) => !(React.isValidElement(node) && answerPlaces.includes(node.type))),
  );
  const { id, type } = props;
  const told = { right: squeeze(props.right), wrong: squeeze(props.wrong) };
  switch (type) {
    case 'true-false':
      return { id, type, prompt, choices: trueAndFalse(props, told, locale) };
    case 'numeric':
      return { id, type, prompt, ...told, ...readNumeric(props, nodes) };
    case 'short-text':
      return {
        id,
        type,
        prompt,
        ...told,
        accepts: propsOf(nodes, AcceptPlace).map(({ children }) => wordsIn(children)),
        mistakes: mistakesIn(nodes),
      };
    case 'matching':
      return { id, type, prompt, ...told, ...readMatching(nodes, html) };
    case 'ordering':
      return { id, type, prompt, ...told, items: readItems(nodes, html) };
    default:
      return {
        id,
        type,
        prompt,
        choices: propsOf(nodes, ChoicePlace).map((choice) => ({
          id: choice.id,
          html: html(choice.children),
          correct: choice.correct === true,
          feedback: squeeze(choice.feedback),
          ...(choice.last ? { last: true as const } : {}),
        })),
        ...(props.fixed ? { fixed: true as const } : {}),
      };
  }
}

function trueAndFalse(
  props: QuestionProps,
  told: { right: string; wrong: string },
  locale: Locale,
): ChoiceQuestion['choices'] {
  return (['true', 'false'] as const).map((id) => {
    const correct = props.answer === id;
    return { id, html: labels[locale][id], correct, feedback: correct ? told.right : told.wrong };
  });
}

function readNumeric(
  props: QuestionProps,
  nodes: React.ReactNode[],
): Pick<NumericQuestion, 'answer' | 'tolerance' | 'units' | 'askUnit' | 'mistakes'> {
  const { answer = '', tolerance = '0', unit } = props;
  return {
    answer,
    tolerance: { value: tolerance.replace('%', ''), percent: tolerance.endsWith('%') },
    units:
      unit === undefined
        ? []
        : [
            { name: unit.trim(), factor: '1' },
            ...propsOf(nodes, AcceptPlace).map((other) => ({
              name: (other.unit ?? '').trim(),
              factor: other.factor ?? '1',
            })),
          ],
    ...(props['ask-unit'] ? { askUnit: true as const } : {}),
    mistakes: mistakesIn(nodes),
  };
}

function readMatching(nodes: React.ReactNode[], html: Html): Pick<MatchingQuestion, 'pairs' | 'options'> {
  const pairs = propsOf(nodes, PairPlace).map((pair) => ({ ...pair, with: squeeze(pair.with) }));
  const codes = codesOf(pairs.map((pair) => pair.with));
  return {
    pairs: pairs.map((pair) => ({
      id: pair.id,
      html: html(pair.children),
      option: codes.get(pair.with) ?? '',
    })),
    options: [...codes].map(([text, id]) => ({ id, text })),
  };
}

function readItems(nodes: React.ReactNode[], html: Html): OrderingQuestion['items'] {
  const items = propsOf(nodes, ItemPlace).map(({ id, children }) => ({ id, html: html(children) }));
  const codes = codesOf(items.map((item) => item.html));
  return items.map((item) => ({ id: item.id, code: codes.get(item.html) ?? '', html: item.html }));
}

/**
 * Names texts a, b, c in the order of their characters: the same on any machine, and whoever reads the names learns nothing of
 * the order or the pairs in which the author wrote them.
 */
const codesOf = (texts: string[]): Map<string, string> =>
  new Map([...new Set(texts)].sort().map((text, index) => [text, String.fromCharCode(97 + index)]));

const mistakesIn = (nodes: React.ReactNode[]): { answer: string; feedback: string }[] =>
  propsOf(nodes, MistakePlace).map(({ answer, feedback }) => ({
    answer: squeeze(answer),
    feedback: squeeze(feedback),
  }));

const propsOf = <P>(nodes: React.ReactNode[], place: (props: P) => null): P[] =>
  nodes.flatMap((node) => (React.isValidElement<P>(node) && node.type === place ? [node.props] : []));

/** The check left nothing but text in it. */
const wordsIn = (children: React.ReactNode): string =>
  squeeze(
    React.Children.toArray(children)
      .filter((child) => typeof child === 'string')
      .join(''),
  );

const squeeze = (text = ''): string => text.replace(/\s+/g, ' ').trim();
