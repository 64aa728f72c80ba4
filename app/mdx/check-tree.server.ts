// Refuses, in the very tree that will be compiled, everything that is not Markdown or a component of the vocabulary.
import type { z } from 'zod';
import { checkFootnotes } from './check-footnotes.server';
import { checkProse } from './check-prose.server';
import { checkQuestion } from './check-question.server';
import { checkUrl } from './check-url.server';
import { explainElement } from './explain-element.server';
import { isFileName, namesAsset, namesTerm } from './find-names';
import type { Finding, TextInput } from './schema';
import {
  type Attribute,
  headingNumberer,
  isComment,
  isElement,
  isPhrasing,
  literal,
  type Place,
  startOf,
  type TreeNode,
  textOf,
  written,
} from './tree';
import { type Component, type UrlUse, vocabulary } from './vocabulary.server';

const MAX_DEPTH = 32;

/** Markdown that may pass as it is. JSX and expressions are judged one by one; any other type is refused. */
const MARKDOWN = new Set([
  'root',
  'paragraph',
  'heading',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'code',
  'inlineCode',
  'text',
  'emphasis',
  'strong',
  'delete',
  'break',
  'link',
  'image',
  'linkReference',
  'imageReference',
  'definition',
  'footnoteDefinition',
  'footnoteReference',
  'table',
  'tableRow',
  'tableCell',
  'math',
  'inlineMath',
]);

/** Shown as the label of a field: pressing anything in it must choose it. */
const LABELS = new Set(['Choice', 'Pair', 'Item', 'Accept']);

/** What a text refers to, as found by the check; the digest must know all of it. */
export type Used = { assets: Set<string>; terms: Set<string>; links: Set<string> };

/**
 * Checks a parsed text, without changing it. Returns every finding, in reading order, and what the text uses.
 * A tree that gives no finding contains no code, no markup of the author's and no address outside the rules.
 */
export function checkTree(root: TreeNode, input: TextInput): { findings: Finding[]; used: Used } {
  const check = new TreeCheck(input);
  check.run(root);
  check.findings.sort((a, b) => a.line - b.line || a.column - b.column);
  return { findings: check.findings, used: check.used };
}

class TreeCheck {
  readonly findings: Finding[] = [];
  readonly used: Used = { assets: new Set(), terms: new Set(), links: new Set() };
  private readonly input: TextInput;
  private readonly definitions = new Map<string, TreeNode>();
  private readonly imageDefinitions = new Set<string>();
  private readonly headingIds = new Set<string>();
  private readonly numberHeading = headingNumberer();
  private readonly fragments: { place: Place; id: string }[] = [];
  private readonly ids = new Map<string, Set<string>>();
  private lastDepth = 1;
  private quizzes = 0;

  constructor(input: TextInput) {
    this.input = input;
  }

  run(root: TreeNode): void {
    this.collectDefinitions(root, 0);
    this.visit(root, []);
    for (const note of checkFootnotes(root, MAX_DEPTH)) this.say(note.place, note.message);
    for (const { place, id } of this.fragments)
      if (!this.headingIds.has(id))
        this.say(
          place,
          `This text has no heading #${id}: headings are #s1, #s2 and so on in order, the first below the second is #s2-1.`,
        );
    if (this.input.kind === 'quiz' && this.quizzes === 0)
      this.say(
        startOf(root),
        'This lesson is of kind quiz but has no quiz: add <Quiz id="…"> with its questions.',
      );
    const empty = root.children?.every((node) => isComment(node) || node.type === 'definition') ?? true;
    if (empty) this.say(startOf(root), 'This text is empty: write something below the front matter.');
  }

  private say(place: Place, message: string): void {
    this.findings.push({ path: this.input.path, line: place.line, column: place.column, message });
  }

  private collectDefinitions(node: TreeNode, depth: number): void {
    if (depth > MAX_DEPTH) return;
    // The first definition of a name wins, as CommonMark says.
    if (node.type === 'definition' && node.identifier && !this.definitions.has(node.identifier))
      this.definitions.set(node.identifier, node);
    if (node.type === 'imageReference' && node.identifier) this.imageDefinitions.add(node.identifier);
    for (const child of node.children ?? []) this.collectDefinitions(child, depth + 1);
  }

