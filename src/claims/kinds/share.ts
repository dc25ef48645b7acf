import type { Token } from '../lex/lexer.ts';
import { type Cells, cellsOf, PROCEDURES, type Procedure, WHOLES } from '../quantity.ts';
import type { Mention } from '../reading.ts';
import type { Operand, Share } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 占32.9%, （17.46%）, 办结率98% */
export const share: Kind = {
  kind: 'share',
  read: ({ mentions }) =>
    mentions.flatMap((mention, index) =>
      mention.figure.kind === 'percent' ? (rateOf(mention) ?? shareOf(mention, mentions, index) ?? []) : [],
    ),
  examples: [
    { text: '予以公开20件，占48.8%。', reads: '20件,占48.8%' },
    { text: '群众满意率98%。', silent: 'nothing' },
  ],
};

const T = 'applications.outcomes.total.total';
const R = 'applications.received.total';
const O = 'applications.carried_over.total';

/** 办结率, 纠错率: a share whose part and whole are cells. */
function rateOf({ figure, left, context, doubts }: Mention): Share | undefined {
  const rate = left.findLast(({ role }) => role === 'rate');
  if (!rate || doubts.some(({ soft }) => !soft)) return undefined;
  const place = { kind: 'share', figure, start: rate.start, end: figure.end, sure: true } as const;
  const cells = (lists: readonly Cells[]): Operand[] => lists.map((one) => ({ cells: one }));
  if (rate.value === 'finished' && (context.subject?.of === 'requests' || context.subject === undefined))
    return {
      ...place,
      parts: cells([[T], [R, O, '-applications.carried_forward.total']]),
      wholes: cells([[R, O], [R]]),
    };
  if (rate.value !== 'upheld' && rate.value !== 'corrected') return undefined;
  const procedures: readonly Procedure[] =
    context.subject?.of === 'procedures' ? context.subject.procedures : PROCEDURES;
  return {
    ...place,
    parts: cells(cellsOf({ about: 'procedures', procedures, result: rate.value })),
    wholes: cells([
      ...cellsOf({ about: 'procedures', procedures }),
      ...cellsOf({ about: 'procedures', procedures, result: 'finished' }),
    ]),
  };
}

/** A share of a total: the part is a number of the text, the whole another one or one of the tables. */
function shareOf(mention: Mention, mentions: readonly Mention[], index: number): Share | undefined {
  const { figure, left, depth, clause } = mention;
  const isAlone = depth > 0 && left.length === 0 && figure.end === clause.end;
  if (!isAlone && !left.some(({ role }) => role === 'share')) return undefined;
  const part = partOf(mention, mentions, index);
  if (!part || part.figure.about || part.figure.kind !== 'count') return undefined;
  const wholes = part.quantity ? wholesOf(part, left) : [];
  const written = mentions
    .slice(0, mentions.indexOf(part))
    .filter(({ figure: one }) => one.unit === part.figure.unit && one.value >= part.figure.value && !one.about)
    .map(({ figure: one }): Operand => ({ figure: one }));
  const operands = [...wholes.map((cells): Operand => ({ cells })), ...written];
  if (operands.length === 0) return undefined;
  return {
    kind: 'share',
    figure,
    parts: [{ figure: part.figure }],
    wholes: operands,
    sure: wholes.length > 0 && !part.doubts.some(({ soft }) => !soft),
    start: part.figure.start,
    end: figure.end,
  };
}

/** The number that the percentage is about; of 分别占, the one at the same place in the list before it. */
function partOf(mention: Mention, mentions: readonly Mention[], index: number): Mention | undefined {
  const isPercent = ({ figure }: Mention) => figure.kind === 'percent';
  const first = mentions
    .slice(0, index + 1)
    .findLastIndex((one, at) => isPercent(one) && !isPercent(mentions[at - 1] ?? one));
  const from = first < 0 ? index : first;
  const end = mentions.findIndex((one, at) => at > index && !isPercent(one));
  const count = (end < 0 ? mentions.length : end) - from;
  const sign = mentions[from]?.left.some(({ role }) => role === 'respectively');
  if (sign) return mentions[from - count + (index - from)];
  return isPercent(mentions[index - 1] ?? mention) ? undefined : mentions[index - 1];
}

function wholesOf({ quantity }: Mention, left: readonly Token[]): readonly Cells[] {
  const named = left.findLast(({ role }) => role === 'share')?.text ?? '';
  const tail = left.slice(left.findLastIndex(({ role }) => role === 'share') + 1);
  const event = tail.findLast(({ role }) => role === 'event')?.value;
  if (quantity?.about === 'outcomes' || quantity?.about === 'applicants') {
    if (event === 'finished' || event === 'answered' || named.includes('办结')) return [[T]];
    return quantity.about === 'outcomes' ? WHOLES : [[R], [R, O], [T]];
  }
  if (quantity?.about === 'procedures' && quantity.result)
    return cellsOf({ about: 'procedures', procedures: quantity.procedures });
  if (quantity?.about === 'requests' && (quantity.event === 'finished' || quantity.event === 'answered'))
    return [[R, O], [R]];
  return [];
}
