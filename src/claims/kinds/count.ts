import type { Mention } from '../reading.ts';
import type { Count } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 新收申请12件: a figure whose words name cells of the tables. */
export const count: Kind = {
  kind: 'count',
  read: ({ mentions }) =>
    mentions.flatMap((mention, index) => countOf(mention, mentions[index - 1], mentions[index + 1]) ?? []),
  examples: [
    { text: '全年新收政府信息公开申请40件。', reads: '新收政府信息公开申请40件' },
    { text: '新收申请由上年的32件增至40件。', reads: '增至40件' },
    { text: '县城管大队收到申请12件。', silent: 'body' },
  ],
};

/** Roles of words whose figure is a difference or a rate, not a number of the tables. */
const NO_COUNTS = new Set<string>(['change', 'compared', 'share', 'rate']);

const isReached = (mention: Mention | undefined): boolean =>
  mention?.left.some(({ role, value }) => role === 'change' && value === 'to') ?? false;

function countOf(mention: Mention, before: Mention | undefined, next: Mention | undefined): Count | undefined {
  const { figure, doubts, words, left, context } = mention;
  // 由32件增至40件: the words stand before the first number, which is last year's.
  const quantity = mention.quantity ?? (isReached(mention) ? before?.quantity : undefined);
  if (!quantity || figure.kind === 'percent') return undefined;
  if (left.some(({ role, value }) => NO_COUNTS.has(role) && value !== 'to')) return undefined;
  const isFrom = isReached(next) && next?.figure.kind === figure.kind && next.figure.unit === figure.unit;
  // 与上年相比，新收申请多8件
  const first =
    words.find(
      ({ role }) => role !== 'plain' && role !== 'own' && role !== 'time' && role !== 'parts' && role !== 'unknown',
    ) ?? figure;
  const own = words.filter(({ start, end }) => start >= first.start || end > figure.end);
  return {
    kind: 'count',
    figure,
    quantity,
    doubts,
    start: Math.min(first.start, figure.start),
    end: Math.max(figure.end, ...own.map(({ end }) => end)),
    words: own
      .filter(({ role }) => role !== 'plain' && role !== 'parts' && role !== 'total')
      .map(({ text }) => text)
      .join(''),
    ...((context.timeValue === 'last' || isFrom) && { ofLastYear: true }),
  };
}