  private visit(node: TreeNode, parents: TreeNode[]): void {
    if (parents.length > MAX_DEPTH) {
      this.say(startOf(node), `This is nested more than ${MAX_DEPTH} levels deep: make it flatter.`);
      return;
    }
    if (isElement(node)) this.element(node, parents);
    else if (isComment(node)) this.comment(node);
    else if (node.type === 'mdxjsEsm')
      this.say(
        startOf(node),
        'Lessons cannot import or export code: remove this, or begin the sentence with a capital letter.',
      );
    else if (!MARKDOWN.has(node.type))
      this.say(startOf(node), 'This kind of markup is not possible in a lesson: write it in Markdown.');
    else this.markdown(node, parents);
    const inside = [...parents, node];
    for (const child of node.children ?? []) this.visit(child, inside);
  }

  private comment(node: TreeNode): void {
    const program = node.data?.estree as { body?: unknown[]; comments?: unknown[] } | undefined;
    const isOnlyComment = program?.body?.length === 0 && (program.comments?.length ?? 0) > 0;
    if (!isOnlyComment)
      this.say(
        startOf(node),
        'Curly braces mean code, which lessons cannot contain: remove them, or write \\{ and \\} to show braces.',
      );
  }

  private markdown(node: TreeNode, parents: TreeNode[]): void {
    const place = startOf(node);
    const parent = parents.at(-1);
    switch (node.type) {
      case 'text':
        for (const left of checkProse(node.value ?? '', place)) this.say(left.place, left.message);
        break;
      case 'heading':
        this.heading(node, parent, place);
        break;
      case 'link':
        this.url(node.url ?? '', 'link', place);
        this.linkText(node, parents, place);
        break;
      case 'linkReference':
        this.linkText(node, parents, place);
        break;
      case 'image':
        this.url(node.url ?? '', 'image', place);
        this.alternative(node, place);
        break;
      case 'imageReference':
        this.alternative(node, place);
        break;
      case 'definition':
        this.url(node.url ?? '', this.imageDefinitions.has(node.identifier ?? '') ? 'image' : 'link', place);
        break;
      case 'table':
        for (const cell of node.children?.[0]?.children ?? [])
          if (textOf(cell).trim() === '')
            this.say(
              startOf(cell),
              'This column has no heading: write a word in each cell of the first row.',
            );
        break;
      case 'inlineMath':
        // "$5 and $10" is a formula to the parser. One that is meant as such has no space inside its signs.
        if (/^\s|\s$/.test(node.value ?? ''))
          this.say(place, 'These two $ signs enclose a formula: write \\$ for each if you mean money.');
        break;
      case 'footnoteReference':
      case 'footnoteDefinition':
        if (parents.some((one) => one.name === 'Quiz' || one.name === 'Reflect'))
          this.say(
            place,
            'Footnotes are not possible inside a quiz or a reflection: write the text in full.',
          );
        break;
    }
  }

  private heading(node: TreeNode, parent: TreeNode | undefined, place: Place): void {
    const depth = node.depth ?? 1;
    if (parent?.type !== 'root') {
      this.say(
        place,
        'Headings belong to the top level of the text, not inside a list, quotation or component: use **bold** here.',
      );
      return;
    }
    if (depth === 1) {
      this.say(place, 'The title is already the heading of level 1: begin with ##.');
      return;
    }
    if (depth > this.lastDepth + 1)
      this.say(
        place,
        `This heading skips a level: after ${'#'.repeat(this.lastDepth)} comes ${'#'.repeat(this.lastDepth + 1)}.`,
      );
    if (textOf(node).trim() === '') this.say(place, 'This heading is empty: write its words after the #.');
    this.lastDepth = depth;
    this.headingIds.add(this.numberHeading(depth));
  }

  private linkText(node: TreeNode, parents: TreeNode[], place: Place): void {
    if (textOf(node).trim() === '')
      this.say(place, 'This link has no words to press: write them between the [ ].');
    if (parents.some((one) => one.name === 'Term'))
      this.say(place, 'A term cannot contain a link: put the link beside it.');
    if (parents.some((one) => LABELS.has(one.name ?? '')))
      this.say(place, 'A link cannot stand inside a choice: put it into the question.');
  }

