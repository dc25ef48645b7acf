import { changed, contextAt, nextSentence, type ReadingContext } from './context.ts';
import { after } from './context-after.ts';
import { governs } from './counted.ts';
import { headingOf } from './heading.ts';
import { withLaterEvent } from './later-event.ts';
import type { Figure } from './lex/figures.ts';
import { type Bracket, type Clause, isToken, type Sentence } from './lex/sentences.ts';
import { relates, type Token } from './lex/token.ts';
import {
  areAll,
  hasFigures,
  type Item,
  isFigure,
  isNoun,
  isResultBehind,
  type Mention,
  mentionOf,
  type Tail,
} from './mention.ts';
import { narrowed, withCommonResult } from './narrowed.ts';
import { isOfSubject, noted, subjectOf, withDuration, withFirst } from './noted.ts';
import { shared } from './respectively.ts';
import type { Doubt } from './statement.ts';
import { WITHIN } from './vocabulary/plain.ts';
import { BODY_UNITS } from './vocabulary/units.ts';

export interface Fold {
  readonly context: ReadingContext;
  readonly items: readonly Item[];
}

/** Reads all sentences of a text; the context of each follows from the one before. */
export function foldText(
  sentences: readonly Sentence[],
  section: string | undefined,
  aggregate: boolean,
): (Fold & { readonly sentence: Sentence })[] {
  const start = contextAt(section);
  let context = start;
  let wasHeading = false;
  return sentences.map((sentence) => {
    const { role } = sentence.clauses[0]?.items[0] ?? {};
    const isClear = context.isClear && areAll(sentence.clauses, isOnRequests);
    const isSame = role === 'parts' || context === start;
    const before = changed(isSame ? context : nextSentence(context, wasHeading), { isClear });
    const fold = foldClauses(sentence.clauses, before, { depth: 0, aggregate });
    context = sentence.isLast ? start : fold.context;
    wasHeading = isHeading(sentence);
    const items = sentence.roles.has('figure') ? narrowed(withCommonResult(withLaterEvent(fold.items))) : fold.items;
    return { context: fold.context, items, sentence };
  });
}

/** Roles of words that show that a text can be about other things than applications. */
const OTHERS = new Set<Token['role']>(['business', 'channel', 'document', 'decision', 'fee', 'body', 'part']);
const isOnRequests = ({ role, value, text }: Token): boolean =>
  !OTHERS.has(role) &&
  value !== 'case' &&
  value !== 'theme' &&
  value !== 'deed' &&
  !(role === 'unknown' && text.length > 1);

/** 一是县公安局。 what follows is its. */
const isHeading = ({ clauses }: Sentence): boolean =>
  clauses.every(({ items }) => items.every(({ role }) => IN_HEADINGS.has(role)));
const IN_HEADINGS = new Set<string>(['plain', 'body', 'part', 'office', 'own', 'mark', 'name']);

interface Where {
  readonly depth: number;
  readonly aggregate: boolean;
  /** The words before the bracket, which name the number in it: 商业秘密（38件）. */
  readonly heading?: readonly Token[] | undefined;
}

function foldClauses(clauses: readonly Clause[], context: ReadingContext, where: Where): Fold {
  let here = context;
  const items: Item[] = [];
  for (const [index, clause] of clauses.entries()) {
    const { depth, aggregate, heading } = where;
    const around = { depth, aggregate, heading, before: clauses[index - 1], next: clauses[index + 1] };
    const one = foldClause(clause, here.shared ? { ...here, shared: undefined } : here, around);
    here = one.context;
    for (const item of one.items) items.push(item);
  }
  return { context: here, items };
}

interface Here extends Where {
  readonly before: Clause | undefined;
  readonly next: Clause | undefined;
}

/** (context, clause) -> (context, what the clause says) */
function foldClause(clause: Clause, before: ReadingContext, where: Here): Fold {
  const { items } = clause;
  const { aggregate, depth } = where;
  if (!items.some(isFigure)) return foldWords(clause, before, where);
  const places = items.flatMap((item, index) => (isFigure(item) ? [index] : []));
  const found: Item[] = [];
  let here = before;
  let from = 0;
  let last: Mention | undefined;
  for (const [position, place] of places.entries()) {
    const until = places[position + 1] ?? items.length;
    const inBrackets = items.slice(from, place).filter((item): item is Bracket => !isToken(item));
    const opening = position === 0 ? (where.heading ?? headingOf(clause, where.before)) : [];
    const left = [...opening, ...items.slice(from, place).filter(isToken)];
    here = after(here, left, where.aggregate);
    for (const bracket of inBrackets.filter(hasFigures))
      found.push(...foldClauses(bracket.clauses, here, { aggregate, depth: depth + 1 }).items);
    const { figure } = items[place] as Token & { figure: Figure };
    const next = items.slice(place + 1, until);
    const [own, rest] = dividedBehind(next, left, figure, position < places.length - 1);
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
      exceptedIn(withDuration(here, last), left, next, where),
      {
        clause,
        opens: isFirst ? clause.opens : '、',
        depth: where.depth,
      },
    );
    found.push(mention);
    here = noted(here, mention, where.aggregate);
    for (const bracket of own.filter((item): item is Bracket => !isToken(item)))
      found.push(...foldClauses(bracket.clauses, here, { aggregate, depth: depth + 1 }).items);
    from = place + 1 + (next.length - rest.length);
    last = mention;
  }
  const tail = items.slice((places.at(-1) as number) + 1).filter(isToken);
  if (tail.length > 0) found.push(tailOf(clause, tail, here, { depth: where.depth, behind: last }));
  const context = withFirst(after(here, tail, where.aggregate), clause.tokens);
  return { context, items: shared(found, clause, where.before, where.aggregate) };
}

