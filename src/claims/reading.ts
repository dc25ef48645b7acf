import { after, type Context, contextAt, nextSentence } from './context.ts';
import { governs, quantityOf } from './counted.ts';
import { doubtsOf } from './doubts.ts';
import { shared } from './kinds/respectively.ts';
import type { Figure } from './lex/figures.ts';
import type { Token } from './lex/lexer.ts';
import type { Bracket, Clause, Sentence } from './lex/sentences.ts';
import { narrowed, withCommonResult } from './narrowed.ts';
import { isOfSubject, noted, subjectOf } from './noted.ts';
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
  readonly context: Context;
  /** The words between the figure before and this one are a bracket or a mark: 、 , ( */
  readonly isBracketed: boolean;
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
  readonly context: Context;
  /** The figure before it in the same clause. */
  readonly behind: Mention | undefined;
}

export type Item = Mention | Tail;

export interface Fold {
  readonly context: Context;
  readonly items: readonly Item[];
}

const isToken = (item: Token | Bracket): item is Token => item.role !== 'bracket';
const isFigure = (item: Token | Bracket): item is Token & { figure: Figure } => item.role === 'figure';
const hasFigures = ({ clauses }: Bracket): boolean =>
  clauses.some(({ items }) => items.some((item) => (isToken(item) ? isFigure(item) : hasFigures(item))));
const tokensIn = (clauses: readonly Clause[]): Token[] =>
  clauses.flatMap(({ items }) => items.flatMap((item) => (isToken(item) ? [item] : tokensIn(item.clauses))));

/** Reads all sentences of a text; the context of each follows from the one before. */
export function foldText(
  sentences: readonly Sentence[],
  section: string | undefined,
  aggregate: boolean,
): (Fold & { readonly sentence: Sentence })[] {
  let context = contextAt(section);
  let wasHeading = false;
  return sentences.map((sentence) => {
    const { role } = sentence.clauses[0]?.items[0] ?? {};
    const before = role === 'parts' ? context : nextSentence(context, wasHeading);
    const fold = foldClauses(sentence.clauses, before, { depth: 0, aggregate });
    context = sentence.isLast ? contextAt(section) : fold.context;
    wasHeading = isHeading(sentence);
    return { ...fold, items: narrowed(withCommonResult(fold.items)), sentence };
  });
}

/** 一是县公安局。 what follows is its. */
const isHeading = ({ clauses }: Sentence): boolean =>
  clauses.every(({ items }) => items.every(({ role }) => IN_HEADINGS.has(role)));
const IN_HEADINGS = new Set<string>(['plain', 'body', 'part', 'office', 'own', 'mark', 'name']);

interface Where {
  readonly depth: number;
  readonly aggregate: boolean;
}

function foldClauses(clauses: readonly Clause[], context: Context, where: Where): Fold {
  let here = context;
  const items: Item[] = [];
  for (const [index, clause] of clauses.entries()) {
    const one = foldClause(clause, here, { ...where, before: clauses[index - 1], next: clauses[index + 1] });
    here = one.context;
    items.push(...one.items);
  }
  return { context: here, items };
}

interface Here extends Where {
  readonly before: Clause | undefined;
  readonly next: Clause | undefined;
}

/** (context, clause) -> (context, what the clause says) */
function foldClause(clause: Clause, context: Context, where: Here): Fold {
  const { items } = clause;
  const places = items.flatMap((item, index) => (isFigure(item) ? [index] : []));
  if (places.length === 0) return foldWords(clause, context, where);
  const found: Item[] = [];
  let here = context;
  let from = 0;
  let last: Mention | undefined;
  for (const [position, place] of places.entries()) {
    const until = places[position + 1] ?? items.length;
    const inBrackets = items.slice(from, place).filter((item): item is Bracket => !isToken(item));
    const opening = position === 0 ? headingOf(clause, where.before) : [];
    const left = [...opening, ...items.slice(from, place).filter(isToken)];
    here = after(here, left, where.aggregate);
    for (const bracket of inBrackets.filter(hasFigures))
      found.push(...foldClauses(bracket.clauses, here, { ...where, depth: where.depth + 1 }).items);
    const { figure } = items[place] as Token & { figure: Figure };
    const next = items.slice(place + 1, until);
    const [own, rest] = dividedBehind(next, left, position < places.length - 1);
    const modifiers = [
      ...inBrackets.filter((one) => !hasFigures(one)),
      ...next.slice(0, 1).filter((item): item is Bracket => !isToken(item)),
      ...(position === places.length - 1 ? leftOut(where.next) : []),
    ];
    const isFirst = position === 0;
    const mention = mentionOf(
      {
        figure,
        left: left.filter(({ value, role }) => role !== 'mark' || value !== '、'),
        right: own.filter(isToken),
        modifiers,
      },
      here,
      {
        clause,
        opens: isFirst ? clause.opens : '、',
        depth: where.depth,
        isBracketed: false,
      },
    );
    found.push(mention);
    here = noted(here, mention, where.aggregate);
    for (const bracket of own.filter((item): item is Bracket => !isToken(item)))
      found.push(...foldClauses(bracket.clauses, here, { ...where, depth: where.depth + 1 }).items);
    from = place + 1 + (next.length - rest.length);
    last = mention;
  }
  const tail = items.slice((places.at(-1) as number) + 1).filter(isToken);
  if (tail.length > 0) found.push(tailOf(clause, tail, here, { depth: where.depth, behind: last }));
  return { context: after(here, tail, where.aggregate), items: shared(found, clause, where.before, where.aggregate) };
}

