// Runs a checked, compiled text once, on the server, and keeps only data and static HTML.
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as ReactDOM from 'react-dom';
import { renderToStaticMarkup } from 'react-dom/server';
import { adviseReading } from './advise-text.server';
import { assertInert } from './assert-inert.server';
import type { Compiled } from './compile-text.server';
import { components, QuizPlace, ReflectPlace, TextPage } from './components.server';
import { countWords } from './count-words.server';
import { QuestionPlace } from './question-places.server';
import { readQuestion } from './read-question.server';
import { readQuiz } from './read-quiz.server';
import type { RenderedText, Segment, TextInput } from './schema';

type Content = (props: { components: Record<string, unknown> }) => React.ReactElement;

/** Every Quiz and Reflect divides the top level; keys and feedback go to `questions` and into no HTML. */
export function renderCompiled(compiled: Compiled, input: TextInput): RenderedText {
  const { code, front, facts, used, shape } = compiled;
  const html = (children: React.ReactNode) => renderPart(children, input);
  const top = topLevel(evaluate(code));
  const segments: Segment[] = [];
  const questions: RenderedText['questions'] = [];
  const reflections: RenderedText['reflections'] = [];
  let quiz: RenderedText['quiz'];
  let run: React.ReactNode[] = [];
  const flush = () => {
    const rendered = html(run);
    run = [];
    if (rendered !== '') segments.push({ kind: 'html', html: rendered });
  };
  for (const node of top) {
    if (isA(node, QuizPlace)) {
      flush();
      const { id, children } = node.props;
      quiz = readQuiz(node.props);
      segments.push({ kind: 'quiz', id, block: blockOf(node.props) });
      for (const child of React.Children.toArray(children))
        if (isA(child, QuestionPlace)) questions.push(readQuestion(child.props, html, input.locale));
    } else if (isA(node, ReflectPlace)) {
      flush();
      const { id, children } = node.props;
      const prompt = html(children);
      reflections.push({ id, html: prompt });
      segments.push({ kind: 'reflect', id, html: prompt, block: blockOf(node.props) });
    } else run.push(node);
  }
  flush();
  const { words, minutes } = countWords(facts.readable, input.locale);
  return {
    title: front.title,
    summary: front.summary,
    objectives: front.objectives ?? [],
    segments,
    outline: facts.outline,
    questions,
    ...(quiz ? { quiz } : {}),
    reflections,
    plain: facts.plain,
    words,
    minutes,
    assets: [...used.assets],
    links: [...used.links],
    terms: [...used.terms],
    shape,
    advice: [
      ...(input.kind === 'reading' ? adviseReading(front, words, input.locale) : []),
      ...compiled.advice,
    ],
  };
}

const blockOf = (props: { 'data-block'?: string }): number => Number(props['data-block']);

/** The check left nothing in the code but elements and literal strings, so running it runs nothing of an author's. */
function evaluate(code: string): Content {
  const run = new Function('React', 'ReactDOM', '_jsx_runtime', code);
  return (run(React, ReactDOM, jsxRuntime) as { default: Content }).default;
}

/** The compiled component uses no hooks, so calling it gives its tree of elements, to be divided before rendering. */
function topLevel(content: Content): React.ReactNode[] {
  const tree = content({ components });
  return tree.type === React.Fragment
    ? React.Children.toArray((tree.props as { children?: React.ReactNode }).children)
    : [tree];
}

function isA<P>(node: React.ReactNode, type: (props: P) => null): node is React.ReactElement<P> {
  return React.isValidElement(node) && node.type === type;
}

function renderPart(children: React.ReactNode, input: TextInput): string {
  const rendered = renderToStaticMarkup(
    React.createElement(TextPage, { input }, React.Children.toArray(children)),
  ).trim();
  assertInert(rendered);
  return rendered;
}