  private alternative(node: TreeNode, place: Place): void {
    if ((node.alt ?? '').trim() === '')
      this.say(
        place,
        'This picture has no description: say between the [ ] what it shows, for those who cannot see it.',
      );
    else if (isFileName(node.alt ?? ''))
      this.say(place, 'This description is the name of a file: say between the [ ] what the picture shows.');
  }

  private url(url: string, use: UrlUse | 'link', place: Place): void {
    const verdict = checkUrl(url, use, this.input.resources);
    if ('problem' in verdict) {
      this.say(place, verdict.problem);
      return;
    }
    const { target } = verdict;
    if (target.kind === 'fragment') this.fragments.push({ place, id: target.id });
    else if (target.kind === 'lesson') this.used.links.add(`lesson:${target.id}`);
    else if (target.kind === 'asset') this.noteAsset(target.path, place);
    else this.used.links.add(target.href);
  }

  private noteAsset(path: string, place: Place): void {
    this.used.assets.add(path);
    // The digest looks for names in the source as written, so a name spelled with entities would escape it.
    if (!namesAsset(this.input.source, path))
      this.say(place, `Write the file name ${path} in plain characters, without & codes or backslashes.`);
  }

  private element(node: TreeNode, parents: TreeNode[]): void {
    const place = startOf(node);
    const name = node.name ?? '';
    const component = vocabulary.get(name);
    if (!component) {
      this.say(place, explainElement(name));
      return;
    }
    this.attributes(name, node, component, place);
    this.position(name, node, component, parents, place);
    this.contents(name, node, component, place);
    this.rules(name, node, parents, place);
  }

  private attributes(name: string, node: TreeNode, component: Component, place: Place): void {
    const values: Record<string, unknown> = Object.create(null);
    const places = new Map<string, Place>();
    let readable = true;
    for (const attribute of node.attributes ?? []) {
      const at = attribute.position?.start ?? place;
      const problem = this.readAttribute(name, attribute, component, values, places, at);
      if (problem) {
        readable = false;
        this.say(at, problem);
      }
    }
    if (!readable) return;
    const result = component.attributes.safeParse({ ...values });
    if (!result.success)
      for (const issue of result.error.issues) this.attributeIssue(name, issue, values, places, place);
    for (const [key, use] of Object.entries(component.urls ?? {})) {
      const value = values[key];
      if (typeof value === 'string') this.url(value, use, places.get(key) ?? place);
    }
  }

  private readAttribute(
    name: string,
    attribute: Attribute,
    component: Component,
    values: Record<string, unknown>,
    places: Map<string, Place>,
    at: Place,
  ): string | undefined {
    const key = attribute.name;
    if (attribute.type !== 'mdxJsxAttribute' || typeof key !== 'string')
      return `<${name}> cannot take code in curly braces: write its attributes out, like ${component.example}.`;
    if (!component.names.includes(key)) {
      const takes = component.names.length > 0 ? `it takes ${component.names.join(', ')}` : 'it takes none';
      return `<${name}> has no attribute "${key.slice(0, 40)}": ${takes}.`;
    }
    if (attribute.value !== null && attribute.value !== undefined && typeof attribute.value !== 'string')
      return `The attribute ${key} of <${name}> is code in curly braces: write ${key}="…" with the text in quotes.`;
    if (places.has(key)) return `<${name}> has the attribute ${key} twice: keep one.`;
    places.set(key, at);
    values[key] = attribute.value ?? true;
    return undefined;
  }

  private attributeIssue(
    name: string,
    issue: z.core.$ZodIssue,
    values: Record<string, unknown>,
    places: Map<string, Place>,
    place: Place,
  ): void {
    const key = String(issue.path[0] ?? '');
    const at = places.get(key) ?? place;
    if (issue.code !== 'custom' && !(key in values)) this.say(at, `<${name}> needs ${key}="…": add it.`);
    else this.say(at, `The attribute ${key} of <${name}> is not right: ${issue.message}.`);
  }

