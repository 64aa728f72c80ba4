// Every example of docs/authoring.md is one that the check accepts: what is taught must work.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkText, renderText } from '~/mdx/index.server';
import { vocabulary } from '~/mdx/vocabulary.server';
import { FRONT, text } from './course';

const guide = await readFile(fileURLToPath(new URL('../../docs/authoring.md', import.meta.url)), 'utf8');
const examples = [...guide.matchAll(/^(`{3,})mdx\n([\s\S]*?)^\1$/gm)].map((match) => match[2] ?? '');

const inputOf = (example: string) =>
  text('', {
    source: example.startsWith('---') ? example : FRONT + example,
    kind: example.includes('<Quiz') ? 'quiz' : 'reading',
  });

describe('docs/authoring.md', () => {
  it.each(examples.map((example) => [example.replaceAll('\n', ' ').slice(0, 50), example]))(
    '%s',
    async (_name, example) => {
      expect(await checkText(inputOf(example))).toEqual([]);
      const { segments, advice } = await renderText(inputOf(example));
      expect(segments).not.toEqual([]);
      // An example is short, and most are only a part of a lesson.
      expect(advice.filter(({ message }) => !/good length|names no objectives/.test(message))).toEqual([]);
    },
  );

  it('shows every component of the vocabulary', () => {
    const shown = examples.join('\n');
    expect([...vocabulary.keys()].filter((name) => !shown.includes(`<${name}`))).toEqual([]);
  });
});
