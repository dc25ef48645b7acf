import { relates } from '../lex/token.ts';
import type { Mention } from '../mention.ts';
import type { Count } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 新收申请12件: a figure whose words name cells of the tables. */
export const count: Kind = {
  kind: 'count',
  needs: ['figure'],
  read: ({ mentions }) =>
    mentions.flatMap((mention, index) =>
      isPartOfMade(mention, mentions) ? [] : (countOf(mention, mentions[index - 1], mentions[index + 1]) ?? []),
    ),
  examples: [
    { text: '全年新收政府信息公开申请40件。', reads: '新收政府信息公开申请40件' },
    { text: '新收申请由上年的32件增至40件。', reads: '增至40件' },
    { text: '自然人、法人或其他组织提出的申请分别是36件、4件。', reads: '自然人、法人或其他组织提出的申请分别是36件' },
    { text: '因信息不存在，无法提供9件。', reads: '信息不存在,无法提供9件' },
    { text: '谢绝重复的申请1件。', reads: '重复的申请1件' },
    { text: '法院判决维持1件。', reads: '维持1件' },
    { text: '从2024年带入今年办理的申请3件。', reads: '从2024年带入今年办理的申请3件' },
    { text: '网上提交的申请中，自然人18件。', silent: 'part' },
    { text: '涉及土地征收的申请12件。', silent: 'part' },
    { text: '企业申请技改补助12件。', silent: 'business' },
    { text: '新增行政规范性文件6件。', reads: '新增行政规范性文件6件' },
    { text: '县城管大队收到申请12件。', silent: 'body' },
  ],
};

/** 制发6件（新制定2件、修改4件）: the form counts both as 制发. */
const isPartOfMade = ({ quantity, depth, left }: Mention, mentions: readonly Mention[]): boolean =>
  (depth > 0 || left.some(({ role }) => role === 'parts')) &&
  quantity?.about === 'documents' &&
  quantity.made === 'issued' &&
  mentions.some((one) => one.depth === depth && one.quantity?.about === 'documents' && one.quantity.made === 'amended');

const isReached = (mention: Mention | undefined): boolean =>
  mention?.left.some(({ role, value }) => role === 'change' && value === 'to') ?? false;

/** 2024年收到18件，2025年为23件: a figure with the words of the one before it. */
const isOfNextYear = ({ left }: Mention, before: Mention | undefined): boolean =>
  before?.context.timeValue === 'last' &&
  left.some(({ role, value }) => role === 'time' && value === 'own') &&
  left.every(({ role }) => role === 'time' || role === 'plain' || role === 'to');

function countOf(mention: Mention, before: Mention | undefined, next: Mention | undefined): Count | undefined {
  const { figure, words, left, context } = mention;
  // 由32件增至40件: the words stand before the first number, which is last year's.
  const isContinued = isReached(mention) || isOfNextYear(mention, before);
  const quantity = mention.quantity ?? (isContinued ? before?.quantity : undefined);
  if (!quantity || figure.kind === 'percent') return undefined;
  if (left.some((token) => relates(token) && token.value !== 'to')) return undefined;
  const isFrom = isReached(next) && next?.figure.kind === figure.kind && next.figure.unit === figure.unit;
  // 上年度结转2件 is a number of this year's table.
  const isOver = quantity.about === 'requests' && quantity.event === 'carried_over';
  const ofLastYear = !isOver && (context.timeValue === 'last' || isFrom);
  const doubts = mention.doubts.filter(({ reason }) => !(isOver && context.timeValue === 'last' && reason === 'time'));
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
    ...(ofLastYear && { ofLastYear }),
  };
}
