import { governs, quantityOf } from '../counted.ts';
import type { Figure } from '../lex/figures.ts';
import { isOutside, type Token } from '../lex/token.ts';
import type { Mention } from '../mention.ts';
import {
  type Cells,
  cellsOf,
  DECISIONS,
  LITIGATION,
  PROCEDURES,
  type Procedure,
  type Quantity,
  WHOLES,
} from '../quantity.ts';
import type { Operand, Share } from '../statement.ts';
import { CASE_UNITS } from '../vocabulary/units.ts';
import type { Kind, SentenceRead } from './kind.ts';

/** 占32.9%, （17.46%）, 办结率98%, 占到三成, 超过半数 */
export const share: Kind = {
  kind: 'share',
  read: ({ mentions, earlier }) =>
    mentions.flatMap((mention, index) =>
      mention.figure.kind === 'percent' ? (rateOf(mention) ?? shareOf(index, { mentions, earlier }) ?? []) : [],
    ),
  examples: [
    { text: '予以公开20件，占48.8%。', reads: '20件,占48.8%' },
    { text: '予以公开的申请占办结总数的近五成。', reads: '予以公开的申请占办结总数的近五成' },
    { text: '自然人申请占新收申请的八成以上。', reads: '自然人申请占新收申请的八成以上' },
    { text: '全年收到政府信息公开申请41件，办结率达到95.3%。', reads: '办结率达到95.3%' },
    { text: '群众满意率98%。', silent: 'nothing' },
  ],
};

const T = 'applications.outcomes.total.total';
const R = 'applications.received.total';
const O = 'applications.carried_over.total';
const F = 'applications.carried_forward.total';

const operands = (lists: readonly Cells[]): Operand[] => lists.map((cells) => ({ cells }));

/** 办结率, 纠错率: a share whose part and whole are cells. */
function rateOf({ figure, left, right, context, doubts }: Mention): Share | undefined {
  const rate = left.findLast(({ role }) => role === 'rate') ?? wholly(figure, left, right);
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
  if (rate.value === 'finished' && (subject?.of === 'requests' || left.some(({ role }) => role === 'request')))
    return { ...place, parts: operands([[T], [R, O, `-${F}`]]), wholes: operands([[R, O], [R]]) };
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

/** Words before 占 say what is counted in cases. */
const CASE = { kind: 'count', unit: '件', value: 0 } as const;

/** 申请百分之百办结 */
const wholly = (figure: Figure, left: readonly Token[], [next]: readonly Token[]): Token | undefined =>
  figure.value === 100 && next?.role === 'event' && next.value === 'finished' && left.at(-1)?.role === 'request'
    ? next
    : undefined;

type Around = Pick<SentenceRead, 'mentions' | 'earlier'>;

/** A share of a total: the part is a number of the text or cells, the whole another number of the text or cells. */
function shareOf(index: number, { mentions, earlier }: Around): Share | undefined {
  const mention = mentions[index] as Mention;
  const { figure, left, depth, clause } = mention;
  const sign = left.findLastIndex(({ role }) => role === 'share');
  const isAlone = depth > 0 && left.length === 0 && figure.end === clause.end;
  const isHalf = sign < 0 && figure.about !== undefined && figure.step === 10 && left.some(governs);
  if (sign < 0 && !isAlone && !isHalf) return undefined;
  if (left.some(({ role }) => role === 'change' || role === 'compared' || role === 'rate')) return undefined;
  const [own, named] = isHalf || sign < 0 ? [left, []] : [left.slice(0, sign), left.slice(sign + 1)];
  if (own.some((token) => governs(token) || token.role === 'request')) return ofWords(mention, own, named, mentions);
  if (own.some(isOutside)) return undefined;
  const part = partOf(index, mentions);
  if (!part || part.figure.about || part.figure.kind !== 'count') return undefined;
  const cells = wholesOf(part.quantity, named, part);
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
  mentions: readonly Mention[],
): Share | undefined {
  const { figure, doubts, context } = mention;
  const quantity = quantityOf(own, CASE, context);
  if (!quantity || doubts.some(({ soft }) => !soft)) return undefined;
  const cells = wholesOf(quantity, named, mention);
  if (!cells || cells.length === 0) return undefined;
  // 予以公开70件，其中自然人占六成 is a share of the 70.
  const isWithin = mentions.some(
    (one) =>
      one.figure.start < figure.start &&
      one.figure.kind === 'count' &&
      one.quantity?.about !== 'requests' &&
      one.quantity?.about !== quantity.about,
  );
  const [first] = own.filter(({ role }) => role !== 'plain' && role !== 'parts');
  return {
    kind: 'share',
    figure,
    parts: operands(cellsOf(quantity)),
    wholes: operands(cells),
    sure: doubts.length === 0 && (isNamed(named) || !isWithin),
    start: first?.start ?? figure.start,
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

const isNamed = (named: readonly Token[]): boolean => named.some((token) => governs(token));

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

/** The totals that a quantity can be a share of; undefined if the words behind 占 are not understood. */
function wholesOf(
  quantity: Quantity | undefined,
  named: readonly Token[],
  { context, figure }: Mention,
): readonly Cells[] | undefined {
  if (named.some((one) => isOutside(one) || one.role === 'business' || one.role === 'time')) return undefined;
  if (isNamed(named)) {
    const event = named.findLast(({ role }) => role === 'event')?.value;
    if (event === 'finished' || event === 'answered') return quantity?.about === 'procedures' ? undefined : [[T]];
    const about = event ? { ...context, subject: { of: 'requests' } as const } : context;
    const whole = quantityOf(named, CASE, about);
    return whole && cellsOf(whole);
  }
  switch (quantity?.about) {
    case 'outcomes':
      return [...WHOLES, ...groupsOf(quantity.rows)];
    case 'applicants':
      return WHOLES;
    case 'procedures':
      return cellsOf({ about: 'procedures', procedures: quantity.result ? quantity.procedures : PROCEDURES });
    case 'requests':
      return ['finished', 'answered', 'carried_forward', 'carried'].includes(quantity.event) ? [[R, O], [R]] : WHOLES;
    case 'decisions':
      return cellsOf({ about: 'decisions', decisions: DECISIONS });
    case undefined:
      return context.subject?.of === 'requests' && CASE_UNITS.includes(figure.unit) ? WHOLES : [];
    default:
      return [];
  }
}

/** The group of the rows, such as 无法提供 of 不掌握. */
function groupsOf(rows: readonly string[]): readonly Cells[] {
  const groups = [...new Set(rows.map((row) => row.split('.')[0] as string))];
  return groups.length === 1 && rows[0]?.includes('.') ? cellsOf({ about: 'outcomes', rows: groups }) : [];
}
