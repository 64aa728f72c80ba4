// A small course for the pipeline's tests: what a text may refer to, and texts around a body.
import type { Resources, TextInput } from '~/mdx/index.server';

const digest = (letter: string) => letter.repeat(64);

export const resources: Resources = {
  assets: new Map([
    [
      'assets/funnel.en.svg',
      { digest: digest('a'), mediaType: 'image/svg+xml', bytes: 2048, width: 640, height: 360 },
    ],
    [
      'assets/漏斗.png',
      { digest: digest('b'), mediaType: 'image/png', bytes: 9000, width: 320, height: 180 },
    ],
    ['assets/tour.webm', { digest: digest('c'), mediaType: 'video/webm', bytes: 5_400_000 }],
    [
      'assets/tour.png',
      { digest: digest('d'), mediaType: 'image/png', bytes: 40_000, width: 1280, height: 720 },
    ],
    ['assets/tour.en.vtt', { digest: digest('e'), mediaType: 'text/vtt', bytes: 700 }],
    ['assets/scorecard.csv', { digest: digest('f'), mediaType: 'text/csv', bytes: 12_345 }],
  ]),
  glossary: {
    incubator: {
      en: { term: 'incubator', definition: 'A place where young companies grow.' },
      ms: { term: 'inkubator', definition: 'Tempat syarikat muda berkembang.' },
      'zh-Hans': { term: '孵化器', definition: '初创企业成长的地方。' },
    },
    exit: {
      en: { term: 'exit', definition: 'The <sale> of a company & its shares.' },
      ms: { term: 'keluar', definition: 'Penjualan syarikat.' },
      'zh-Hans': { term: '退出', definition: '出售企业。' },
    },
  },
  lessons: new Set(['what-an-incubator-does', 'selection']),
};

/** Front matter of four lines: the body begins on line 5. */
export const FRONT = '---\ntitle: A lesson\nsummary: What it says.\n---\n';

export function text(body: string, changes: Partial<TextInput> = {}): TextInput {
  return {
    path: '01-a/01-lesson.en.mdx',
    source: FRONT + body,
    locale: 'en',
    kind: 'reading',
    course: 'incubation',
    resources,
    ...changes,
  };
}

export const QUIZ = `<Quiz id="check" pass="80">
<Question id="q1" type="single">
Which *one* is right?

<Choice id="a" feedback="WRONG-FEEDBACK: tempting">
Red **herring**
</Choice>
<Choice id="b" correct feedback="RIGHT-FEEDBACK">The true one</Choice>
</Question>

<Question id="q2" type="multiple">
Which are right?

<Choice id="a" correct feedback="FEEDBACK-A">One</Choice>
<Choice id="b" feedback="FEEDBACK-B">Two</Choice>
<Choice id="c" correct feedback="FEEDBACK-C">Three</Choice>
</Question>
</Quiz>
`;
