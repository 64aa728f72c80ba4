// Every refusal, with the place an instructor is sent to. The body begins on line 5.
import { describe, expect, it } from 'vitest';
import { checkText, readFrontMatter, renderText, TextRefused } from '~/mdx/index.server';
import { QUIZ, text } from './course';

const places = async (body: string, changes = {}) =>
  (await checkText(text(body, changes))).map(({ line, column, message }) => `${line}:${column} ${message}`);

const question = (inside: string, type = 'single') =>
  `<Quiz id="q">\n<Question id="q1" type="${type}">\n${inside}\n</Question>\n</Quiz>`;
const choice = (id: string, extra = '') => `<Choice id="${id}" ${extra}feedback="f">x</Choice>`;

describe('what is refused, where, and with which remedy', () => {
  it.each<[string, string, string]>([
    ['an import', "import x from 'y'", '5:1 Lessons cannot import or export code'],
    ['an export', 'Text.\n\nexport const a = 1', '7:1 Lessons cannot import or export code'],
    [
      'a sentence that looks like one',
      'export markets grow',
      '5:8 A paragraph cannot begin with the small word',
    ],
    ['an expression', 'Two: {1 + 1}', '5:6 Curly braces mean code'],
    ['an expression on its own', '{"a"}', '5:1 Curly braces mean code'],
    ['empty braces', 'a {} b', '5:3 Curly braces mean code'],
    ['a brace that never closes', 'a { b', '5:6 A curly brace begins code'],
    ['a brace with what is no code', 'a {b c} d', '5:5 A curly brace begins code'],
    ['a spread', '<Callout kind="note" {...x}>\nx\n</Callout>', '5:22 <Callout> cannot take code'],
    [
      'an attribute of code',
      '<Callout kind={"note"}>\nx\n</Callout>',
      '5:10 The attribute kind of <Callout> is code',
    ],
    [
      'an unknown component',
      'a\n\n<Gallery />',
      '7:1 There is no component <Gallery>: choose one of Callout',
    ],
    [
      'a component in small letters',
      '<callout kind="note">\nx\n</callout>',
      '5:1 There is no component <callout>: write <Callout>',
    ],
    [
      'HTML with a Markdown way',
      'so <b>bold</b>',
      '5:4 HTML such as <b> is not possible in a lesson: write **bold**',
    ],
    ['HTML without', '<iframe src="https://x.org"></iframe>', '5:1 HTML such as <iframe> is not possible'],
    ['a fragment', '<>x</>', '5:1 HTML such as <> is not possible'],
    ['an HTML comment', '<!-- x -->', '5:2 HTML comments are not possible: write {/*'],
    ['an autolink', 'see <https://x.org>', '5:12 The sign < begins a component here'],
    ['a less-than sign', 'if a <5', '5:7 The sign < begins a component here'],
    ['a component left open', 'a\n\n<Callout kind="note">\nx', '7:1 <Callout> is never closed'],
    [
      'components crossed',
      '<Steps>\n<Callout kind="note">\n</Steps>\n</Callout>',
      '7:1 </Steps> closes nothing here, because <Callout> is still open',
    ],
    [
      'an unknown attribute',
      '<Callout kind="note" colour="red">x</Callout>',
      '5:22 <Callout> has no attribute "colour": it takes kind, title.',
    ],
    [
      'an attribute twice',
      '<Callout kind="note" kind="tip">x</Callout>',
      '5:22 <Callout> has the attribute kind twice',
    ],
    ['a missing attribute', '<Callout>x</Callout>', '5:1 <Callout> needs kind="…"'],
    [
      'a wrong value',
      '<Callout kind="danger">x</Callout>',
      '5:10 The attribute kind of <Callout> is not right: choose one of note, tip, warning, example.',
    ],
    [
      'a bare attribute',
      '<Callout kind="tip" title>x</Callout>',
      '5:21 The attribute title of <Callout> is not right: write its text in quotes.',
    ],
    [
      'an id with capitals',
      '<Reflect id="My Park">x</Reflect>',
      '5:10 The attribute id of <Reflect> is not right',
    ],
    ['a missing asset', '![x](assets/no.svg)', '5:1 There is no file "assets/no.svg" in the course folder'],
    [
      'an asset in other capitals',
      '<Download src="assets/Scorecard.csv" title="x" />',
      '5:11 There is no file "assets/Scorecard.csv"',
    ],
    [
      'an asset outside',
      '[x](assets/../course.yml)',
      '5:1 The address "assets/../course.yml" is not a plain file name',
    ],
    [
      'an asset of another type',
      '<Figure src="assets/scorecard.csv" alt="x" />',
      '5:9 The file "assets/scorecard.csv" is not a picture',
    ],
    [
      'captions that are none',
      '<Video src="assets/tour.webm" captions="assets/tour.png" title="x" />',
      '5:31 The file "assets/tour.png" is not a WebVTT file',
    ],
    [
      'an asset spelled in codes',
      '![x](assets&#x2F;tour.png)',
      '5:1 Write the file name assets/tour.png in plain characters',
    ],
    [
      'a picture from elsewhere',
      '![x](https://x.org/a.png)',
      '5:1 The file "https://x.org/a.png" must belong to this course',
    ],
    ['an unknown lesson', '[x](lesson:nowhere)', '5:1 This course has no lesson "nowhere"'],
    ['an unknown term', '<Term id="unicorn">x</Term>', '5:1 The glossary has no term "unicorn"'],
    [
      'a term that every object has',
      '<Term id="constructor">x</Term>',
      '5:1 The glossary has no term "constructor"',
    ],
    ['an unknown heading', '## A\n\n[x](#s2)', '7:1 This text has no heading #s2'],
    ['http', '[x](http://x.org)', '5:1 The address "http://x.org" is not secure: write https://'],
    ['a bare address with http', 'see www.x.org now', '5:5 The address "http://www.x.org" is not secure'],
    ['no scheme', '[x](//x.org)', '5:1 The address "//x.org" lacks its beginning'],
    [
      'a relative address',
      '[x](../lessons/selection)',
      '5:1 The address "../lessons/selection" leads nowhere from here',
    ],
    [
      'a user name in an address',
      '[x](https://a:b@x.org)',
      '5:1 The address "https://a:b@x.org" has a user name',
    ],
    ['another scheme', '[x](ftp://x.org)', '5:1 Addresses that begin with ftp: are not possible'],
    [
      'a definition nobody uses',
      'x\n\n[x1]: javascript:alert(1)',
      '7:1 Addresses that begin with javascript:',
    ],
    ['a picture without description', '![](assets/tour.png)', '5:1 This picture has no description'],
    [
      'a picture described by its file name',
      '![tour.PNG](assets/tour.png)',
      '5:1 This description is the name of a file',
    ],
    [
      'a figure described by its file name',
      '<Figure src="assets/tour.png" alt="tour.png" />',
      '5:31 The attribute alt of <Figure> is not right: say what the picture shows, not the name of its file.',
    ],
    ['a note that is not there', 'One.\nA claim.[^lost]', '6:9 There is no note [^lost]'],
    [
      'a note that nothing refers to',
      'A claim.[^a]\n\n[^a]: Its source.\n\n[^b]: Another.',
      '9:1 Nothing refers to this note: write [^b] where it belongs',
    ],
    [
      'two notes of one name',
      'A claim.[^a]\n\n[^a]: Its source.\n\n[^a]: Another.',
      '9:1 The note [^a] is here twice',
    ],
    [
      'a link with a space in its address',
      'See [the page](https://x.org/a b).',
      '5:14 This link is not complete',
    ],
    ['a link to a name without address', 'See [the page][home].', '5:14 This link has no address'],
    ['a figure without description', '<Figure src="assets/tour.png" />', '5:1 <Figure> needs alt="…"'],
    [
      'a figure with an empty one',
      '<Figure src="assets/tour.png" alt=" " />',
      '5:31 The attribute alt of <Figure> is not right: write something',
    ],
    ['a link without words', '[](https://x.org)', '5:1 This link has no words to press'],
    [
      'a video without captions',
      '<Video src="assets/tour.webm" title="x" />',
      '5:1 The attribute captions of <Video> is not right: add captions',
    ],
    [
      'a video twice',
      '<Video src="assets/tour.webm" captions="assets/tour.en.vtt" href="https://x.org" title="x" />',
      '5:61 The attribute href of <Video> is not right: keep either',
    ],
    ['a video nowhere', '<Video title="x" />', '5:1 The attribute src of <Video> is not right: give src'],
    [
      'a reflection inside something',
      '> <Reflect id="a">x</Reflect>',
      '5:3 <Reflect> must stand at the top level',
    ],
    [
      'a component inside a sentence',
      'see <Download src="assets/scorecard.csv" title="x" /> here',
      '5:5 <Download> must begin on a line of its own',
    ],
    [
      'a side on its own',
      '<Side park="mranti" title="x">x</Side>',
      '5:1 <Side> stands directly inside <Compare> only',
    ],
    [
      'a comparison of one',
      '<Compare>\n<Side park="mranti" title="x">x</Side>\n</Compare>',
      '5:1 <Compare> shows two sides',
    ],
    [
      'text in a comparison',
      '<Compare>\nHm.\n<Side park="a" title="x">x</Side>\n<Side park="b" title="x">x</Side>\n</Compare>',
      '6:1 Directly inside <Compare> only <Side>',
    ],
    ['steps without numbers', '<Steps>\n- a\n</Steps>', '5:1 <Steps> holds one numbered list'],
    [
      'a figure that holds something',
      '<Figure src="assets/tour.png" alt="x">y</Figure>',
      '5:1 <Figure> has nothing inside it',
    ],
    ['an empty component', '<Callout kind="note"></Callout>', '5:1 <Callout> is empty'],
    ['a term around a block', '<Term id="exit">\n- a\n</Term>', '5:1 <Term> holds words of a sentence only'],
    [
      'a term in a link',
      '[a <Term id="exit">b</Term>](https://x.org)',
      '5:4 A term cannot stand inside a link',
    ],
    ['a term in a heading', '## The <Term id="exit">exit</Term>', '5:8 A term cannot stand inside a heading'],
    [
      'an id twice',
      '<Reflect id="a">x</Reflect>\n\n<Reflect id="a">y</Reflect>',
      '7:1 The id "a" is used twice',
    ],
    ['a heading of level 1', '# Title', '5:1 The title is already the heading of level 1'],
    ['a heading underlined as level 1', 'Title\n===', '5:1 The title is already the heading of level 1'],
    [
      'a table column without a heading',
      '| | b |\n| --- | --- |\n| 1 | 2 |',
      '5:1 This column has no heading',
    ],
    ['a skipped level', '## A\n\n#### B', '7:1 This heading skips a level: after ## comes ###.'],
    ['a first heading too deep', '### A', '5:1 This heading skips a level: after # comes ##.'],
    [
      'a heading in a component',
      '<Callout kind="note">\n## A\n</Callout>',
      '6:1 Headings belong to the top level',
    ],
    ['a formula that cannot be read', 'a $\\frac{1}$ b', '5:3 This formula cannot be read'],
    ['money', 'from $5 to $10', '5:6 These two $ signs enclose a formula'],
    ['a block of one', 'a\n\n$$\n\\nosuch\n$$', '7:1 This formula cannot be read'],
    ['a quiz in a reading', QUIZ, '5:1 A reading has no quiz'],
    [
      'a question without a quiz',
      '<Question id="a" type="single">x</Question>',
      '5:1 <Question> stands directly inside <Quiz> only',
    ],
    ['nothing at all', '\n\n', '1:1 This text is empty'],
  ])('%s', async (_name, body, expected) => {
    const found = await places(body);
    expect(found.filter((finding) => finding.startsWith(expected))).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['no quiz', 'x', '1:1 This lesson is of kind quiz but has no quiz'],
    ['two quizzes', `${QUIZ}\n${QUIZ.replace('"check"', '"other"')}`, '24:1 A lesson has one quiz'],
    [
      'a quiz inside something',
      `> ${QUIZ.replaceAll('\n', '\n> ')}`,
      '5:3 <Quiz> must stand at the top level',
    ],
    [
      'single without a correct choice',
      question(`x\n\n${choice('a')}\n${choice('b')}`),
      '6:1 The question "q1" is of type single and has 0 correct choices',
    ],
    [
      'single with two',
      question(`x\n\n${choice('a', 'correct ')}\n${choice('b', 'correct ')}`),
      '6:1 The question "q1" is of type single and has 2 correct choices',
    ],
    [
      'multiple with none',
      question(`x\n\n${choice('a')}\n${choice('b')}`, 'multiple'),
      '6:1 The question "q1" is of type multiple: mark at least one',
    ],
    [
      'multiple with all',
      question(`x\n\n${choice('a', 'correct ')}\n${choice('b', 'correct ')}`, 'multiple'),
      '6:1 The question "q1" is of type multiple',
    ],
    [
      'one choice',
      question(`x\n\n${choice('a', 'correct ')}`),
      '6:1 The question "q1" needs at least two choices',
    ],
    [
      'no prompt',
      question(`${choice('a', 'correct ')}\n${choice('b')}`),
      '6:1 The question "q1" asks nothing',
    ],
    [
      'text after the choices',
      question(`x\n\n${choice('a', 'correct ')}\n${choice('b')}\n\nLate.`),
      '12:1 Text after the choices would be missed',
    ],
    [
      'a choice twice',
      question(`x\n\n${choice('a', 'correct ')}\n${choice('a')}`),
      '10:1 The id "a" is used twice',
    ],
    [
      'a question twice',
      `<Quiz id="q">\n<Question id="q1" type="single">\nx\n\n${choice('a', 'correct ')}\n${choice('b')}\n</Question>\n<Question id="q1" type="single">\nx\n\n${choice('a', 'correct ')}\n${choice('b')}\n</Question>\n</Quiz>`,
      '12:1 The id "q1" is used twice',
    ],
    [
      'a choice without feedback',
      question('x\n\n<Choice id="a" correct>x</Choice>\n<Choice id="b" feedback="f">y</Choice>'),
      '9:1 <Choice> needs feedback="…"',
    ],
    [
      'correct with a value',
      question(
        'x\n\n<Choice id="a" correct="false" feedback="f">x</Choice>\n<Choice id="b" feedback="f">y</Choice>',
      ),
      '9:16 The attribute correct of <Choice> is not right: write the word alone',
    ],
    [
      'an unknown type',
      question(`x\n\n${choice('a', 'correct ')}\n${choice('b')}`, 'essay'),
      '6:19 The attribute type of <Question> is not right: choose one of single, multiple, true-false, numeric, short-text, matching, ordering.',
    ],
    [
      'a mark over 100',
      '<Quiz id="q" pass="101">\n<Question id="q1" type="single">\nx\n\n<Choice id="a" correct feedback="f">x</Choice>\n<Choice id="b" feedback="f">x</Choice>\n</Question>\n</Quiz>',
      '5:14 The attribute pass of <Quiz> is not right',
    ],
    [
      'prose in a quiz',
      '<Quiz id="q">\nHello\n\n<Question id="q1" type="single">\nx\n\n<Choice id="a" correct feedback="f">x</Choice>\n<Choice id="b" feedback="f">x</Choice>\n</Question>\n</Quiz>',
      '6:1 Directly inside <Quiz> only <Question>',
    ],
    [
      'a choice of blocks',
      question(
        'x\n\n<Choice id="a" correct feedback="f">\nOne\n\nTwo\n</Choice>\n<Choice id="b" feedback="f">y</Choice>',
      ),
      '9:1 <Choice> holds words of a sentence only',
    ],
    [
      'a link in a choice',
      question(
        'x\n\n<Choice id="a" correct feedback="f">[y](https://x.org)</Choice>\n<Choice id="b" feedback="f">y</Choice>',
      ),
      '9:37 A link cannot stand inside a choice',
    ],
    [
      'a term in a choice',
      question(
        'x\n\n<Choice id="a" correct feedback="f">a <Term id="exit">y</Term></Choice>\n<Choice id="b" feedback="f">y</Choice>',
      ),
      '9:39 A term cannot stand inside a choice',
    ],
    [
      'a footnote in a quiz',
      question(`x[^1]\n\n${choice('a', 'correct ')}\n${choice('b')}`).concat('\n\n[^1]: Key.'),
      '7:2 Footnotes are not possible inside a quiz',
    ],
  ])('in a quiz: %s', async (_name, body, expected) => {
    const found = await places(body, { kind: 'quiz' });
    expect(found.filter((finding) => finding.startsWith(expected))).toHaveLength(1);
  });

  it('finds everything at once, front matter included, in reading order', async () => {
    const source = '---\ntitle: A\nauthor: B\n---\n# One\n\n{x}\n\n[y](http://z.org)\n';
    const findings = await checkText(text('', { source }));
    expect(findings.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [5, 1],
      [7, 1],
      [9, 1],
    ]);
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(['01-a/01-lesson.en.mdx']));
  });

  it('refuses to render what the check refuses, with the same findings', async () => {
    const input = text('{1}\n\n<b>x</b>');
    const error = await renderText(input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TextRefused);
    expect(error instanceof TextRefused && error.findings).toEqual(await checkText(input));
  });

  it('counts lines with CRLF as it does with LF', async () => {
    const input = text('a\n\nb {1}');
    const crlf = { ...input, source: input.source.replaceAll('\n', '\r\n') };
    expect(await checkText(crlf)).toEqual(await checkText(input));
  });

  it('passes everything that authors are taught', async () => {
    expect(
      await places(
        'Text {/* a comment */} and \\{braces\\}, 1 \\< 2.\n\n{/* on\nlines */}\n\n---\n\n## A\n\n~~b~~',
      ),
    ).toEqual([]);
    expect(await places(QUIZ, { kind: 'quiz' })).toEqual([]);
    // A note within a note, an aside in brackets, brackets shown as they are, capitals that mean something.
    expect(
      await places('Said [so] (twice).[^a] Write `[^b]` and `[a](b)`.\n\n[^a]: See[^c]\n\n[^c]: There.'),
    ).toEqual([]);
    expect(await places('![A tour, as in tour.png](assets/tour.png)')).toEqual([]);
    const counts =
      'How many?\n\n<Choice id="a" correct feedback="f">$n$ of 1.5</Choice>\n<Choice id="b" feedback="g">$N$ of 1.5</Choice>';
    expect(await places(question(counts), { kind: 'quiz' })).toEqual([]);
  });
});