/** 收到申请148件，不含乡镇: the clause behind limits the figure before it as a bracket does. */
const leftOut = (next: Clause | undefined): readonly Bracket[] =>
  next?.items[0]?.role === 'without' ? [{ role: 'bracket', clauses: [next], start: next.start, end: next.end }] : [];

/** 除36件未到期外，其余申请均已办结: what is left out is counted itself; the clause behind says of what it is a part. */
function exceptedIn(
  context: ReadingContext,
  left: readonly Token[],
  behind: readonly (Token | Bracket)[],
  { next, aggregate }: Here,
): ReadingContext {
  if (!left.some(({ role }) => role === 'except') || !behind.some(({ role }) => role === 'outside')) return context;
  const { subject } = after(context, next?.tokens ?? [], aggregate);
  return { ...context, exception: undefined, subject };
}

/** A clause without figures: its words, and what its brackets say. */
function foldWords(clause: Clause, context: ReadingContext, where: Here): Fold {
  const { aggregate, depth } = where;
  const { items, tokens } = clause;
  const here = after(context, tokens, aggregate);
  const found: Item[] = [tailOf(clause, tokens, here, { depth, behind: undefined })];
  for (const [index, item] of items.length > tokens.length ? items.entries() : [])
    if (!isToken(item)) {
      const inner = { aggregate, depth: depth + 1, heading: namedBefore(items, index) };
      found.push(...foldClauses(item.clauses, here, inner).items);
    }
  return {
    // 由县司法局承办，: who does one thing is not whose number comes next.
    context: withFirst(
      changed(here, {
        subject: subjectOf(tokens, here),
        topic: here.topic ?? channelOf(tokens),
        deed: undefined,
        body: here.body === context.body || isOfSubject(tokens) ? here.body : context.body,
      }),
      tokens,
    ),
    items: found,
  };
}

/** 商业秘密（38件）、执法案卷（26件）: the words of the number that stands alone in a bracket. */
function namedBefore(items: readonly (Token | Bracket)[], index: number): readonly Token[] | undefined {
  const bracket = items[index] as Bracket;
  const [only, ...others] = bracket.clauses.flatMap((one) => one.items);
  if (!only || others.length > 0 || !isFigure(only)) return undefined;
  const from = items.slice(0, index).findLastIndex((item) => !isToken(item) || item.role === 'mark');
  const words = items.slice(from + 1, index).filter(isToken);
  return words.some(governs) ? words : undefined;
}

/** 网上提交的申请中，自然人12件: what follows is a part. */
function channelOf(tokens: readonly Token[]): Doubt | undefined {
  const channel = tokens.find(({ role }) => role === 'channel');
  return channel && WITHIN.includes(tokens.at(-1)?.text ?? '') ? { reason: 'part', word: channel.text } : undefined;
}

const tailOf = (
  clause: Clause,
  tokens: readonly Token[],
  context: ReadingContext,
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

/**
 * The words behind a figure that belong to it, and those that belong to the next one: 8件被申请复议、3件被起诉. The words
 * before a figure say more than those behind it.
 */
function dividedBehind(
  next: readonly (Token | Bracket)[],
  left: readonly Token[],
  { unit }: Figure,
  hasNext: boolean,
): [readonly (Token | Bracket)[], readonly (Token | Bracket)[]] {
  if (!hasNext) return [next, []];
  // 向17个单位提出申请143件: the bodies are counted, not the applications.
  if (BODY_UNITS.includes(unit) && next[0]?.role === 'applicant') return [next.slice(0, 1), next.slice(1)];
  const mark = next.findIndex((item) => item.role === 'mark');
  const brackets = next.findIndex(isToken);
  const leading = brackets < 0 ? next.length : brackets;
  if (left.some(governs) && !(mark > 0 && isResultBehind(left, next)))
    return [next.slice(0, leading), next.slice(leading)];
  if (mark >= 0) return [next.slice(0, mark), next.slice(mark + 1)];
  // 比上年的29件多5件
  const sign = next.findIndex(relates);
  if (sign >= 0) return [next.slice(0, sign), next.slice(sign)];
  // 对11件申请实际收取2310元: the first figure has the noun, the second what was done.
  const nouns = next.findIndex((item) => isToken(item) && item.role !== 'plain' && !isNoun(item));
  return nouns < 0 ? [next, []] : [next.slice(0, nouns), next.slice(nouns)];
}
