// What makes a quiz weak though it is well formed: readers who know nothing can tell which choice is right.
import type { Advice } from './schema';
import { literal, startOf, type TreeNode, textOf } from './tree';

/** From this many questions on, a pattern is no accident. */
const PATTERN = 3;
const CHOICES = 3;

/** Advice on every Quiz of a checked tree. */
export function adviseQuiz(root: TreeNode): Advice[] {
  return (root.children ?? [])
    .filter((node) => node.name === 'Quiz')
    .flatMap((quiz) => {
      const questions = named(quiz, 'Question');
      return [...patterns(quiz, questions), ...questions.flatMap(adviseQuestion)];
    });
}

const named = (node: TreeNode, name: string): TreeNode[] =>
  (node.children ?? []).filter((child) => child.name === name);

const at = (node: TreeNode, message: string): Advice => {
  const { line, column } = startOf(node);
  return { line, column, message };
};

const isRight = (choice: TreeNode): boolean => literal(choice, 'correct') !== undefined;

/** What is the same in all questions with one right choice. */
function patterns(quiz: TreeNode, questions: readonly TreeNode[]): Advice[] {
  const singles = questions
    .filter((question) => literal(question, 'type') === 'single')
    .map((question) => named(question, 'Choice'));
  if (singles.length < PATTERN) return [];
  const advice: Advice[] = [];
  const places = new Set(singles.map((choices) => choices.findIndex(isRight)));
  if (places.size === 1 && literal(quiz, 'shuffle') === undefined)
    advice.push(
      at(
        quiz,
        `In all ${singles.length} questions of type single, the right choice is number ${([...places][0] ?? 0) + 1}: vary its place, or write shuffle="choices" on <Quiz>.`,
      ),
    );
  const longest = singles.every((choices) => {
    const right = choices.filter(isRight).map(lengthOf);
    const wrong = choices.filter((choice) => !isRight(choice)).map(lengthOf);
    return Math.min(...right) > Math.max(...wrong);
  });
  if (longest)
    advice.push(
      at(
        quiz,
        `In all ${singles.length} questions of type single, the right choice is the longest, so it can be guessed: shorten it in some, or write more in a wrong one.`,
      ),
    );
  return advice;
}

const lengthOf = (choice: TreeNode): number => textOf(choice).replace(/\s+/g, ' ').trim().length;

function adviseQuestion(question: TreeNode): Advice[] {
  const id = literal(question, 'id') ?? '';
  const type = literal(question, 'type');
  const choices = named(question, 'Choice');
  const advice: Advice[] = [];
  if ((type === 'single' || type === 'multiple') && choices.length < CHOICES)
    advice.push(
      at(
        question,
        `The question "${id}" has ${choices.length} choices, so half of those who guess are right: add a third, or make it true-false.`,
      ),
    );
  for (const choice of choices)
    if (refersToOthers(textOf(choice)))
      advice.push(
        at(
          choice,
          'This choice speaks of the other choices, which may stand in another order, and can be right or wrong without the subject being known: write what it means, or leave it out.',
        ),
      );
  return [...advice, ...sameFeedback(question, choices)];
}

function sameFeedback(question: TreeNode, choices: readonly TreeNode[]): Advice[] {
  const right = said(literal(question, 'right'));
  if (right !== '' && right === said(literal(question, 'wrong')))
    return [
      at(
        question,
        'The feedback in right and in wrong is the same: say to each reader what helps after that answer.',
      ),
    ];
  const seen = new Set<string>();
  return choices.flatMap((choice) => {
    const feedback = said(literal(choice, 'feedback'));
    if (!seen.has(feedback)) {
      seen.add(feedback);
      return [];
    }
    return [
      at(
        choice,
        'This feedback stands at another choice too: say why this one is tempting, or what makes it right.',
      ),
    ];
  });
}

const said = (text = ''): string => text.replace(/\s+/g, ' ').trim();

/**
 * Whole choices only: “None of the companies left” and “上述企业均已毕业” say something of the subject. All three languages are looked
 * for in every text.
 */
const OTHERS: readonly RegExp[] = [
  /^(?:all|any|some|both|most|none|neither|either|each|one)(?: \p{L}+)? of (?:the )?(?:(?:answers|choices|options|statements) )?above(?: (?:is|are) \p{L}+)?$/u,
  /^(?:all|any|both|none|neither|either) of (?:these|those|the others?|(?:the|these|those)(?: other)? (?:answers|choices|options|statements))(?: (?:is|are) \p{L}+)?$/u,
  /^(?:all )?the above(?: (?:is|are) \p{L}+)?$/u,
  /^(?:both )?[a-h](?:, [a-h])*,? (?:and|or|dan|atau) [a-h](?: (?:only|sahaja))?$/u,
  /^(?:bukan |tidak )?(?:(?:ke)?semua(?:nya)?|(?:ke)?dua-dua(?:nya)?|tiada|tidak ada)(?: (?:satu|pun|daripada|mana-mana|yang|jawapan|pilihan|pernyataan|perkara|tersebut))* di atas(?: (?:adalah )?(?:betul|benar|salah))?$/u,
  /^(?:ke)?semua(?:nya| jawapan| pilihan| pernyataan)?(?: adalah)? (?:betul|benar|salah)$/u,
  /^(?:以上|上述)(?:各项|几项|各点|[一二三四五六两]项|所有|全部)?(?:选项|答案|说法|陈述)?(?:都|皆|均|全|全部|全都|无一|没有一[个项])?不?(?:是|对|正确|错|错误|非|否)$/u,
  /^(?:以上|上述)(?:皆|都|均|全部|全|所有)$/u,
  /^(?:全部|全都|都|全|皆|均)不?(?:是|对|正确|错|错误|非)$/u,
  /^[a-h][、和与及][a-h](?:都|均|皆)?(?:对|正确)?$/u,
];

function refersToOthers(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  return OTHERS.some((pattern) => pattern.test(plain));
}