  private position(
    name: string,
    node: TreeNode,
    component: Component,
    parents: TreeNode[],
    place: Place,
  ): void {
    const parent = parents.at(-1);
    if (component.within !== undefined && parent?.name !== component.within)
      this.say(place, `<${name}> stands directly inside <${component.within}> only: move it there.`);
    else if (component.place === 'top' && parent?.type !== 'root')
      this.say(place, `<${name}> must stand at the top level of the text: move it out of what surrounds it.`);
    else if (component.place !== 'inline' && node.type === 'mdxJsxTextElement')
      this.say(place, `<${name}> must begin on a line of its own: leave an empty line before and after it.`);
    // A choice is shown as the label of its box: pressing anything in it must choose it.
    if (name === 'Term' && parents.some((one) => LABELS.has(one.name ?? '')))
      this.say(place, 'A term cannot stand inside a choice: use it in the question.');
    if (name === 'Term' && parents.some((one) => one.type === 'link' || one.type === 'linkReference'))
      this.say(place, 'A term cannot stand inside a link: put it beside the link.');
    if (name === 'Term' && parents.some((one) => one.type === 'heading' || one.name === 'Term'))
      this.say(place, 'A term cannot stand inside a heading or another term: use it in a sentence below.');
  }

  private contents(name: string, node: TreeNode, component: Component, place: Place): void {
    const children = written(node);
    const { holds } = component;
    if (holds === 'nothing') {
      if (children.length > 0)
        this.say(place, `<${name}> has nothing inside it: close it at once, like ${component.example}.`);
      return;
    }
    if (holds === 'words or nothing' && children.length === 0) return;
    if (children.length === 0) {
      this.say(place, `<${name}> is empty: write something between <${name}> and </${name}>.`);
      return;
    }
    if (holds === 'words' || holds === 'words or nothing') {
      const inner =
        children.length === 1 && children[0]?.type === 'paragraph' ? (children[0].children ?? []) : children;
      if (!inner.every(isPhrasing))
        this.say(place, `<${name}> holds words of a sentence only, like ${component.example}.`);
    } else if (holds === 'one ordered list') {
      if (children.length !== 1 || children[0]?.type !== 'list' || children[0].ordered !== true)
        this.say(
          place,
          `<${name}> holds one numbered list and nothing else: begin its first line with "1. ".`,
        );
    } else if (typeof holds === 'object') {
      for (const child of children)
        if (child.name !== holds.only)
          this.say(
            startOf(child),
            `Directly inside <${name}> only <${holds.only}> is possible: move this out.`,
          );
    }
  }

  private rules(name: string, node: TreeNode, parents: TreeNode[], place: Place): void {
    const id = literal(node, 'id') ?? '';
    if (name === 'Term') {
      this.used.terms.add(id);
      if (!Object.hasOwn(this.input.resources.glossary, id))
        this.say(
          place,
          `The glossary has no term "${id.slice(0, 64)}": add it to glossary.yml, or correct the id.`,
        );
      else if (!namesTerm(this.input.source, id))
        this.say(place, `Write the id of this term plainly, like <Term id="${id}">.`);
    }
    if (name === 'Compare' && (node.children ?? []).filter((child) => child.name === 'Side').length !== 2)
      this.say(place, '<Compare> shows two sides: put exactly two <Side> into it.');
    if (name === 'Reflect' || name === 'Quiz') this.unique('text', id, place);
    if (name === 'Quiz') this.quiz(place);
    if (name === 'Question') {
      this.unique('quiz', id, place);
      for (const problem of checkQuestion(node, id)) this.say(problem.place, problem.message);
    }
    if (name === 'Quiz' && literal(node, 'wait') !== undefined && literal(node, 'attempts') === '1')
      this.say(place, 'With attempts="1" there is nothing to wait for: leave wait out.');
    if (name === 'Choice' || name === 'Pair' || name === 'Item')
      this.unique(`question ${startOf(parents.at(-1) ?? node).line}`, id, place);
  }

  private unique(scope: string, id: string, place: Place): void {
    const taken = this.ids.get(scope) ?? new Set<string>();
    this.ids.set(scope, taken);
    if (id !== '' && taken.has(id)) this.say(place, `The id "${id}" is used twice: give each its own.`);
    taken.add(id);
  }

  private quiz(place: Place): void {
    this.quizzes += 1;
    if (this.input.kind !== 'quiz')
      this.say(place, 'A reading has no quiz: move it to a lesson of its own with kind: quiz in course.yml.');
    else if (this.quizzes > 1) this.say(place, 'A lesson has one quiz: put all questions into the first.');
  }
}
