import type { ContextSubject } from '../context.ts';
import { CASE, governs, quantityOf } from '../counted.ts';
import type { Figure } from '../lex/figures.ts';
import { isOutside, type Token } from '../lex/token.ts';
import type { Mention } from '../mention.ts';
import { type Cells, cellsOf, LITIGATION, PROCEDURES, type Procedure, WHOLES } from '../quantity.ts';
import type { Operand, Share } from '../statement.ts';
import type { Kind, SentenceRead } from './kind.ts';
import { isNamed, O, operands, R, T, wholesOf } from './share-wholes.ts';

/** 占32.9%, （17.46%）, 办结率98%, 占到三成, 超过半数 */
export const share: Kind = {
  kind: 'share',
  needs: ['figure'],
  read: ({ mentions, earlier }) =>
    mentions.flatMap((mention, index) =>
      mention.figure.kind === 'percent'
        ? (rateOf(mention, mentions[index - 1]) ?? shareOf(index, { mentions, earlier }) ?? [])
        : [],
    ),
  examples: [
    { text: '予以公开20件，占48.8%。', reads: '20件,占48.8%' },
    { text: '予以公开的申请占办结总数的近五成。', reads: '予以公开的申请占办结总数的近五成' },
    { text: '自然人申请占新收申请的八成以上。', reads: '自然人申请占新收申请的八成以上' },
    { text: '全年收到政府信息公开申请41件，办结率达到95.3%。', reads: '办结率达到95.3%' },
    { text: '群众满意率98%。', silent: 'nothing' },
  ],
};

const F = 'applications.carried_forward.total';

/** 办结率, 纠错率: a share whose part and whole are cells. */
function rateOf({ figure, left, right, context, doubts }: Mention, before: Mention | undefined): Share | undefined {
  const rate = left.findLast(({ role }) => role === 'rate') ?? wholly(figure, left, right, before);
  if (!rate || left.some(({ role }) => role === 'change' || role === 'compared')) return undefined;
  if (doubts.some(({ soft }) => !soft)) return undefined;
  const { subject } = context;
  const place = {
    kind: 'share',
    figure,
    start: Math.min(rate.start, figure.start),
    end: Math.max(rate.end, figure.end),
    sure: true,
  } as const;
  if (isOfRequests(rate, left, subject))
    return { ...place, parts: operands([[T], [R, O, `-${F}`]]), wholes: operands([[R, O], [R]]) };
  const rows = OUTCOME_RATES[rate.value];
  const isOther = subject !== undefined && subject.of !== 'requests' && rate.value === 'disclosed';
  if (rows && !isOther)
    return {
      ...place,
      parts: operands(rows.flatMap((one) => cellsOf({ about: 'outcomes', rows: one }))),
      wholes: operands(WHOLES),
    };
  const own = subject?.of === 'procedures' && subject.procedures.length > 0 ? subject.procedures : undefined;
  if (rate.value !== 'upheld' && rate.value !== 'corrected' && !(rate.value === 'finished' && own)) return undefined;
  const procedures: readonly Procedure[] = own ?? (rate.value === 'corrected' ? PROCEDURES : LITIGATION);
  const finished = cellsOf({ about: 'procedures', procedures, result: 'finished' });
  const all = cellsOf({ about: 'procedures', procedures });
  if (rate.value === 'finished') return { ...place, parts: operands(finished), wholes: operands(all) };
  return {
    ...place,
    parts: operands(cellsOf({ about: 'procedures', procedures, result: rate.value as 'upheld' | 'corrected' })),
    wholes: operands([...all, ...finished]),
    sure: own !== undefined,
  };
}

/** 公开率 can be of all that was disclosed. */
const OUTCOME_RATES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  disclosed: [['disclosed'], ['disclosed', 'partially_disclosed']],
  partially_disclosed: [['partially_disclosed']],
  not_disclosed: [['not_disclosed']],
  unable_to_provide: [['unable_to_provide']],
  not_processed: [['not_processed']],
};

/** 申请办结率, not 许可申请办结率; 办结率 behind words about applications. */
function isOfRequests({ value }: Token, left: readonly Token[], subject: ContextSubject | undefined): boolean {
  if (value === 'wholly') return true;
  const isAbout = subject?.of === 'requests' || left.some(({ role }) => role === 'request');
  if (value === 'finished') return isAbout;
  return value === 'finished_requests' && (isAbout || (!subject && left.every(({ role }) => BESIDE_RATE.has(role))));
}
const BESIDE_RATE = new Set<Token['role']>(['rate', 'plain', 'own', 'time', 'total']);

/** 申请百分之百办结, 新收申请12件，百分之百办结 */
function wholly(figure: Figure, left: readonly Token[], [next]: readonly Token[], before: Mention | undefined) {
  if (figure.value !== 100 || next?.role !== 'event' || next.value !== 'finished') return undefined;
  const isOfAll = before?.right.at(-1)?.role === 'request' || cameIn(before);
  return left.at(-1)?.role === 'request' || (left.length === 0 && isOfAll) ? { ...next, value: 'wholly' } : undefined;
}

