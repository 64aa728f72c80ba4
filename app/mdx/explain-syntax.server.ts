// Turns what the MDX parser says into a sentence an author can act on.

type ParserMessage = { reason: string; source?: string | undefined; ruleId?: string | undefined };

export function explainSyntax({ reason, source = '', ruleId = '' }: ParserMessage): string {
  if (source.includes('mdxjs-esm'))
    return 'A paragraph cannot begin with the small word "import" or "export", which would mean code: begin it with a capital letter or another word.';
  if (source.includes('expression'))
    return ruleId === 'unexpected-lazy'
      ? 'A comment or code in curly braces breaks off here: keep it on the lines of its list or quotation, or remove it.'
      : 'A curly brace begins code, which lessons cannot contain: remove it, or write \\{ to show a brace.';
  if (ruleId === 'end-tag-mismatch') return explainTags(reason);
  if (source.includes('mdx-jsx')) {
    if (ruleId === 'unexpected-lazy')
      return 'A component breaks off here: indent it like the list or quotation that it stands in.';
    if (reason.includes('U+0021'))
      return 'HTML comments are not possible: write {/* … */} instead of <!-- … -->.';
    if (reason.includes('end of file'))
      return 'A component begins with < and never ends: close it with > or />, or write \\< to show the sign itself.';
    return 'The sign < begins a component here, but what follows is not one: write \\< to show the sign itself, [words](address) for a link, and attributes like name="text".';
  }
  return 'This cannot be read as a lesson: compare it with the examples in docs/authoring.md.';
}

function explainTags(reason: string): string {
  const [first = '', second] = [...reason.matchAll(/`(<[^`]*>)`/g)].map((match) => match[1] ?? '');
  if (reason.startsWith('Unexpected closing tag') && second)
    return `${first} closes nothing here, because ${second} is still open: close ${second} first.`;
  if (first.startsWith('</'))
    return `${first} closes a component that was opened elsewhere: put both on lines of their own, with an empty line before and after.`;
  return `${first} is never closed: write its closing tag on a line of its own, or end the tag itself with /> if nothing goes inside.`;
}
