import type { ReadingContext } from '../context.ts';
import { CASE, governs, quantityOf } from '../counted.ts';
import { isDocument, type Token } from '../lex/token.ts';
import type { Item, Mention, Tail } from '../mention.ts';
import { LITIGATION, type Procedure, type Quantity } from '../quantity.ts';
import type { Change, ChangeSubject, Direction } from '../statement.ts';
import { OF_THE_YEAR } from '../vocabulary/signs.ts';
import type { Kind } from './kind.ts';
import { isBase, pairAround } from './told-pair.ts';

/** 同比增长1.05%, 比上年减少3件, 与去年持平, 较上年的349件, 新收46件，去年40件，增长15% */
export const change: Kind = {
  kind: 'change',
  needs: ['figure', 'change', 'compared', 'time'],
  read: ({ items, earlier }) =>
    items.flatMap((item, index) =>
      item.is === 'mention' ? figureChange(item, items, earlier) : wordChange(item, items, index),
    ),
  examples: [
    { text: '全年新收政府信息公开申请40件，同比增长25%。', reads: '同比增长25%' },
    { text: '新收申请40件，去年32件，增长25%。', reads: '40件,去年32件,增长25%' },
    { text: '新收申请40件，较上年的32件增加。', reads: '32件增加' },
    { text: '新收申请40件。与上年相比，多收8件。', reads: '多收8件' },
    { text: '新收申请40件，办结41件。与上年相比，多收9件。', silent: undefined },
    { text: '行政处罚较上年减少5件。', reads: '行政处罚较上年减少5件' },
    { text: '政府信息公开申请量高于上年。', reads: '政府信息公开申请量高于上年' },
    { text: '行政处罚数量有所下降。', reads: '行政处罚数量有所下降' },
    { text: '政府信息公开申请量较上年明显上升。', reads: '政府信息公开申请量较上年明显上升' },
    { text: '县城管大队收到申请12件，同比增长20%。', silent: 'body' },
  ],
};

const isMention = (item: Item): item is Mention => item.is === 'mention';
const is =
  (...roles: readonly Token['role'][]) =>
  ({ role }: Token): boolean =>
    roles.includes(role);

/** The words of a comparison: what it is about, last year or another number, and how it changed. */
interface Comparison {
  readonly own: readonly Token[];
  readonly direction: Direction | undefined;
  /** It names last year. */
  readonly isToLast: boolean;
  /** The words of the number of this year that it is compared with. */
  readonly than: readonly Token[];
  readonly start: number;
  readonly end: number;
}

const compares = is('compared', 'change');
const BETWEEN = is('change', 'plain', 'time', 'compared', 'total', 'respectively', 'mark', 'and', 'event', 'all', 'by');

/** undefined if the words are no comparison, or have words that are not understood. */
function comparisonIn(words: readonly Token[]): Comparison | undefined {
  const first = words.findIndex(compares);
  if (first < 0) return belowLast(words);
  const found = words.findLast(({ role, value }) => role === 'change' && value !== 'to');
  const sign = words[first];
  const toLast = belowLast(words);
  if (toLast) return toLast;
  if (!sign || words.some(is('rate', 'share', 'superlative'))) return undefined;
  const rest = words.slice(first + 1, found ? words.indexOf(found) : undefined);
  const isThan = sign.role === 'compared' && sign.value === 'than';
  const time = words.slice(first).find(is('time'));
  const isToLast =
    words.some(({ role, value }) => role === 'compared' && value === 'last') || (isThan && time?.value === 'last');
  if (isThan && time && time.value !== 'last') return undefined;
  const than = isThan && !time ? rest : [];
  if (than.length === 0 && !rest.every(BETWEEN)) return undefined;
  const direction = found?.value as Direction | undefined;
  const own = words.slice(0, first);
  return { own, direction, isToLast, than, start: own[0]?.start ?? sign.start, end: found?.end ?? sign.end };
}

