import type { Mention, Tail } from '../reading.ts';
import type { Change, Direction } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 同比增长1.05%, 比上年减少3件, 与去年持平, 较上年的349件 */
export const change: Kind = {
  kind: 'change',
  read: ({ items }) =>
    items.flatMap((item, index) => {
      const before = items.slice(0, index).filter((one): one is Mention => one.is === 'mention');
      return (item.is === 'mention' ? figureChange(item, before) : wordChange(item, before)) ?? [];
    }),
  examples: [
    { text: '全年新收政府信息公开申请40件，同比增长25%。', reads: '同比增长25%' },
    { text: '县城管大队收到申请12件，同比增长20%。', silent: 'body' },
  ],
};

function figureChange(mention: Mention, before: readonly Mention[]): Change | undefined {
  const { figure, left, right, context, doubts } = mention;
  const compared = left.findIndex(({ role }) => role === 'compared');
  // 比上年减少3件，下降5%: the second figure continues the first.
  const goesOn = compared < 0 && context.compared && left[0]?.role === 'change';
  if ((compared < 0 && !goesOn) || figure.about || doubts.some(({ soft, reason }) => !soft && reason !== 'time'))
    return undefined;
  const behind = left.slice(compared + 1);
  const change = behind.find(({ role }) => role === 'change') ?? right.find(({ role }) => role === 'change');
  if (!behind.every(({ role }) => role === 'change' || role === 'plain' || role === 'time')) return undefined;
  if (!change && figure.kind !== 'count') return undefined;
  return changeOf(mention, before, (change?.value ?? 'value') as Direction, change?.end);
}

function changeOf(mention: Mention, before: readonly Mention[], direction: Direction, end = 0): Change | undefined {
  const subjects = subjectsOf(before, mention.depth);
  if (subjects.length === 0) return undefined;
  const { figure, clause, opens } = mention;
  const start = opens === '、' ? (mention.left[0]?.start ?? figure.start) : clause.start;
  return {
    kind: 'change',
    figure,
    direction,
    subjects,
    start: Math.min(start, figure.start),
    end: Math.max(figure.end, direction === 'value' ? 0 : end),
  };
}

/** 与去年持平, 较上年有所下降 */
function wordChange(
  { tokens, start, end, depth, context, behind }: Tail,
  before: readonly Mention[],
): Change | undefined {
  const compared = tokens.findIndex(({ role }) => role === 'compared');
  const change = tokens.find(({ role }, index) => role === 'change' && index > compared);
  if (compared < 0 || !change || context.body || context.plan) return undefined;
  if (behind?.left.some(({ role }) => role === 'change')) return undefined;
  if (!tokens.every(({ role }) => ['compared', 'change', 'plain', 'request', 'event', 'total', 'time'].includes(role)))
    return undefined;
  const subjects = subjectsOf(before, depth);
  return subjects.length === 0
    ? undefined
    : { kind: 'change', direction: change.value as Direction, subjects, start, end };
}

const isCount = ({ figure }: Mention): boolean => figure.kind === 'count' || figure.kind === 'money';
const isRate = ({ left }: Mention): boolean => left.some(({ role }) => role === 'change' || role === 'compared');

/** The numbers that a comparison can be about, the likeliest first: the last one, then those before it. */
function subjectsOf(before: readonly Mention[], depth: number): Change['subjects'] {
  return before
    .filter((one) => one.depth <= depth && isCount(one) && !isRate(one) && !one.figure.about && !one.context.timeValue)
    .toReversed()
    .map(({ figure, quantity, doubts }) => ({
      figure,
      quantity: doubts.some(({ soft }) => !soft) ? undefined : quantity,
    }));
}