const cameIn = (mention: Mention | undefined): boolean =>
  mention?.quantity?.about === 'requests' && ['new', 'received', 'handled'].includes(mention.quantity.event);

type Around = Pick<SentenceRead, 'mentions' | 'earlier'>;

/** A share of a total: the part is a number of the text or cells, the whole another number of the text or cells. */
function shareOf(index: number, { mentions, earlier }: Around): Share | undefined {
  const mention = mentions[index] as Mention;
  const { figure, left, depth, clause } = mention;
  const sign = left.findLastIndex(({ role }) => role === 'share');
  const isAlone = depth > 0 && left.length === 0 && figure.end === clause.end;
  const isRound = sign < 0 && figure.about !== undefined && figure.step === 10;
  const isHalf = isRound && left.some(governs);
  if (left.some(({ role }) => role === 'change' || role === 'compared' || role === 'rate')) return undefined;
  if (isRound && mention.right.some(isPart)) return ofPartBehind(mention, { mentions, earlier });
  if (sign < 0 && !isAlone && !isHalf) return undefined;
  const [own, named] = isHalf || sign < 0 ? [left, []] : [left.slice(0, sign), left.slice(sign + 1)];
  if (own.some((token) => governs(token) || token.role === 'request'))
    return ofWords(mention, own, named, { mentions, earlier });
  if (own.some((token) => isOutside(token) || token.role === 'business')) return undefined;
  const added = addedIn(own, mentions.slice(0, index));
  if (added) return shareOfAdded(mention, added, named, [...earlier, ...mentions.slice(0, index)]);
  const part = partOf(index, mentions);
  if (!part || part.figure.about || part.figure.kind !== 'count') return undefined;
  const cells = wholesOf(part.quantity, named, part, [...earlier, ...mentions.slice(0, index - 1)]);
  const { value, unit } = part.figure;
  const written = [...earlier, ...mentions]
    .filter(({ figure: one }) => one !== part.figure && one.unit === unit && one.value >= value && !one.about)
    .map(({ figure: one }): Operand => ({ figure: one }));
  const wholes = [...operands(cells ?? []), ...(isNamed(named) && cells ? [] : written)];
  if (wholes.length === 0) return undefined;
  const sums = sumsOf(own, mentions.slice(0, index), part);
  const isDoubted = part.doubts.some(({ soft, reason }) => !soft && reason !== 'part');
  return {
    kind: 'share',
    figure,
    parts: sums ?? [{ figure: part.figure }],
    wholes,
    sure:
      (sums === undefined || sums.length === 1) &&
      cells !== undefined &&
      part.quantity !== undefined &&
      !part.doubts.some(({ soft }) => !soft),
    ...(!isDoubted && !sums && cells !== undefined && { close: true }),
    start: part.figure.start,
    end: figure.end,
  };
}

/** 自然人申请占八成以上: the part is named by words. */
function ofWords(
  mention: Mention,
  own: readonly Token[],
  named: readonly Token[],
  { mentions, earlier }: Around,
): Share | undefined {
  const { figure, doubts, context } = mention;
  const quantity = quantityOf(own, CASE, context);
  if (!quantity || doubts.some(({ soft }) => !soft)) return undefined;
  const before = [...earlier, ...mentions].filter((one) => one.figure.start < figure.start);
  const cells = wholesOf(quantity, named, mention, before);
  if (!cells || cells.length === 0) return undefined;
  // 予以公开70件，其中自然人占六成 is a share of the 70.
  const isWithin = before.some(
    (one) =>
      mentions.includes(one) &&
      one.figure.kind === 'count' &&
      one.quantity?.about !== 'requests' &&
      one.quantity?.about !== quantity.about,
  );
  const [first] = own.filter(({ role }) => role !== 'plain' && role !== 'parts');
  const parts = cellsOf(quantity);
  const isPaired = quantity.about === 'applicants' && !isNamed(named);
  return {
    kind: 'share',
    figure,
    parts: operands(parts),
    wholes: operands(isPaired ? parts.map(totalsOf) : cells),
    ...(isPaired && { paired: true as const }),
    sure: doubts.length === 0 && (isNamed(named) || !isWithin),
    start: Math.min(first?.start ?? figure.start, figure.start),
    end: Math.max(own.at(-1)?.end ?? 0, figure.end),
  };
}

/** The total columns of the rows of some cells. */
const totalsOf = (cells: Cells): Cells => [...new Set(cells.map((cell) => cell.replace(/[^.]+$/, 'total')))];