/** 申请量低于上年 */
function belowLast(words: readonly Token[]): Comparison | undefined {
  if (!words.some(isOrder)) return undefined;
  const at = words.findIndex(
    (token, index) => isOrder(token) && words[index + 1]?.role === 'time' && words[index + 1]?.value === 'last',
  );
  const isOnly = at >= 0 && words.slice(at + 2).every(is('plain')) && !words.slice(0, at).some(is(...OTHER_SIGNS));
  const [sign, end] = [words[at], words.at(-1)?.end];
  if (!isOnly || !sign || end === undefined) return undefined;
  const own = words.slice(0, at);
  const direction = sign.value === 'above' ? 'more' : 'less';
  return { own, direction, isToLast: true, than: [], start: own[0]?.start ?? sign.start, end };
}

const OTHER_SIGNS = ['compared', 'change', 'rate', 'share', 'superlative', 'none', 'all'] as const;
const isOrder = ({ role, value }: Token): boolean => role === 'plain' && (value === 'above' || value === 'below');

/** What words before a comparison are about; an empty list if they name nothing, undefined if they are not understood. */
function namedBy(own: readonly Token[], context: ReadingContext): readonly ChangeSubject[] | undefined {
  if (
    own.some(isDocument) ||
    own.some(is('unknown', 'channel', 'aspect', 'business', 'part', 'body', 'without', 'rest', 'except'))
  )
    return undefined;
  if (!own.some((token) => governs(token) || is('request')(token))) return [];
  // 行政处罚、行政强制分别同比下降……: the words are not given out.
  const isJoint = own.some(is('respectively')) && own.filter(governs).length > 1;
  if (isJoint) return undefined;
  const quantity = quantityOf(own, CASE, context) ?? requestsIn(own, context);
  return quantity && [{ quantity }];
}

/** 申请量, 答复量 without a verb or a noun. */
function requestsIn(own: readonly Token[], { subject }: ReadingContext): Quantity | undefined {
  if (subject !== undefined && subject.of !== 'requests') return undefined;
  const named = own.filter((token) => governs(token));
  if (named.length === 0) return { about: 'requests', event: 'received' };
  const [only] = named;
  return named.length === 1 && only?.role === 'event' && (only.value === 'finished' || only.value === 'answered')
    ? { about: 'requests', event: 'finished' }
    : undefined;
}

function figureChange(mention: Mention, items: readonly Item[], earlier: readonly Mention[]): Change[] {
  const { figure, left, right, context, doubts, depth } = mention;
  if (doubts.some(({ soft, reason }) => !soft && reason !== 'time') || context.plan) return [];
  const mentions = items.filter(isMention);
  const at = mentions.indexOf(mention);
  const respective = respectiveChange(mentions, at);
  if (respective) return [respective];
  const behind = right.slice(0, 1).filter(({ role, value }) => role === 'change' && value !== 'to');
  const before = mentions.slice(0, at);
  const words = [...left, ...behind];
  const found = comparisonIn(words);
  // 较上年的47件增加: the number is last year's.
  const isBaseOnly = isNumberOf(figure) && !left.some(is('change')) && left.some(is('compared'));
  if (found?.direction && isBaseOnly)
    return [...lastNumber(mention, before, undefined, []), ...toldBefore(mention, before, found)];
  const baseOf = namedBase(mention);
  if (baseOf) return [{ kind: 'change', figure, direction: 'value', subjects: baseOf.subjects, ...spanOf(mention) }];
  if (!found?.direction) return lastNumber(mention, before, mentions[at + 1], items);
  const { own, isToLast, direction, than } = found;
  const subjects = namedBy(own, context);
  if (!subjects) return [];
  const place = { kind: 'change', figure, direction } as const;
  const span = { start: Math.min(found.start, figure.start), end: Math.max(figure.end, behind[0]?.end ?? 0) };
  if (than.length > 0) {
    const other = namedBy(than, context)?.[0]?.quantity;
    return other && subjects.length > 0 ? [{ ...place, ...span, subjects, than: other }] : [];
  }
  if (subjects.length > 0) return isToLast || context.compared ? [{ ...place, ...span, subjects }] : [];
  // 增加6件，增长15%: both are about the base before them.
  const named = namedBase(before.findLast((one) => !one.left.some(is('change')) || one.left.some(governs)));
  if (named) return [{ ...place, ...span, ...named }];
  const told = pairAround(mentions, at);
  const all = continuedFrom(before) ?? (before.length > 0 ? subjectsOf(before, depth) : onlySubject(earlier));
  if (told) {
    const { now, base } = told;
    const start = Math.min(now.start, base.start);
    return [{ ...place, subjects: all, told, start, end: Math.max(figure.end, base.end) }];
  }
  return (isToLast || context.compared) && all.length > 0 ? [{ ...place, ...span, subjects: all }] : [];
}

