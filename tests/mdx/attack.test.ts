// Texts written to run code, on the server or in a reader's browser. None may pass, none may run.
import type { BuildOptions } from 'esbuild';
import { bundleMDX } from 'mdx-bundler';
import { afterEach, describe, expect, it } from 'vitest';
import { assertInert } from '~/mdx/assert-inert.server';
import { checkText, renderText } from '~/mdx/index.server';
import { FRONT, text } from './course';

const PWN = 'globalThis.__pwned=true';
const pwned = () => Reflect.has(globalThis, '__pwned');

afterEach(() => {
  expect(pwned()).toBe(false);
});

const bodies: Record<string, string> = {
  expression: `{${PWN}}`,
  'expression in a sentence': `a {(() => { ${PWN} })()} b`,
  'expression with a comment': `{/* x */ ${PWN} /* y */}`,
  'comment closed early': `{/* */${PWN}/* */}`,
  'template literal': `{\`\${${PWN}}\`}`,
  'expression in a list': `- {${PWN}}`,
  'expression in a quotation': `> {${PWN}}`,
  'expression in a table': `| a |\n| - |\n| {${PWN}} |`,
  'expression in a heading': `## {${PWN}}`,
  'expression in a footnote': `a[^1]\n\n[^1]: {${PWN}}`,
  'expression in link text': `[{${PWN}}](https://x.org)`,
  'expression in a component': `<Callout kind="note">\n{${PWN}}\n</Callout>`,
  import: `import fs from 'fs'`,
  'import for its effect': `import 'data:text/javascript,${PWN}'`,
  'dynamic import': `{import('fs')}`,
  export: `export const x = (${PWN})`,
  'export default': `export default () => { ${PWN} }`,
  'export layout': 'export { default } from "./layout"',
  'import after text': `Text\n\nimport x from './x.js'\n\n<Callout kind="note">x</Callout>`,
  spread: '<Callout kind="note" {...props}>x</Callout>',
  'spread of a quiz': '<Quiz {...props}>\n</Quiz>',
  'spread of an effect': `<Callout kind="note" {...(${PWN}, {})}>x</Callout>`,
  'attribute expression': `<Callout kind={${PWN}}>x</Callout>`,
  'attribute of JSX': '<Callout kind=<b/>>x</Callout>',
  'comment in a tag': '<Callout {/* x */} kind="note">x</Callout>',
  'script comment in a tag': '<Callout /* x */ kind="note">x</Callout>',
  'dangerous html': '<Callout kind="note" dangerouslySetInnerHTML={{__html: "<script>"}} />',
  'dangerous html as text': '<Callout kind="note" dangerouslySetInnerHTML="<script>">x</Callout>',
  'event handler': `<Callout kind="note" onClick="${PWN}">x</Callout>`,
  'event handler of html': `<img src="x" onerror="${PWN}" />`,
  'style attribute': '<Callout kind="note" style="position:fixed">x</Callout>',
  'class attribute': '<Callout kind="note" className="x">x</Callout>',
  'ref and key': '<Callout kind="note" ref="x" key="y">x</Callout>',
  'prototype attribute': '<Callout kind="note" __proto__="x">x</Callout>',
  'constructor attribute': '<Callout kind="note" constructor="x">x</Callout>',
  'our own attributes': '<Term id="exit" n="1">x</Term>',
  'our own numbering': '<Callout kind="note" data-block="1">x</Callout>',
  'namespaced attribute': '<Callout kind="note" xlink:href="x">x</Callout>',
  script: `<script>${PWN}</script>`,
  'script in capitals': '<SCRIPT>x</SCRIPT>',
  'script unclosed': '<script src="https://x.org/x.js">',
  style: '<style>x</style>',
  iframe: '<iframe srcdoc="x" />',
  svg: '<svg onload="x" />',
  object: '<object data="x" />',
  'custom element': '<x-y>z</x-y>',
  'member component': '<A.B/>',
  'member of a component': '<Callout.constructor kind="note">x</Callout.constructor>',
  'member of this': '<this.constructor/>',
  'namespace name': '<a:b/>',
  'known namespace name': '<xlink:Callout/>',
  fragment: '<>x</>',
  'prototype component': '<constructor/>',
  'prototype component 2': '<__proto__/>',
  MDXLayout: '<MDXLayout>x</MDXLayout>',
  MDXContent: '<MDXContent/>',
  _components: '<_components.p/>',
  wrapper: '<wrapper>x</wrapper>',
  'type arguments': '<Callout<string> kind="note">x</Callout>',
  'html comment': `<!-- ${PWN} -->`,
  cdata: '<![CDATA[ x ]]>',
  'processing instruction': '<?php x ?>',
  'javascript link': `[x](javascript:${PWN})`,
  'javascript in capitals': '[x](JaVaScRiPt:alert(1))',
  'javascript with an entity': '[x](javascript&colon;alert(1))',
  'javascript with a numeric entity': '[x](&#106;avascript:alert(1))',
  'javascript with a hex entity': '[x](&#x6A;avascript&#x3A;alert(1))',
  'javascript with a tab': '[x](java&Tab;script:alert(1))',
  'javascript with a newline': '[x](java&NewLine;script:alert(1))',
  'javascript after a control character': '[x](&#1;javascript:alert(1))',
  'javascript after a space': '[x](<  javascript:alert(1)>)',
  'javascript after a no-break space': '[x](\u00a0javascript:alert(1))',
  'javascript with a soft hyphen': '[x](java\u00adscript:alert(1))',
  'javascript with a zero width space': '[x](java\u200bscript:alert(1))',
  'javascript escaped': '[x](java\\script:alert(1))',
  'javascript percent-encoded': '[x](javascript%3Aalert(1))',
  'javascript in full width': '[x](ｊavascript:alert(1))',
  'javascript by reference': '[x][y]\n\n[y]: javascript:alert(1)',
  'javascript by a second reference': '[y]\n\n[y]: <javascript:alert(1)> "t"',
  'javascript in a picture': '![x](javascript:alert(1))',
  'javascript in a picture by reference': '![x][y]\n\n[y]: javascript:alert(1)',
  'javascript in a video': '<Video href="javascript:alert(1)" title="x" />',
  'javascript in a video with an entity': '<Video href="&#106;avascript:alert(1)" title="x" />',
  'javascript in a figure': '<Figure src="javascript:alert(1)" alt="x" />',
  'javascript in a poster':
    '<Video src="assets/tour.webm" captions="assets/tour.en.vtt" poster="javascript:alert(1)" title="x" />',
  'javascript in a download': '<Download src="javascript:alert(1)" title="x" />',
  'javascript behind a lesson': '[x](lesson:selection/../../javascript:alert(1))',
  'javascript behind an asset': '[x](assets/javascript:alert(1))',
  'javascript behind a fragment': '[x](#javascript:alert(1))',
  'view-source': '[x](view-source:javascript:alert(1))',
  vbscript: '[x](vbscript:msgbox(1))',
  data: '[x](data:text/html,<script>alert(1)</script>)',
  'data picture': '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  blob: '[x](blob:https://x.org/1)',
  file: '[x](file:///etc/passwd)',
  'protocol-relative': '[x](//evil.org)',
  'protocol-relative with backslashes': '[x](\\\\\\\\evil.org)',
  'https without slashes': '[x](https:evil.org)',
  'https with a backslash': '[x](https:\\\\evil.org)',
  'site root': '[x](/sign-out)',
  'katex link': '$\\href{javascript:alert(1)}{x}$ {1}',
  'gray-matter javascript': `---js\n{ title: (${PWN}) }\n---\n`,
  'gray-matter javascript in full': `---javascript\nmodule.exports = (${PWN})\n---\nx {1}`,
  'gray-matter coffee': `---coffee\n${PWN}\n---\nx {1}`,
  'deep quotations': `${'> '.repeat(5000)}x`,
  'deep lists': `${'- '.repeat(5000)}x`,
  'deep components': `${'<Callout kind="note">'.repeat(3000)}x${'</Callout>'.repeat(3000)}`,
  'forty quotations and a list': Array.from({ length: 40 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n'),
  'a paragraph of asterisks': '*a_ '.repeat(40_000),
  'a formula of braces': `$$\n${'{'.repeat(900)}${'}'.repeat(900)}\n$$ {1}`,
  'a huge text': 'word '.repeat(50_000),
};

describe('a body', () => {
  it('is attacked in a good many ways', () => {
    expect(Object.keys(bodies).length).toBeGreaterThan(100);
  });

  it.each(Object.entries(bodies))('%s: refused, and nothing runs', async (_name, body) => {
    const findings = await checkText(text(body));
    expect(findings.length).toBeGreaterThan(0);
    for (const { line, column } of findings) expect([line >= 1, column >= 1]).toEqual([true, true]);
    await expect(renderText(text(body))).rejects.toThrow('01-a/01-lesson.en.mdx:');
    expect(pwned()).toBe(false);
  });
});

describe('front matter', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
    .join('\n')}`;
  const sources: Record<string, string> = {
    'javascript front matter': `---js\n{ title: "x", summary: (${PWN}) }\n---\nx`,
    'javascript after a space': `--- js\n{ title: "x", summary: (${PWN}) }\n---\nx`,
    'javascript after a byte order mark': `\uFEFF---js\n(${PWN})\n---\nx`,
    'javascript after empty lines': `\n\n---js\n(${PWN})\n---\nx`,
    'javascript with CR line ends': `---js\r(${PWN})\r---\rx`,
    'billion laughs': `---\n${bomb}\ntitle: x\nsummary: y\n---\nx`,
    'function tag': `---\ntitle: !!js/function "function(){${PWN}}"\nsummary: y\n---\nx`,
    'regexp tag': '---\ntitle: !!js/regexp /x/\nsummary: y\n---\nx',
    'binary tag': '---\ntitle: !!binary eA==\nsummary: y\n---\nx',
    'local tag': '---\ntitle: !x y\nsummary: y\n---\nx',
    'tag directive': '---\n%TAG ! tag:x.org:\ntitle: x\nsummary: y\n---\nx',
    'prototype key': '---\ntitle: x\nsummary: y\n__proto__: { polluted: yes }\n---\nx',
    'constructor key': '---\ntitle: x\nsummary: y\nconstructor: { prototype: { polluted: yes } }\n---\nx',
    'key of a map': '---\ntitle: x\nsummary: y\n? { a: b }\n: c\n---\nx',
    'second document': '---\ntitle: x\nsummary: y\n...\ntitle: z\n---\nx',
    'deep yaml': `---\ntitle: ${'['.repeat(3900)}\nsummary: y\n---\nx`,
    'TOML front matter': '+++\ntitle = "x"\n+++\nx',
  };
  it.each(Object.entries(sources))('%s: refused, and nothing runs', async (_name, source) => {
    expect((await checkText(text('', { source }))).length).toBeGreaterThan(0);
    expect(pwned()).toBe(false);
    expect(Reflect.has({}, 'polluted')).toBe(false);
  });

  it('a body that begins like JavaScript front matter is plain text to the compiler', async () => {
    const input = text(`---js\n\n${PWN}\n\n---\n`);
    const { plain } = await renderText(input);
    expect(plain).toContain('---js');
    expect(pwned()).toBe(false);
  });

  it('which matters, because the compiler on its own would run it', async () => {
    const esbuildOptions = (options: BuildOptions): BuildOptions => ({ ...options, logLevel: 'silent' });
    // What comes of the compilation is no matter: the code ran before it.
    await bundleMDX({ source: `---js\n{ title: (${PWN}) }\n---\nx`, esbuildOptions }).catch(() => undefined);
    expect(pwned()).toBe(true);
    Reflect.deleteProperty(globalThis, '__pwned');
  });

  it('nor does a second plain front matter count', async () => {
    const { title, plain } = await renderText(text('---\ntitle: Other\n---\n'));
    expect([title, plain]).toEqual(['A lesson', 'title: Other']);
  });
});

describe('what passes is inert', () => {
  const harmless: Record<string, string> = {
    'markup in prose': 'a \\<script>alert(1)\\</script> &lt;img onerror=x&gt; "onload="',
    'markup in code': '`<script>x</script>`\n\n```html\n<img src=x onerror="alert(1)" style="x">\n```',
    'markup in attributes':
      '<Callout kind="note" title="&quot; onclick=&quot;x&quot;&gt;&lt;script&gt;">x</Callout>',
    'markup in a description': '![" onerror="x](assets/tour.png "\'><script>")',
    'markup in a title': '[x](https://x.org "\\" onmouseover=\\"x")',
    'quotes in an address': '[x](https://x.org/"onclick="x)',
    'markup in maths':
      '$\\text{<script>x</script>}$ $\\href{javascript:alert(1)}{x}$ $\\htmlStyle{color:red}{x}$',
    'styles in maths':
      '$\\fcolorbox{red}{blue}{x}$ $\\boxed{y}$ $\\rule{1em}{1em}$ $\\raisebox{1em}{x}$ $\\color{red}z$',
    'markup in a language name': '```js"onload="x\n1\n```',
    'markup in a footnote name': 'a[^"><script>]\n\n[^"><script>]: b',
    'braces in code': '`{alert(1)}`\n\n```\n{alert(1)}\nimport x from "y"\n```',
    'a hidden comment': 'x {/* SECRET */} y',
  };
  it.each(Object.entries(harmless))('%s', async (_name, body) => {
    const { segments } = await renderText(text(body));
    const html = segments.map((segment) => ('html' in segment ? segment.html : '')).join('');
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).join('');
    expect(tags).not.toMatch(/<script|\son\w+=|\sstyle=|<iframe|<svg/i);
    expect(html).not.toMatch(/href="javascript:|SECRET/);
  });

  it('a last gate stops HTML that the check should have', () => {
    for (const html of [
      '<p><script>x</script></p>',
      '<p onclick="x">y</p>',
      '<p style="x">y</p>',
      '<a href="javascript:x">y</a>',
      '<a href="//x.org">y</a>',
      '<iframe srcdoc="x"></iframe>',
      '<img alt="a > b" src="data:x"/>',
    ])
      expect(() => assertInert(html)).toThrow('Rendered HTML has');
    expect(() =>
      assertInert('<p>a &lt;script&gt; onclick="x" <a href="https://x.org" title="a > b">y</a></p>'),
    ).not.toThrow();
  });

  it('what would be read from the disk, or found as a package, is refused before anything is looked for', async () => {
    const findings = await checkText(
      text('', { source: `${FRONT}export * from '/etc/passwd'\n\nexport { x } from 'react'` }),
    );
    expect(findings.map(({ message }) => message.slice(0, 38))).toEqual([
      'Lessons cannot import or export code: ',
      'Lessons cannot import or export code: ',
    ]);
  });
});
