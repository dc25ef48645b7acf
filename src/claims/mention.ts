import type { ReadingContext } from './context.ts';
import { governs, quantityOf } from './counted.ts';
import { doubtsOf } from './doubts.ts';
import type { Figure } from './lex/figures.ts';
import { type Bracket, type Clause, isToken } from './lex/sentences.ts';
import { relates, type Token } from './lex/token.ts';
import type { Event, Quantity } from './quantity.ts';
import type { Doubt } from './statement.ts';

/** A figure with the words that belong to it. */
export interface Mention {
  readonly is: 'mention';
  readonly figure: Figure;
  readonly quantity: Quantity | undefined;
  readonly doubts: readonly Doubt[];
  /** The words before it, from the figure before; of 分别为, its own. */
  readonly left: readonly Token[];
  /** The words behind it, up to the next figure or mark. */
  readonly right: readonly Token[];
  /** The words of `left` or `right` that say what it counts. */
  readonly words: readonly Token[];
  /** How many brackets it is in. */
  readonly depth: number;
  /** The mark before its clause, if it is the first figure of the clause. */
  readonly opens: string;
  readonly clause: Clause;
  /** The context before its clause, and with the words up to it. */
  readonly context: ReadingContext;
}

/** The words behind the last figure of a clause, or a clause without figures. */
export interface Tail {
  readonly is: 'tail';
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly opens: string;
  readonly clause: Clause;
  readonly context: ReadingContext;
  /** The figure before it in the same clause. */
  readonly behind: Mention | undefined;
}

export type Item = Mention | Tail;

export const isFigure = (item: Token | Bracket): item is Token & { figure: Figure } => item.role === 'figure';
export const hasFigures = ({ clauses }: Bracket): boolean =>
  clauses.some(({ items }) => items.some((item) => (isToken(item) ? isFigure(item) : hasFigures(item))));
export const tokensIn = (clauses: readonly Clause[]): Token[] =>
  clauses.flatMap(({ items }) => items.flatMap((item) => (isToken(item) ? [item] : tokensIn(item.clauses))));
/** Whether all tokens of some clauses are as `test` says. */
export const areAll = (clauses: readonly Clause[], test: (token: Token) => boolean): boolean =>
  clauses.every(({ items }) => items.every((item) => (isToken(item) ? test(item) : areAll(item.clauses, test))));

interface Written {
  readonly figure: Figure;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly modifiers: readonly Bracket[];
}

type Place = Pick<Mention, 'clause' | 'opens' | 'depth'>;

/** The mention of a figure; also used for the figures of 分别为, whose words are given out anew. */
export function mentionOf({ figure, left, right, modifiers }: Written, context: ReadingContext, place: Place): Mention {
  const inside = tokensIn(modifiers.flatMap(({ clauses }) => clauses));
  const named = namedIn(inside, left);
  const words = named ? inside : wordsOf(left, right);
  const plain = isSlogan(figure, right) ? undefined : (named ?? quantityOf(words, figure, context));
  const quantity = plain && withModifiers(plain, inside);
  const doubts = doubtsOf({ figure, left, right, words, quantity, inside }, context);
  return { is: 'mention', figure, quantity, doubts, left, right, words, context, ...place };
}

/** 做到三个到位, 实现两个提高: what is counted is a word behind it that no application is called. */
const isSlogan = ({ unit, end }: Figure, [next]: readonly Token[]): boolean =>
  unit === '个' &&
  next?.start === end &&
  !isNoun(next) &&
  (!governs(next) || next.role === 'made') &&
  !AFTER_CASES.has(next.role);
const AFTER_CASES = new Set<Token['role']>([
  'all',
  'none',
  'by',
  'and',
  'respectively',
  'compared',
  'share',
  'unknown',
]);

/** A number, not a share or a change. */
export const isNumber = ({ figure, left }: Mention): boolean =>
  (figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'bare') && !left.some(relates);

