import type { ReadingContext } from '../context.ts';
import { CASE, GOVERNING, quantityOf } from '../counted.ts';
import type { Token } from '../lex/token.ts';
import type { Item, Tail } from '../mention.ts';
import { type Cells, cellsOf, PROCEDURES, type Quantity, resultOf } from '../quantity.ts';
import type { Conclusion } from '../statement.ts';
import { DESCRIBES, DONE } from '../vocabulary/signs.ts';
import type { Kind } from './kind.ts';

/** 仍有个别申请结转下年, 行政强制亦有实施: says without a figure that cells are not 0. */
export const existence: Kind = {
  kind: 'conclusion',
  needs: GOVERNING,
  read: ({ items }) =>
    items.flatMap((item, index) =>
      item.is === 'tail' ? (existenceOf(item, items[index - 1], items[index + 1]) ?? []) : [],
    ),
  examples: [
    { text: '仍有个别申请结转下年度办理。', reads: '仍有个别申请结转下年度办理' },
    { text: '行政强制措施亦有实施。', reads: '行政强制措施亦有实施' },
    { text: '有申请人就我局的答复提起行政诉讼。', reads: '有申请人就我局的答复提起行政诉讼' },
    { text: '有申请人对答复不服，申请了行政复议。', reads: '申请了行政复议' },
    { text: '本年实施了行政强制措施。', reads: '实施了行政强制措施' },
    { text: '收取了信息处理费。', reads: '收取了信息处理费' },
    { text: '个别答复被复议机关纠正。', reads: '个别答复被复议机关纠正' },
    { text: '有申请人提起行政诉讼的，由法制股应诉。', silent: undefined },
    { text: '个别申请答复不够规范。', silent: undefined },
    { text: '县城管大队有个别申请结转下年度办理。', silent: undefined },
  ],
};

/** Roles of the words beside which it is certain what there is. */
const CLEAR = new Set<Token['role']>([
  'plain',
  'request',
  'event',
  'applicant',
  'outcome',
  'row',
  'procedure',
  'result',
  'decision',
  'fee',
  'by',
  'to',
  'own',
  'beside',
]);

/** What the words for something done are said of: 实施了行政强制, 发生了行政诉讼. */
const DONE_TO: Readonly<Record<string, Quantity['about']>> = { did: 'decisions', came: 'procedures' };

const isClear = ({ role, value }: Token): boolean =>
  CLEAR.has(role) || (role === 'time' && value === 'own') || (role === 'aspect' && value === 'some');
const isSign = ({ role, value }: Token): boolean =>
  (role === 'plain' && (value === 'exists' || DONE_TO[value] !== undefined)) || (role === 'aspect' && value === 'some');
/** 实施了行政强制, 收取了信息处理费 */
const isDone = ({ role, value, text }: Token): boolean =>
  (role === 'plain' && DONE_TO[value] !== undefined) ||
  (role === 'fee' && value === 'collected' && text.endsWith(DONE));
const isPerson = ({ role, value }: Token): boolean => role === 'plain' && value === 'person';

function existenceOf(tail: Tail, before: Item | undefined, next: Item | undefined): Conclusion | undefined {
  const { tokens, context, end } = tail;
  const { body, time, plan, exception, topic, subject } = context;
  if (body || time || plan || exception || topic || subject?.of === 'business' || tail.behind) return undefined;
  // 有申请人提起诉讼的，由法制股应诉: a case that may come.
  const isAllClear = tokens.every((token, index) => isClear(token) || (index === 0 && token.role === 'and'));
  if (!isAllClear || tokens.at(-1)?.text.endsWith(DESCRIBES)) return undefined;
  const at = tokens.findIndex((token) => isSign(token) || isDone(token));
  const isContinued = at < 0 && isBegun(before);
  const [sign] = at < 0 ? tokens : tokens.slice(at);
  if (!sign || (at < 0 && !isContinued)) return undefined;
  // 行政强制亦有实施: what there is stands before the sign.
  const isBefore = at > 0 && tokens.slice(at + 1).every(({ role }) => role === 'plain' || role === 'event');
  const isReceived = tokens.slice(0, Math.max(at, 0)).some(({ role, value }) => role === 'event' && CAME.has(value));
  const isWhole = (isBefore && tokens.some(({ role }) => role === 'decision')) || isReceived;
  const words = isWhole ? tokens : tokens.slice(Math.max(at, 0));
  const cells = someOf(words, context, next);
  const start = words === tokens ? (tokens[0]?.start ?? sign.start) : sign.start;
  return cells && { kind: 'conclusion', zeros: cells, isSome: true, doubts: [], start, end };
}

/** 有申请人对答复不服，申请了行政复议: the clause before says who it is. */
const isBegun = (item: Item | undefined): boolean =>
  item?.is === 'tail' && item.tokens.some(isSign) && item.tokens.some(isPerson) && item.tokens.every(isClear);

/** The cells that count what words name; one of them is not 0. */
function someOf(
  words: readonly Token[],
  context: ReadingContext,
  next: Item | undefined,
): readonly Cells[] | undefined {
  const named = quantityOf(words, CASE, context);
  const [sign] = words;
  if (sign && isDone(sign) && named?.about !== (sign.role === 'fee' ? 'fees' : DONE_TO[sign.value])) return undefined;
  const quantity = named?.about === 'procedures' ? named : (resultIn(words) ?? named);
  if (!quantity || !isCertain(quantity, words, context, next)) return undefined;
  return cellsOf(quantity);
}

/** 被复议机关纠正, where no procedure is named. */
function resultIn(words: readonly Token[]): Quantity | undefined {
  const result = resultOf(words.findLast(({ role }) => role === 'result')?.value ?? '');
  return result === 'upheld' || result === 'corrected'
    ? { about: 'procedures', procedures: PROCEDURES, result }
    : undefined;
}

const CAME = new Set<string>(['new', 'received']);
const STATES = new Set<string>([...CAME, 'carried_over', 'carried_forward']);

function isCertain(
  quantity: Quantity,
  words: readonly Token[],
  { subject }: ReadingContext,
  next: Item | undefined,
): boolean {
  const isOfRequests = subject?.of === 'requests' || words.some(({ role }) => role === 'request');
  switch (quantity.about) {
    case 'requests':
      return isOfRequests && STATES.has(quantity.event);
    case 'applicants':
      return (
        isOfRequests && words.some(({ role, value }) => role === 'event' && (value === 'new' || value === 'received'))
      );
    case 'outcomes':
      return isOfRequests && (!isReason(quantity.rows) || isNotDisclosed(words, next));
    case 'procedures':
      return true;
    case 'decisions':
      return !words.some(({ role, value }) => role === 'aspect' && value === 'some');
    case 'fees':
      return words.some(({ role, value }) => role === 'fee' && value === 'fee');
    default:
      return false;
  }
}

/** 部分申请涉及商业秘密: they can be disclosed all the same. */
const isReason = (rows: readonly string[]): boolean => rows.some((row) => row.startsWith('not_disclosed.'));
const isNotDisclosed = (words: readonly Token[], next: Item | undefined): boolean =>
  [...words, ...(next?.is === 'tail' ? next.tokens : [])].some(
    ({ role, value }) => role === 'outcome' && value === 'not_disclosed',
  );
