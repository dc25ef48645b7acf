import type { PublishedDocument } from '../document.ts';
import type { GridContext } from './contexts.ts';
import type { Copy } from './copies.ts';

/** The copies of a table with the one that is taken. */
export interface CopyChoice {
  readonly own: Copy;
  readonly others: readonly Copy[];
  /** Something tells that it is the report's own; otherwise it is only the first. */
  readonly clear: boolean;
}

/** So many more numbers of the overview have to be in a copy before it is taken for them. */
const CLEARLY_MORE = 2;

/**
 * Which copy is the report's own, by what the texts above say, by the section in which it stands, and by the numbers that
 * the overview names.
 */
export function chosen(copies: readonly Copy[], overview: ReadonlySet<string>): CopyChoice | undefined {
  const tests: readonly ((copy: Copy) => number)[] = [
    ({ context }) => (context.other ? 0 : 1),
    ({ context }) => (context.own ? 1 : 0),
    ({ context }) => (context.section >= 1 && context.section <= 3 ? 1 : 0),
  ];
  let left = copies;
  for (const test of tests) {
    const most = Math.max(...left.map(test));
    left = left.filter((copy) => test(copy) === most);
  }
  const best = byNumbers(left, overview) ?? left[0];
  if (!best) return undefined;
  const clear = left.length === 1 || best !== left[0] || byNumbers(left, overview) !== undefined;
  return { own: best, others: copies.filter((copy) => copy !== best), clear };
}

/** The copy that has clearly more of the numbers of the overview than any other. */
function byNumbers(copies: readonly Copy[], overview: ReadonlySet<string>): Copy | undefined {
  const numbers = copies.map(({ cells }) => new Set([...cells.values()].flatMap(({ value }) => value ?? [])));
  const counts = numbers.map(
    (own) => [...own].filter((value) => overview.has(value) && !numbers.every((other) => other.has(value))).length,
  );
  const sorted = [...counts].sort((a, b) => b - a);
  const [first = 0, second = 0] = sorted;
  return first - second >= CLEARLY_MORE ? copies[counts.indexOf(first)] : undefined;
}

const COUNT = /(?<![\d.])(\d+)(?=\s*(?:件|宗))/gu;

/** The sentences about what the tables count; others are about motions and trainings. */
const ABOUT_TABLES = /申请|复议|诉讼|许可|处罚|强制|规范性文件/u;
/** Smaller numbers are in every table. */
const SMALLEST = 3;

/** The numbers of cases that the overview names. */
export function numbersOfOverview(
  { blocks }: PublishedDocument,
  contexts: readonly GridContext[],
): ReadonlySet<string> {
  const sentences = blocks.flatMap((block, index) =>
    block.kind === 'text' && contexts[index]?.section === 0 && !contexts[index]?.other
      ? block.text.split(/[。；\n]/u)
      : [],
  );
  const numbers = sentences
    .filter((sentence) => ABOUT_TABLES.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(COUNT)].map(([, number = '']) => number));
  return new Set(numbers.filter((number) => Number(number) >= SMALLEST));
}

/**
 * Copies without a sign of their own follow those of the other tables: under 全县汇总 if that was taken there. Returns the
 * copy whose caption has words of the captions that were taken, and none of those that were not.
 */
export function byCaptions(copies: readonly Copy[], choices: readonly CopyChoice[]): Copy | undefined {
  const taken = wordsOf(choices.map(({ own }) => own));
  const left = wordsOf(choices.flatMap(({ others }) => others));
  const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    new Set([...one].filter((word) => !other.has(word)));
  const [own, other] = [only(taken, left), only(left, taken)];
  const has = (copy: Copy, words: ReadonlySet<string>) => [...wordsOf([copy])].some((word) => words.has(word));
  const fitting = copies.filter((copy) => has(copy, own) && !has(copy, other));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The pairs of letters in the captions of copies. */
const wordsOf = (copies: readonly Copy[]): ReadonlySet<string> =>
  new Set(
    copies.flatMap(({ context: { caption } }) => {
      const letters = [...caption.replace(/[^\p{L}]/gu, '')];
      return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
    }),
  );