/** 新收申请较上年的40件增长15%: last year's number stands between the words and the change. */
function namedBase(mention: Mention | undefined): Pick<Change, 'subjects' | 'base'> | undefined {
  const found = mention && comparisonIn(mention.left);
  if (!found || found.direction || !found.isToLast || !isCount(mention) || mention.figure.about) return undefined;
  const subjects = namedBy(found.own, mention.context) ?? [];
  return subjects.length > 0 ? { subjects, base: mention.figure } : undefined;
}

const spanOf = ({ left, figure }: Mention): { start: number; end: number } => ({
  start: left[0]?.start ?? figure.start,
  end: figure.end,
});

/** 与上年相比，多收8件: about the number of the sentence before, if it has only one. */
function onlySubject(earlier: readonly Mention[]): ChangeSubject[] {
  const subjects = subjectsOf(earlier, 0);
  return earlier.length === 1 && subjects[0]?.quantity ? subjects : [];
}

/** 新收申请较上年增加8件，增长25%: what the change before is about, if words name it. */
function continuedFrom(before: readonly Mention[]): readonly ChangeSubject[] | undefined {
  const last = before.at(-1);
  const found = last && comparisonIn(last.left);
  if (!last || !found?.direction) return undefined;
  const named = namedBy(found.own, last.context);
  return named?.length === 0 ? continuedFrom(before.slice(0, -1)) : named;
}

/** 新收申请40件、办结38件，分别增长15%和13%: the names before 分别 are the figures themselves. */
function respectiveChange(mentions: readonly Mention[], at: number): Change | undefined {
  const { figure, left, context } = mentions[at] as Mention;
  const found = comparisonIn(left);
  if (!isRespective(mentions[at]) || !found?.direction || found.own.some(governs)) return undefined;
  if (!found.isToLast && !context.compared) return undefined;
  const isInRow = (one: Mention | undefined) => isRespective(one) && one?.figure.kind === figure.kind;
  let [from, end] = [at, at + 1];
  while (isInRow(mentions[from - 1])) from--;
  while (isInRow(mentions[end])) end++;
  const subject = mentions[from - (end - from) + (at - from)];
  if (!subject || end - from < 2 || !isCount(subject)) return undefined;
  const subjects = subjectsOf([subject], subject.depth);
  return { kind: 'change', figure, direction: found.direction, subjects, start: figure.start, end: figure.end };
}

const isRespective = (mention: Mention | undefined): boolean => mention?.left.some(is('respectively')) ?? false;

/** 申请58件，较上年的47件增加: which way the number before it changed. */
function toldBefore(mention: Mention, before: readonly Mention[], { direction, end }: Comparison): Change[] {
  const [now] = subjectsOf(before, mention.depth);
  const { figure } = mention;
  if (!direction || !now?.figure || now.figure.unit !== figure.unit) return [];
  const told = { now: now.figure, base: figure };
  return [{ kind: 'change', direction, subjects: [now], told, start: figure.start, end }];
}

/** 较上年的349件, 去年为40件, 是上年的1.5倍: without a word for the change. */
function lastNumber(
  mention: Mention,
  before: readonly Mention[],
  next: Mention | undefined,
  items: readonly Item[],
): Change[] {
  const { figure, left, quantity, clause, depth, opens } = mention;
  const isRatio = figure.kind === 'times';
  if ((!isRatio && figure.kind !== 'count') || !isBase(mention)) return [];
  if (!left.every(is('compared', 'plain', 'time', 'total', 'respectively', 'by')) || left.some(is('respectively')))
    return [];
  const subjects = before.length > 0 ? subjectsOf(before, depth) : reachedFrom(mention, next, items);
  if (subjects.length === 0 || (quantity && !left.some(is('compared')))) return [];
  const start = Math.min(opens === '、' ? (left[0]?.start ?? figure.start) : clause.start, figure.start);
  return [{ kind: 'change', figure, direction: isRatio ? 'ratio' : 'value', subjects, start, end: figure.end }];
}