/** The words that say what a figure counts: those before it, else those behind it. */
function wordsOf(left: readonly Token[], right: readonly Token[]): readonly Token[] {
  // 占32.9%, 同比增长5%: the words behind the figure are about another number.
  if (left.some(governs) || left.some(relates)) return addsNoun(left, right);
  const first = right.findIndex(governs);
  // 156件申请全部录入平台: the noun alone.
  const named = right[0]?.role === 'request' && !left.some(({ role }) => role === 'parts') ? right.slice(0, 1) : [];
  if (first < 0) return [...left, ...named];
  // 2件均由自然人提出 is not the number of applications from natural persons.
  if (right.slice(0, first).some(({ role }) => role === 'all' || role === 'none') && left.length > 0)
    return [...left, ...named];
  const end = endOfRun(right, first);
  // 其中一件废止了《示范基地办法》 is what the document does to another one.
  if (right[first]?.role === 'made' && right[end]?.text.startsWith('《')) return [...left, ...named];
  // 另外11件为部分公开、不予公开等结果: examples do not say what it counts.
  if (areExamples(right.slice(first))) return [...left, ...named];
  return [...left, ...right.slice(0, end)];
}

/** Words of one role up to 等. */
function areExamples(words: readonly Token[]): boolean {
  const end = words.findIndex(({ role, value }) => role === 'such' && value === '');
  const isListed = ({ role }: Token) => role === words[0]?.role || role === 'mark' || role === 'and';
  return end > 0 && words.slice(0, end).every(isListed);
}

/** 收到157件信息依申请公开: the noun behind the figure. */
function addsNoun(left: readonly Token[], right: readonly Token[]): readonly Token[] {
  if (isResultBehind(left, right)) return [...left, ...right.slice(0, endOfRun(right, right.findIndex(governs)))];
  const [noun] = right;
  return noun && isNoun(noun) && !left.some(isNoun) ? [...left, noun] : left;
}

/** 行政复议有9件被纠正: the result stands behind the figure. */
export function isResultBehind(left: readonly Token[], right: readonly (Token | Bracket)[]): boolean {
  const first = right.find(({ role }) => role !== 'plain');
  return (
    first?.role === 'result' &&
    left.some(({ role }) => role === 'procedure') &&
    !left.some(({ role }) => role === 'result' || role === 'event')
  );
}

/** The index behind the words that continue the word at `first`: 收取了信息处理费; 不予公开、无法提供和不予处理. */
function endOfRun(tokens: readonly Token[], first: number): number {
  const start = tokens[first]?.role;
  const isJoined = ({ role }: Token) =>
    role === start ||
    (start === 'row' && (role === 'outcome' || role === 'such')) ||
    role === 'and' ||
    role === 'plain' ||
    role === 'by' ||
    role === 'request' ||
    (start === 'made' && role === 'document') ||
    (start === 'document' && role === 'made') ||
    (start === 'procedure' && role === 'result') ||
    (start === 'event' && role === 'event');
  const others = tokens.slice(first + 1).findIndex((token) => !isJoined(token));
  return others < 0 ? tokens.length : first + 1 + others;
}

/** 未公开的三类（不予公开、无法提供、不予处理）共589件: the words in the bracket say what is added up. */
function namedIn(inside: readonly Token[], left: readonly Token[]): Quantity | undefined {
  const rows = inside.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+'));
  const isTotal = left.some(({ role }) => role === 'total') && !left.some(({ role }) => role === 'parts');
  const isList = inside.every(
    ({ role }) => role === 'outcome' || role === 'and' || role === 'total' || role === 'mark',
  );
  return rows.length > 1 && isTotal && isList ? { about: 'outcomes', rows } : undefined;
}

/** 予以公开（含部分公开）; 收到56件（含上年结转4件） */
function withModifiers(quantity: Quantity, inside: readonly Token[]): Quantity {
  if (!inside.some(({ role }) => role === 'with')) return quantity;
  if (quantity.about === 'outcomes') {
    const more = inside.filter(({ role }) => role === 'outcome').flatMap(({ value }) => value.split('+'));
    return { ...quantity, rows: [...new Set([...quantity.rows, ...more])] };
  }
  if (quantity.about === 'requests') {
    const plus = inside
      .filter(({ role, value }) => role === 'event' && value === 'carried_over')
      .map(() => 'carried_over' as Event);
    return plus.length > 0 ? { ...quantity, plus: plus.slice(0, 1) } : quantity;
  }
  return quantity;
}

export const isNoun = ({ role }: Token): boolean =>
  role === 'request' || role === 'document' || role === 'decision' || role === 'procedure';
