import { describe, expect, it } from 'vitest';
import { type Locale, RENDERER, readFrontMatter, renderText, toPublicQuestion } from '~/mdx/index.server';
import { renderedTextSchema } from '~/mdx/schema';
import { QUIZ, text } from './course';

async function htmlOf(body: string, locale: Locale = 'en'): Promise<string> {
  const { segments } = await renderText(text(body, { locale }));
  return segments.map((segment) => ('html' in segment ? segment.html : '')).join('\n');
}

describe('Markdown', () => {
  it('gives headings ids by position and every top block its number', async () => {
    const { outline, segments } = await renderText(
      text('Intro.\n\n## One\n\n### Deep\n\n### Deeper\n\n## Two *words*\n\n- a\n\n{/* unseen */}\n\nEnd.'),
    );
    expect(outline).toEqual([
      { id: 's1', text: 'One', level: 2 },
      { id: 's1-1', text: 'Deep', level: 3 },
      { id: 's1-2', text: 'Deeper', level: 3 },
      { id: 's2', text: 'Two words', level: 2 },
    ]);
    const [first] = segments;
    expect(first?.kind === 'html' && first.html).toBe(
      [
        '<p data-block="1" id="b1">Intro.</p>',
        '<h2 id="s1" data-block="2"><span id="b2" class="block-mark"></span>One</h2>',
        '<h3 id="s1-1" data-block="3"><span id="b3" class="block-mark"></span>Deep</h3>',
        '<h3 id="s1-2" data-block="4"><span id="b4" class="block-mark"></span>Deeper</h3>',
        '<h2 id="s2" data-block="5"><span id="b5" class="block-mark"></span>Two <em>words</em></h2>',
        '<ul data-block="6" id="b6">\n<li>a</li>\n</ul>',
        '<p data-block="7" id="b7">End.</p>',
      ].join('\n'),
    );
  });

  it('aligns tables by class inside a region that can be scrolled from the keyboard', async () => {
    const html = await htmlOf('| A | B |\n| :-: | --: |\n| 1 | 2 |\n', 'zh-Hans');
    expect(html).toContain(
      '<div class="scroll scroll-table" role="region" tabindex="0" aria-label="表格 1" data-block="1" id="b1"><table>',
    );
    expect(html).toContain('<th scope="col" class="align-center">A</th>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).not.toContain('style=');
  });

  it.each([
    ['en', 'Notes', 'Back to the text, note 1'],
    ['ms', 'Nota kaki', 'Kembali ke teks, nota 1'],
    ['zh-Hans', '注释', '返回正文，注释 1'],
  ] as const)('labels footnotes in %s', async (locale, title, back) => {
    const html = await htmlOf('Claim.[^a]\n\n[^a]: Proof.', locale);
    expect(html).toContain(`<h2 class="footnotes-title" id="footnote-label">${title}</h2>`);
    expect(html).toContain(`aria-label="${back}"`);
    expect(html).toContain('<a href="#note-fn-a" id="note-fnref-a"');
  });

  it.each([
    ['en', 'Back to the text, note 1, mention 2'],
    ['ms', 'Kembali ke teks, nota 1, rujukan 2'],
    ['zh-Hans', '返回正文，注释 1，第 2 处'],
  ] as const)(
    'a source cited twice has two ways back with names of their own, in %s',
    async (locale, back) => {
      const html = await htmlOf('Claim.[^a] Another.[^a]\n\n[^a]: Proof.', locale);
      expect(html).toMatch(new RegExp(`href="#note-fnref-a-2"[^>]*aria-label="${back}"[^>]*>↩<sup>2</sup>`));
    },
  );

  it('shows task lists as signs with a name, without form fields', async () => {
    const html = await htmlOf('- [x] done\n- [ ] open\n', 'ms');
    expect(html).toContain('<span class="task task-done" role="img" aria-label="Selesai"></span> done');
    expect(html).toContain('<span class="task" role="img" aria-label="Belum dibuat"></span> open');
    expect(html).not.toContain('<input');
  });

  it('renders maths as MathML only', async () => {
    const html = await htmlOf(
      'Rate $\\frac{a}{b}$.\n\n$$\n\\fcolorbox{red}{blue}{x} + \\textcolor{red}{y}\n$$\n',
    );
    expect(html).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>');
    expect(html).toContain('scroll-formula" role="region" tabindex="0" aria-label="Formula 1"');
    expect(html).toMatch(/<math [^>]*display="block"/);
    expect(html).not.toMatch(/ style=|katex-html/);
  });

  it('renders code with classes, and unknown languages plainly', async () => {
    const html = await htmlOf('```js\nconst a = "<b>";\n```\n\n```klingon\nqapla\n```\n');
    expect(html).toContain('<span class="hljs-keyword">const</span>');
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('aria-label="Code 2"');
    expect(html).toContain('qapla');
  });

  it('keeps a single tilde, which ranges use', async () => {
    expect(await htmlOf('5~10 and 20~30, ~~gone~~')).toBe(
      '<p data-block="1" id="b1">5~10 and 20~30, <del>gone</del></p>',
    );
  });

  it('resolves links and pictures, reference style too', async () => {
    const html = await htmlOf(
      '## A\n\n[l](lesson:selection) [f](assets/scorecard.csv) [h](#s1) [m](mailto:a@park.my) [w][w] ![p][p] ![漏斗](assets/漏斗.png "T")\n\n[w]: https://example.org/a?b=1&c=2\n[p]: assets/funnel.en.svg',
    );
    expect(html).toContain('<a href="/courses/incubation/lessons/selection">l</a>');
    expect(html).toContain(`<a href="/media/${'f'.repeat(64)}/scorecard.csv">f</a>`);
    expect(html).toContain('<a href="#s1">h</a>');
    expect(html).toContain('<a href="mailto:a@park.my">m</a>');
    expect(html).toContain(
      '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer" class="outside">w</a>',
    );
    expect(html).toContain(
      `<img src="/media/${'a'.repeat(64)}/funnel.en.svg" alt="p" loading="lazy" decoding="async" width="640" height="360"/>`,
    );
    expect(html).toContain(`/media/${'b'.repeat(64)}/%E6%BC%8F%E6%96%97.png`);
  });
});

describe('components', () => {
  it.each([
    ['en', 'note', 'Note'],
    ['en', 'warning', 'Caution'],
    ['ms', 'tip', 'Petua'],
    ['zh-Hans', 'example', '示例'],
  ] as const)('Callout in %s, %s', async (locale, kind, label) => {
    const html = await htmlOf(
      `<Callout kind="${kind}" title="Mind & matter">\nSome **text**.\n</Callout>`,
      locale,
    );
    expect(html).toBe(
      `<div class="callout callout-${kind}" role="note" data-block="1" id="b1"><p class="callout-title"><span class="callout-kind">${label}</span> Mind &amp; matter</p><p>Some <strong>text</strong>.</p></div>`,
    );
  });

  it('Callout on one line still has a paragraph', async () => {
    expect(await htmlOf('<Callout kind="tip">Short *and* sweet.</Callout>')).toContain(
      '</p><p>Short <em>and</em> sweet.</p></div>',
    );
  });

  it('Figure', async () => {
    expect(await htmlOf('<Figure src="assets/funnel.en.svg" alt="A funnel" caption="Few come out" />')).toBe(
      `<figure class="figure" data-block="1" id="b1"><img src="/media/${'a'.repeat(64)}/funnel.en.svg" alt="A funnel" width="640" height="360" loading="lazy" decoding="async"/><figcaption>Few come out</figcaption></figure>`,
    );
  });

  it('Video of the course', async () => {
    const html = await htmlOf(
      '<Video src="assets/tour.webm" poster="assets/tour.png" captions="assets/tour.en.vtt" title="A tour" />',
    );
    expect(html).toMatch(
      /<video controls="" preload="none" [^>]*aria-label="A tour" poster="\/media\/d{64}\/tour.png"/,
    );
    expect(html).toContain(`<source src="/media/${'c'.repeat(64)}/tour.webm" type="video/webm"/>`);
    expect(html).toMatch(
      /<track kind="captions" srclang="en" label="English" src="\/media\/e{64}\/tour.en.vtt"/i,
    );
  });

  it('Video elsewhere is a plain link', async () => {
    const html = await htmlOf('<Video href="https://video.example.org/1" title="A talk" />', 'ms');
    expect(html).toContain(
      '<a href="https://video.example.org/1" rel="noopener noreferrer" class="outside">',
    );
    expect(html).toContain('Video di video.example.org');
    expect(html).not.toMatch(/<(?:video|iframe)/);
  });

  it('Term opens without a script, in three languages, with unique ids', async () => {
    const html = await htmlOf('<Term id="incubator">孵化器</Term>和<Term id="exit">退出</Term>。', 'zh-Hans');
    expect(html).toContain('<button type="button" class="term" popovertarget="term-1">孵化器</button>');
    expect(html).toContain('<span class="term-card" id="term-2" role="note" popover="">');
    expect([...html.matchAll(/lang="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'zh-Hans',
      'en',
      'ms',
      'zh-Hans',
      'en',
      'ms',
    ]);
    expect(html).toContain('The &lt;sale&gt; of a company &amp; its shares.');
  });

  it('a Term alone on its line is still a paragraph', async () => {
    expect(await htmlOf('<Term id="exit">Exits</Term>')).toMatch(/^<p data-block="1" id="b1"><button/);
    const two = await htmlOf('<Term id="exit">A</Term> <Term id="exit">B</Term><Term id="exit">C</Term>');
    expect(
      two.replace(/<span class="term-card".*?<\/span><\/span><\/span>/g, '').replace(/<[^>]*>/g, ''),
    ).toBe('A BC');
  });

  it('Compare and Side, one heading level below what surrounds them', async () => {
    const html = await htmlOf(
      '## A\n\n### B\n\n<Compare>\n<Side park="mranti" title="MRANTI">\nOne.\n</Side>\n<Side park="z-park" title="Zhongguancun">\nTwo.\n</Side>\n</Compare>\n',
    );
    expect(html).toContain(
      '<div class="compare" data-block="3" id="b3"><section class="side side-mranti"><h4 class="side-title">MRANTI</h4><p>One.</p></section><section class="side side-z-park"><h4 class="side-title">Zhongguancun</h4><p>Two.</p></section></div>',
    );
  });

  it('Steps', async () => {
    expect(await htmlOf('<Steps>\n1. **First.** Go.\n2. Then stop.\n</Steps>\n')).toBe(
      '<div class="steps" data-block="1" id="b1"><ol>\n<li><strong>First.</strong> Go.</li>\n<li>Then stop.</li>\n</ol></div>',
    );
  });

  it('Download says name and size in the language of the text', async () => {
    const html = await htmlOf('<Download src="assets/scorecard.csv" title="Kad skor" />', 'ms');
    expect(html).toContain(`<a href="/media/${'f'.repeat(64)}/scorecard.csv" download="scorecard.csv">`);
    expect(html).toMatch(/Muat turun · scorecard\.csv · 12\skB/);
  });

  it('Reflect divides the text, and its prompt is given apart', async () => {
    const { segments, reflections } = await renderText(
      text('Before.\n\n<Reflect id="my-park">\nWhat *now*?\n</Reflect>\n\nAfter.'),
    );
    expect(segments).toEqual([
      { kind: 'html', html: '<p data-block="1" id="b1">Before.</p>' },
      { kind: 'reflect', id: 'my-park', html: '<p>What <em>now</em>?</p>', block: 2 },
      { kind: 'html', html: '<p data-block="3" id="b3">After.</p>' },
    ]);
    expect(reflections).toEqual([{ id: 'my-park', html: '<p>What <em>now</em>?</p>' }]);
  });

  it('Quiz becomes data, with key and feedback in no HTML', async () => {
    const rendered = await renderText(text(`Try.\n\n${QUIZ}\nDone.`, { kind: 'quiz' }));
    expect(rendered.segments).toEqual([
      { kind: 'html', html: '<p data-block="1" id="b1">Try.</p>' },
      { kind: 'quiz', id: 'check', block: 2 },
      { kind: 'html', html: '<p data-block="3" id="b3">Done.</p>' },
    ]);
    expect(rendered.quiz).toEqual({ id: 'check', pass: 80 });
    expect(rendered.questions).toEqual([
      {
        id: 'q1',
        type: 'single',
        prompt: '<p>Which <em>one</em> is right?</p>',
        choices: [
          {
            id: 'a',
            html: 'Red <strong>herring</strong>',
            correct: false,
            feedback: 'WRONG-FEEDBACK: tempting',
          },
          { id: 'b', html: 'The true one', correct: true, feedback: 'RIGHT-FEEDBACK' },
        ],
      },
      {
        id: 'q2',
        type: 'multiple',
        prompt: '<p>Which are right?</p>',
        choices: [
          { id: 'a', html: 'One', correct: true, feedback: 'FEEDBACK-A' },
          { id: 'b', html: 'Two', correct: false, feedback: 'FEEDBACK-B' },
          { id: 'c', html: 'Three', correct: true, feedback: 'FEEDBACK-C' },
        ],
      },
    ]);
    const { questions, ...shown } = rendered;
    const sent = JSON.stringify([shown, questions.map(toPublicQuestion)]);
    expect(sent).not.toMatch(/FEEDBACK|correct|feedback/);
    expect(sent).toContain('Red <strong>herring</strong>');
  });

  it('parts of a question may hold every component that a learner reads', async () => {
    const { questions } = await renderText(
      text(
        '<Quiz id="q">\n<Question id="q1" type="single">\nLook at <Term id="exit">exits</Term>:\n\n<Figure src="assets/funnel.en.svg" alt="A funnel" />\n\n<Choice id="a" correct feedback="f">$x^2$</Choice>\n<Choice id="b" feedback="f">\n![A funnel](assets/funnel.en.svg) `two`\n</Choice>\n</Question>\n</Quiz>',
        { kind: 'quiz' },
      ),
    );
    expect(questions[0]?.prompt).toMatch(
      /^<p>Look at <span class="keep"><button.*<\/p>\s*<figure class="figure"><img/s,
    );
    expect(questions[0]).toMatchObject({
      choices: [
        { html: expect.stringContaining('<msup>') },
        { html: expect.stringMatching(/^<img [^>]*alt="A funnel"[^>]*> <code>two<\/code>$/) },
      ],
    });
  });
});

describe('facts', () => {
  it('lists assets, links and terms once each, in order', async () => {
    const rendered = await renderText(
      text(
        '[a](lesson:selection) <Term id="exit">x</Term> <Term id="exit">y</Term> [b](https://example.org) [c](lesson:selection)\n\n<Download src="assets/scorecard.csv" title="T" />\n\n![f](assets/funnel.en.svg)',
      ),
    );
    expect(rendered.links).toEqual(['lesson:selection', 'https://example.org']);
    expect(rendered.terms).toEqual(['exit']);
    expect(rendered.assets).toEqual(['assets/scorecard.csv', 'assets/funnel.en.svg']);
  });

  it('gives plain text a line for each block, without choices, definitions or comments', async () => {
    const { plain } = await renderText(
      text(`## Head\n\nOne *two*\nthree.[^n] {/* no */}\n\n[^n]: A note.\n\n${QUIZ}`, { kind: 'quiz' }),
    );
    expect(plain).toBe('Head\nOne two three.\nA note.\nWhich one is right?\nWhich are right?');
  });

  it('counts words, Chinese by characters, and reading time', async () => {
    const english = await renderText(text(`${'word '.repeat(660)}end.`));
    expect([english.words, english.minutes]).toEqual([661, 3]);
    const chinese = await renderText(text(`${'企业孵化'.repeat(200)} MRANTI。`, { locale: 'zh-Hans' }));
    expect([chinese.words, chinese.minutes]).toEqual([801, 2]);
    const short = await renderText(text('Hello.'));
    expect([short.words, short.minutes]).toEqual([1, 1]);
    const sourced = await renderText(text('Two words.[^n]\n\n[^n]: A note of five words.'));
    expect([sourced.words, sourced.plain]).toEqual([2, 'Two words.\nA note of five words.']);
  });

  it('gives the objectives as they are written, and none of them counts as text', async () => {
    const objectives = 'objectives:\n  - "Say: <what> it does & why."\n  - Name five jobs.\n';
    const source = text('Hello.').source.replace('summary:', `${objectives}summary:`);
    const rendered = await renderText(text('', { source }));
    expect(rendered.objectives).toEqual(['Say: <what> it does & why.', 'Name five jobs.']);
    expect(rendered.segments).toEqual((await renderText(text('Hello.'))).segments);
    expect([rendered.words, rendered.plain]).toEqual([1, 'Hello.']);
    expect((await renderText(text('Hello.'))).objectives).toEqual([]);
  });

  it('has the shape that the schema says', async () => {
    const rendered = await renderText(text(QUIZ, { kind: 'quiz' }));
    expect(renderedTextSchema.parse(rendered)).toEqual(rendered);
    expect(RENDERER).toMatch(/^parkbridge-mdx-\d+$/);
  });

  it('renders the same text to the same bytes', async () => {
    const input = text(
      '## A\n\n<Term id="exit">x</Term> $y$\n\n```js\n1\n```\n\n<Callout kind="note">z</Callout>\n\nEnd.[^1]\n\n[^1]: N.',
    );
    const runs = await Promise.all([
      renderText(input),
      renderText(input),
      renderText(structuredClone(input)),
    ]);
    expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(1);
  });

  it('gives the front matter of a readable text, and where its body begins', () => {
    expect(readFrontMatter('---\r\ntitle: "A: b"\r\nsummary: 摘要\r\n---\r\nBody\r\n')).toEqual({
      data: { title: 'A: b', summary: '摘要' },
      body: 'Body\n',
      bodyLine: 5,
    });
  });
});