/** 新收申请持续增长，由2024年的32件增至40件: named in the clause before, with the number behind 增至. */
function reachedFrom({ figure }: Mention, next: Mention | undefined, items: readonly Item[]): ChangeSubject[] {
  if (!next?.left.some(({ role, value }) => role === 'change' && value === 'to')) return [];
  if (next.figure.unit !== figure.unit || next.figure.about) return [];
  const [heading] = items.filter((item): item is Tail => item.is === 'tail' && item.end <= figure.start).slice(-1);
  const at = heading?.tokens.findIndex(is('compared', 'change', 'time', 'unknown')) ?? -1;
  const named = heading && at > 0 ? namedBy(heading.tokens.slice(0, at), heading.context) : undefined;
  return (named ?? []).map(({ quantity }) => ({ figure: next.figure, quantity }));
}

const SINGLE = new Set<Direction>(['more', 'less', 'same', 'alike', 'double', 'twice_double']);
const BOTH: Readonly<Record<string, Direction>> = { both_more: 'more', both_less: 'less' };

/** 与去年持平, 行政处罚较上年有所下降, 复议和诉讼实现双下降 */
function wordChange(tail: Tail, items: readonly Item[], index: number): Change[] {
  const { tokens, end, depth, context, behind } = tail;
  const before = items.slice(0, index).filter(isMention);
  const found = comparisonIn(tokens);
  if (!found?.direction || found.than.length > 0 || context.body || context.plan) return [];
  if (behind?.left.some(is('change'))) return [];
  const subjects = namedBy(found.own, context);
  if (!subjects) return [];
  const both = BOTH[found.direction];
  const place = { kind: 'change', start: Math.min(tail.start, found.start), end } as const;
  if (both) {
    const all = subjects.length > 0 ? subjects.flatMap(apart) : subjectsOf(before, depth).slice(0, 2);
    return all.length === 2 ? all.map((one) => ({ ...place, direction: both, subjects: [one] })) : [];
  }
  const told = subjects.length === 0 ? pairAround([...items.filter(isMention)], before.length) : undefined;
  const all = subjects.length > 0 ? subjects : subjectsOf(before, depth);
  const isOfYear = subjects.length > 0 && !context.time && isPlainChange(tokens);
  const isCompared = found.isToLast || context.compared || told !== undefined || isOfYear;
  if (!SINGLE.has(found.direction) || !isCompared || all.length === 0) return [];
  return [{ ...place, direction: found.direction, subjects: all, ...(told && { told }) }];
}

/** 行政处罚数量有所上升: where nothing is named, the year is compared with the one before. */
const isPlainChange = (tokens: readonly Token[]): boolean =>
  !tokens.some(is('compared')) &&
  tokens.some(({ role, text }) => role === 'change' && OF_THE_YEAR.some((one) => text.startsWith(one)));

/** 行政复议和行政诉讼 are two numbers. */
function apart({ quantity }: ChangeSubject): ChangeSubject[] {
  if (quantity?.about !== 'procedures' || quantity.procedures.length !== 3) return [];
  const all: readonly (readonly Procedure[])[] = [['reconsideration'], LITIGATION];
  return all.map((procedures) => ({ quantity: { ...quantity, procedures } }));
}

const isNumberOf = ({ kind }: Mention['figure']): boolean => kind === 'count' || kind === 'money';
const isCount = ({ figure }: Mention): boolean => isNumberOf(figure);
const isRate = ({ left }: Mention): boolean =>
  left.some(({ role, value }) => (role === 'change' && value !== 'to') || role === 'compared');

/** The numbers that a comparison can be about, the likeliest first: the last one, then those before it. */
function subjectsOf(before: readonly Mention[], depth: number): ChangeSubject[] {
  return before
    .filter((one) => one.depth <= depth && isCount(one) && !isRate(one) && !one.figure.about && !isBase(one))
    .toReversed()
    .map(({ figure, quantity, doubts }) => ({
      figure,
      quantity: doubts.some(({ soft }) => !soft) ? undefined : quantity,
    }));
}
