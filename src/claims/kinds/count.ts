import type { Mention } from '../reading.ts';
import type { Count } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 新收申请12件: a figure whose words name cells of the tables. */
export const count: Kind = {
  kind: 'count',
  read: ({ mentions }) => mentions.flatMap((mention) => countOf(mention) ?? []),
  examples: [
    { text: '全年新收政府信息公开申请40件。', reads: '新收政府信息公开申请40件' },
    { text: '县城管大队收到申请12件。', silent: 'body' },
  ],
};

/** Roles of words whose figure is a difference or a rate, not a number of the tables. */
const NO_COUNTS = new Set<string>(['change', 'compared', 'share', 'rate']);

function countOf({ figure, quantity, doubts, words, left, context }: Mention): Count | undefined {
  if (!quantity || left.some(({ role }) => NO_COUNTS.has(role))) return undefined;
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
    ...(context.timeValue === 'last' && { ofLastYear: true }),
  };
}