/** 收到申请148件，不含乡镇: the clause behind limits the figure before it as a bracket does. */
const leftOut = (next: Clause | undefined): readonly Bracket[] =>
  next?.items[0]?.role === 'without' ? [{ role: 'bracket', clauses: [next], start: next.start, end: next.end }] : [];

/** A clause without figures: its words, and what its brackets say. */
function foldWords(clause: Clause, context: Context, where: Here): Fold {
  const tokens = clause.items.filter(isToken);
  const here = after(context, tokens, where.aggregate);
  const subject = subjectOf(tokens, here);
  const inner = clause.items
    .filter((item): item is Bracket => !isToken(item))
    .flatMap(({ clauses }) => foldClauses(clauses, here, { ...where, depth: where.depth + 1 }).items);
  return {
    // 由县司法局承办，: who does one thing is not whose number comes next.
    context: { ...here, subject, deed: undefined, body: isOfSubject(tokens) ? here.body : context.body },
    items: [tailOf(clause, tokens, here, { depth: where.depth, behind: undefined }), ...inner],
  };
}

const tailOf = (
  clause: Clause,
  tokens: readonly Token[],
  context: Context,
  { depth, behind }: Pick<Tail, 'depth' | 'behind'>,
): Tail => ({
  is: 'tail',
  tokens,
  start: tokens[0]?.start ?? clause.start,
  end: clause.end,
  depth,
  opens: behind ? '' : clause.opens,
  clause,
  context,
  behind,
});

/** 本年新收政府信息公开申请数量：12件: the name stands in the clause before. */
function headingOf(clause: Clause, before: Clause | undefined): readonly Token[] {
  if (clause.opens !== ':' || !before || before.items.some(isFigure)) return [];
  // 与去年持平：信函3件: a comparison says nothing of the numbers behind it.
  if (before.items.some(({ role }) => role === 'compared')) return [];
  const own = clause.items.slice(0, clause.items.findIndex(isFigure)).filter(isToken);
  return own.some(governs) ? [] : before.items.filter(isToken);
}

/**
 * The words behind a figure that belong to it, and those that belong to the next one: 8件被申请复议、3件被起诉. The words
 * before a figure say more than those behind it.
 */
function dividedBehind(
  next: readonly (Token | Bracket)[],
  left: readonly Token[],
  hasNext: boolean,
): [readonly (Token | Bracket)[], readonly (Token | Bracket)[]] {
  if (!hasNext) return [next, []];
  const mark = next.findIndex((item) => item.role === 'mark');
  const brackets = next.findIndex(isToken);
  const leading = brackets < 0 ? next.length : brackets;
  if (left.some(governs)) return [next.slice(0, leading), next.slice(leading)];
  if (mark >= 0) return [next.slice(0, mark), next.slice(mark + 1)];
  // 比上年的29件多5件
  const sign = next.findIndex(
    ({ role }) => role === 'change' || role === 'compared' || role === 'share' || role === 'rate',
  );
  if (sign >= 0) return [next.slice(0, sign), next.slice(sign)];
  // 对11件申请实际收取2310元: the first figure has the noun, the second what was done.
  const nouns = next.findIndex((item) => isToken(item) && item.role !== 'plain' && !isNoun(item));
  return nouns < 0 ? [next, []] : [next.slice(0, nouns), next.slice(nouns)];
}

const isNoun = ({ role }: Token): boolean =>
  role === 'request' || role === 'document' || role === 'decision' || role === 'procedure';

interface Written {
  readonly figure: Figure;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly modifiers: readonly Bracket[];
}

type Place = Pick<Mention, 'clause' | 'opens' | 'depth' | 'isBracketed'>;

/** The mention of a figure; also used for the figures of 分别为, whose words are given out anew. */
export function mentionOf({ figure, left, right, modifiers }: Written, context: Context, place: Place): Mention {
  const words = wordsOf(left, right);
  const plain = quantityOf(words, figure, context);
  const inside = tokensIn(modifiers.flatMap(({ clauses }) => clauses));
  const quantity = plain && withModifiers(plain, inside);
  const doubts = doubtsOf({ figure, left, right, words, quantity, inside }, context);
  return { is: 'mention', figure, quantity, doubts, left, right, words, context, ...place };
}

/** The words that say what a figure counts: those before it, else those behind it. */
function wordsOf(left: readonly Token[], right: readonly Token[]): readonly Token[] {
  const isShare = left.some(({ role }) => role === 'share' || role === 'rate' || role === 'change');
  if (left.some(governs) || isShare) return addsNoun(left, right);
  const first = right.findIndex(governs);
  // 156件申请全部录入平台: the noun alone.
  const named = right[0]?.role === 'request' && !left.some(({ role }) => role === 'parts') ? right.slice(0, 1) : [];
  if (first < 0) return [...left, ...named];
  // 2件均由自然人提出 is not the number of applications from natural persons.
  if (right.slice(0, first).some(({ role }) => role === 'all' || role === 'none') && left.length > 0)
    return [...left, ...named];
  return [...left, ...right.slice(0, endOfRun(right, first))];
}

/** 收到157件信息依申请公开: the noun behind the figure. */
function addsNoun(left: readonly Token[], right: readonly Token[]): readonly Token[] {
  const [noun] = right;
  return noun && isNoun(noun) && !left.some(isNoun) ? [...left, noun] : left;
}

/** The index behind the words that continue the word at `first`: 收取了信息处理费; 不予公开、无法提供和不予处理. */
function endOfRun(tokens: readonly Token[], first: number): number {
  const start = tokens[first]?.role;
  const isJoined = ({ role }: Token) =>
    role === start ||
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