/** 超过九成的申请由自然人提出, 过半数予以公开, 诉讼案件近六成维持: the part is named behind the figure. */
function ofPartBehind(mention: Mention, around: Around): Share | undefined {
  const { left, right, doubts } = mention;
  if (!right.every(({ role }) => BESIDE_PART.has(role)) || doubts.some(({ soft }) => !soft)) return undefined;
  const named = left.filter(governs);
  if (named.every(({ role }) => role === 'event')) return ofWords(mention, right, [], around);
  const isOfCases = named.every(({ role }) => role === 'procedure') && right.some(({ role }) => role === 'result');
  return isOfCases ? ofWords(mention, [...left, ...right], [], around) : undefined;
}
const isPart = ({ role }: Token): boolean => role === 'applicant' || role === 'outcome' || role === 'result';
const BESIDE_PART = new Set<Token['role']>([
  'plain',
  'request',
  'event',
  'by',
  'all',
  'applicant',
  'outcome',
  'result',
  'and',
]);

/** 两类占…: the numbers that it adds up; 网上12件、信函8件，网上占60%: the number of the channel, and all of its list. */
interface Added {
  readonly parts: readonly Mention[];
  readonly all: readonly Mention[];
}

function addedIn(own: readonly Token[], mentions: readonly Mention[]): Added | undefined {
  const before = mentions.filter((one) => one.figure.kind === 'count' && !one.figure.about);
  if (own.some(({ role }) => role === 'parts')) return undefined;
  const count = Number(own.findLast(({ role }) => role === 'total')?.value || 0);
  const last = count > 1 && before.length >= count ? before.slice(-count) : [];
  if (last.length > 0 && last.every((one) => one.figure.unit === last[0]?.figure.unit)) return { parts: last, all: [] };
  const channel = own.findLast(({ role }) => role === 'channel');
  if (!channel) return undefined;
  const hasChannel = ({ left, right }: Mention, test: (text: string) => boolean) =>
    [...left, ...right].some(({ role, text }) => role === 'channel' && test(text));
  const from = before.findIndex((one) => hasChannel(one, () => true));
  const all = from < 0 ? [] : before.slice(from);
  const same = all.filter((one) =>
    hasChannel(one, (text) => text.startsWith(channel.text) || channel.text.startsWith(text)),
  );
  return same.length === 1 ? { parts: same, all } : undefined;
}

function shareOfAdded(
  mention: Mention,
  { parts, all }: Added,
  named: readonly Token[],
  told: readonly Mention[],
): Share | undefined {
  const { figure, context } = mention;
  const hard = [context.body, context.time, context.plan, context.exception].some((one) => one && !one.soft);
  const about = context.subject?.of === 'requests' ? WHOLES : [];
  const cells = isNamed(named) ? wholesOf(undefined, named, mention, []) : about;
  if (hard || !cells) return undefined;
  const written = told
    .filter(({ figure: one }) => one.unit === parts[0]?.figure.unit && !parts.some((part) => part.figure === one))
    .map((one): Operand => ({ figure: one.figure }));
  const sums: Operand[] = all.length > 1 ? [{ figures: all.map((one) => one.figure) }] : [];
  return {
    kind: 'share',
    figure,
    parts: [{ figures: parts.map((one) => one.figure) }],
    wholes: [...operands(cells), ...sums, ...(isNamed(named) ? [] : written)],
    sure: all.length > 1 || (isNamed(named) && cells.length > 0),
    close: true,
    start: Math.min(...parts.map((one) => one.figure.start)),
    end: figure.end,
  };
}

const isPercent = ({ figure }: Mention): boolean => figure.kind === 'percent';
const isRespective = (mention: Mention | undefined): boolean =>
  mention?.left.some(({ role }) => role === 'respectively') ?? false;

/** The number that the percentage is about; of 分别占, the one at the same place in the list before it. */
function partOf(index: number, mentions: readonly Mention[]): Mention | undefined {
  const before = mentions[index - 1];
  if (!isRespective(mentions[index])) return before && isPercent(before) ? undefined : before;
  const isInRow = (one: Mention | undefined) => one !== undefined && isPercent(one) && isRespective(one);
  let [from, end] = [index, index + 1];
  while (isInRow(mentions[from - 1])) from--;
  while (isInRow(mentions[end])) end++;
  return mentions[from - (end - from) + (index - from)];
}

/** 两项合计占……: the sum of the two numbers before; 合计占……: of two or more. undefined if the share is of one number. */
function sumsOf(own: readonly Token[], before: readonly Mention[], last: Mention): readonly Operand[] | undefined {
  const total = own.findLast(({ role }) => role === 'total');
  if (!total) return undefined;
  const all = before.filter(({ figure: { unit, about } }) => unit === last.figure.unit && !about);
  const count = Number(total.value);
  const lengths = count > 1 ? [count] : all.slice(1).map((_, index) => index + 2);
  return lengths
    .filter((length) => length <= all.length)
    .map((length) => ({ figures: all.slice(-length).map(({ figure }) => figure) }));
}
