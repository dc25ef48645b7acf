import type { ReadingContext } from '../context.ts';
import { CASE, GOVERNING, governs, quantityOf } from '../counted.ts';
import type { Token } from '../lex/token.ts';
import type { Item, Mention, Tail } from '../mention.ts';
import { type Cells, cellsOf, isSame, type Quantity } from '../quantity.ts';
import { siblingsOf } from '../siblings.ts';
import type { Rank } from '../statement.ts';
import type { Kind } from './kind.ts';

/** 复议多于诉讼, 第三方权益最多, 申请以自然人为主: compares numbers without saying them. */
export const rank: Kind = {
  kind: 'rank',
  needs: GOVERNING,
  read: ({ items }) => items.flatMap((item, index) => (item.is === 'tail' ? (rankOf(item, items, index) ?? []) : [])),
  examples: [
    { text: '政府信息公开行政复议多于行政诉讼。', reads: '政府信息公开行政复议多于行政诉讼' },
    { text: '行政处罚少于行政许可。', reads: '行政处罚少于行政许可' },
    { text: '新收申请以自然人为主。', reads: '新收申请以自然人为主' },
    { text: '不予公开的理由中，商业秘密最多。', reads: '商业秘密最多' },
    { text: '申请人中数量最少的是科研机构。', reads: '数量最少的是科研机构' },
    { text: '无法提供的多半是本机关不掌握。', reads: '多半是本机关不掌握' },
    { text: '县城管大队的行政处罚多于行政许可。', silent: undefined },
    { text: '涉及林地的申请最多。', silent: undefined },
    { text: '行政复议或许多于行政诉讼。', silent: undefined },
  ],
};

/** With one of these, it is not certain what is compared. */
const HIDES = new Set<Token['role']>([
  'unknown',
  'business',
  'channel',
  'aspect',
  'part',
  'body',
  'office',
  'time',
  'plan',
  'except',
  'without',
  'rest',
  'none',
  'change',
  'compared',
  'rate',
  'share',
  'made',
  'figure',
]);
const isMain = ({ role, value }: Token): boolean => role === 'such' && value === 'main';
const isExample = (token: Token): boolean => token.role === 'such' && !isMain(token);
/** 企业 and 单位 are also named where nobody applied for anything. */
const isOfRequests = (tokens: readonly Token[], { subject }: ReadingContext): boolean =>
  subject?.of === 'requests' ||
  tokens.some(({ role, value }) => role === 'request' || value === 'person' || value === 'natural_person');
/** 各类申请主体中，企业居首: the clause before says who is told apart. */
const wordsOf = (item: Item | undefined): readonly Token[] => (item?.is === 'tail' ? item.tokens : []);
const isOwn = ({ role, value }: Token): boolean => role === 'time' && value === 'own';

function rankOf({ tokens, context, end }: Tail, items: readonly Item[], index: number): Rank | undefined {
  const before = items[index - 1];
  const { body, time, plan, exception, topic, subject } = context;
  if (body || time || plan || exception || topic || subject?.of === 'business') return undefined;
  if (tokens.some((token) => (HIDES.has(token.role) && !isOwn(token)) || isExample(token))) return undefined;
  if (tokens.some(({ role }) => role === 'applicant') && !isOfRequests([...wordsOf(before), ...tokens], context))
    return undefined;
  const at = tokens.findIndex(isSign);
  const sign = tokens[at];
  if (!sign || tokens.slice(at + 1).some(isSign)) return undefined;
  const [left, behind] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const isAbout = sign.role !== 'plain';
  const isEither = sign.value === 'most' || sign.value === 'least';
  const isBehind = isAbout && (!isEither || !left.some(governs));
  const own = isBehind ? behind : left;
  const quantity = namedBy(own, context);
  if (!quantity) return undefined;
  const start = (isBehind ? sign : left.find(({ role }) => role !== 'plain' && role !== 'own' && role !== 'time'))
    ?.start;
  const place = {
    kind: 'rank',
    start: start ?? sign.start,
    end: isBehind ? end : (behind.at(-1)?.end ?? sign.end),
  } as const;
  if (isAbout) {
    const readings = readingsAmong(quantity, left.concat(behind));
    const says = sign.value === 'least' ? 'least' : 'most';
    return readings.length > 0 ? { ...place, says, readings } : undefined;
  }
  const other = namedBy(behind, context);
  if (!other) return undefined;
  const readings = cellsOf(quantity).flatMap((one) => cellsOf(other).map((cells) => ({ one, others: [cells] })));
  const told = { one: toldOf(quantity, items), other: toldOf(other, items) };
  return { ...place, says: sign.value === 'below' ? 'less' : 'more', readings, told };
}

/** The number of the sentence that counts the same. */
const toldOf = (quantity: Quantity, items: readonly Item[]): number | undefined =>
  items.find((one): one is Mention => one.is === 'mention' && one.depth === 0 && isSame(one.quantity, quantity))?.figure
    .value;

const isSign = (token: Token): boolean => isMain(token) || isOrder(token);
const isOrder = ({ role, value }: Token): boolean =>
  (role === 'plain' && (value === 'above' || value === 'below')) ||
  (role === 'superlative' && (value === 'most' || value === 'least' || value === 'behind'));

/** The number that words name, if they name only one. */
function namedBy(words: readonly Token[], context: ReadingContext): Quantity | undefined {
  if (!words.some(governs)) return undefined;
  const several = words.some(({ role, value }) => role === 'and' || (role === 'mark' && value === '、'));
  return several ? undefined : quantityOf(words, CASE, context);
}

/** The numbers beside which the one is said to be the largest. */
function readingsAmong(quantity: Quantity, words: readonly Token[]): Rank['readings'] {
  const siblings = siblingsOf(quantity);
  // 单位申请中，企业最多: natural persons are not among them.
  const isOfSome = words.some(({ role, value }) => role === 'applicant' && value === 'organizations');
  const others = siblings.filter(
    (one) =>
      !(
        isOfSome &&
        one.about === 'applicants' &&
        quantity.about === 'applicants' &&
        quantity.applicant !== 'organizations' &&
        one.applicant === 'natural_person'
      ),
  );
  if (others.length === 0) return [];
  const all = others.map(cellsOf);
  return cellsOf(quantity).flatMap((one, index) => {
    const own = all.map((cells) => cells[index]);
    return own.every((cells): cells is Cells => cells !== undefined) ? [{ one, others: own }] : [];
  });
}