describe('front matter', () => {
  const found = (source: string) => {
    const result = readFrontMatter(source, 'x.mdx');
    return 'findings' in result
      ? result.findings.map((one) => `${one.line}:${one.column} ${one.message}`)
      : [];
  };

  it.each<[string, string, string]>([
    ['none', 'Hello', '1:1 The text must begin with its title'],
    ['another language', '---js\n{}\n---\n', '1:4 Only plain front matter'],
    ['JSON', '---json\n{"title":"a"}\n---\n', '1:4 Only plain front matter'],
    ['no end', '---\ntitle: a\nsummary: b\n', '1:1 The front matter has no end'],
    ['no title', '---\nsummary: b\n---\n', '2:1 The title is missing'],
    ['an empty summary', '---\ntitle: a\nsummary: ""\n---\n', '3:1 The summary is empty'],
    [
      'a number for a title',
      '---\nsummary: b\ntitle: 2024\n---\n',
      '3:1 The title must be text: put it in "quotes".',
    ],
    [
      'a colon in a title',
      '---\ntitle: a: b\nsummary: c\n---\n',
      '2:8 This line of the front matter cannot be read',
    ],
    [
      'a key twice',
      '---\ntitle: a\ntitle: b\nsummary: c\n---\n',
      '3:1 This line of the front matter cannot be read',
    ],
    [
      'objectives on one line',
      '---\ntitle: a\nsummary: b\nobjectives: Know it\n---\n',
      '4:1 The objectives are a list',
    ],
    ['no objective', '---\ntitle: a\nsummary: b\nobjectives: []\n---\n', '4:1 Name one to 6 objectives'],
    [
      'seven objectives',
      '---\ntitle: a\nsummary: b\nobjectives: [a, b, c, d, e, f, g]\n---\n',
      '4:1 Name one to 6 objectives',
    ],
    [
      'an objective that is a number',
      '---\ntitle: a\nsummary: b\nobjectives:\n  - Know it\n  - 7\n---\n',
      '6:5 Each objective is a text',
    ],
    [
      'an objective twice',
      '---\ntitle: a\nsummary: b\nobjectives:\n  - Know it\n  - Know it\n---\n',
      '6:5 This objective is here twice',
    ],
    [
      'a long objective',
      `---\ntitle: a\nsummary: b\nobjectives:\n  - ${'x'.repeat(201)}\n---\n`,
      '5:5 This objective is longer than 200 characters',
    ],
    ['an unknown key', '---\ntitle: a\nsummary: b\nlayout: c\n---\n', '4:1 Front matter has no key "layout"'],
    [
      'a prototype',
      '---\ntitle: a\nsummary: b\n__proto__: c\n---\n',
      '4:1 Front matter has no key "__proto__"',
    ],
    ['a merge key', '---\ntitle: a\nsummary: b\n<<: c\n---\n', '4:1 Front matter has no key "<<"'],
    ['a tag', '---\ntitle: !!js/function "x"\nsummary: b\n---\n', '2:22 Tags (!) are not possible'],
    ['a known tag', '---\ntitle: !!str x\nsummary: b\n---\n', '2:14 Tags (!) are not possible'],
    [
      'an anchor',
      '---\ntitle: &a x\nsummary: *a\n---\n',
      '2:11 Anchors (&) and references (*) are not possible',
    ],
    ['a list', '---\n- a\n---\n', '2:1 The front matter must give a title'],
    ['a wrong source', '---\ntitle: a\nsummary: b\nsource: xyz\n---\n', '4:1 The source must be 64 digits'],
    [
      'too much',
      `---\ntitle: a\nsummary: b\n# ${'x'.repeat(8000)}\n---\n`,
      '2:1 The front matter is longer than 8000 bytes',
    ],
  ])('refuses %s', (_name, source, expected) => {
    const [first, ...rest] = found(source);
    expect(first?.startsWith(expected) ? expected : first).toBe(expected);
    expect(rest.length).toBeLessThan(3);
  });
});
