import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NotedCourse } from '~/domain/learning/list-notes.server';
import { type MarkdownWords, toMarkdown } from '~/domain/learning/notes-markdown';

type Node = { type: string; value?: string; depth?: number; url?: string; children?: Node[] };

const words: MarkdownWords = {
  title: 'My notes',
  lead: 'From Parkbridge',
  empty: 'There are no notes.',
  kinds: { note: 'Note', highlight: 'Highlight', bookmark: 'Bookmark', answer: 'Answer' },
  formerly: 'gone',
  paragraph: ({ number }) => `Paragraph ${number}`,
  date: () => '2 March 2026',
  link: (course, lesson, hash) => `http://parkbridge.test/courses/${course}/lessons/${lesson}#${hash}`,
};

const courseWith = (quote: string, note: string, changes: Partial<NotedCourse> = {}): NotedCourse => ({
  ...{ slug: 'c', title: 'A course', theme: 'incubation' },
  lessons: [
    {
      ...{ slug: 'l', title: 'A lesson', current: true },
      notes: [
        {
          ...{ type: 'mark', id: 'x', kind: 'note', block: 3, locale: 'en', quote, quoteStart: 0 },
          ...{ textDigest: '', note, version: 1, updatedAt: 0 },
        },
      ],
    },
  ],
  ...changes,
});

const parse = (markdown: string): Node[] =>
  (unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node).children ?? [];
const said = (node: Node): string =>
  node.type === 'break' ? '\n' : (node.value ?? (node.children ?? []).map(said).join(''));
const kindsIn = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(kindsIn)];

const nasty = [
  '# no heading',
  '- no list\n- at all',
  '1. neither\n2) this',
  '===\nnor a rule\n---\n***',
  '> no quotation',
  '    no code\n\tnor this',
  '```\nnor this\n```',
  '~~~\nfence\n~~~',
  '<script>alert(1)</script> <!-- no comment -->',
  '[no](http://link.example) ![no](picture.png) [^1]\n\n[^1]: no footnote\n[ref]: http://elsewhere.example',
  '*no* _emphasis_ **at** __all__ ~~gone~~ `code` $x$',
  '| no | table |\n| --- | --- |\n| at | all |',
  '&copy; &#35; \\* \\\\',
  '+ plus\n=\n#',
  '- [ ] no task',
  'Term\n: no definition',
  '\u3000\u3000中文段首。“引号”、#1、*星号*',
];

describe('notes as Markdown', () => {
  let markdown = '';
  beforeEach(() => {
    markdown = toMarkdown([courseWith('Words', 'Mine.')], words);
  });

  it('have a heading for each course and lesson, the words, and the way to them', () => {
    const nodes = parse(markdown);
    expect(nodes.filter(({ type }) => type === 'heading').map((node) => [node.depth, said(node)])).toEqual([
      [1, 'My notes'],
      [2, 'A course'],
      [3, 'A lesson'],
    ]);
    expect(nodes.filter(({ type }) => type === 'blockquote').map(said)).toEqual(['Words']);
    expect(said(nodes.at(-1) as Node)).toBe('Mine.');
    expect(markdown).toContain('(<http://parkbridge.test/courses/c/lessons/l#b3>)');
  });

  it.each(nasty)('say %j word for word, and nothing of it acts', (text) => {
    const nodes = parse(toMarkdown([courseWith(text, text)], words));
    const [quoted, ...notes] = nodes.slice(nodes.findIndex(({ type }) => type === 'blockquote'));
    const plain = (value: string) => value.replace(/[\s\u00a0]+/g, ' ').trim();
    expect(plain(said({ ...(quoted as Node), type: 'root' }))).toBe(
      plain(text.replace(/\n\n/g, '')).replace(/ +/g, ' ') || '',
    );
    const all = [quoted as Node, ...notes].flatMap(kindsIn);
    // Bare addresses are links to whoever reads Markdown so; they say what they are.
    const plainKinds = new Set(['blockquote', 'paragraph', 'text', 'break', 'link']);
    expect(all.filter((kind) => !plainKinds.has(kind))).toEqual([]);
    expect(plain(notes.map(said).join(''))).toBe(plain(text.replace(/\n\n/g, '')));
  });

  it('cannot break out by a title either', () => {
    const title = 'A *course*\n# [with](x) <b>';
    const nodes = parse(toMarkdown([courseWith('q', 'n', { title })], words));
    const headings = nodes.filter(({ type }) => type === 'heading');
    expect(headings.map(said)).toContain('A *course* # [with](x) <b>');
    expect(headings).toHaveLength(3);
  });

  it('say so when there are none', () => {
    expect(toMarkdown([], words)).toBe('# My notes\n\nFrom Parkbridge\n\nThere are no notes.\n');
  });
});
