import type { Token } from './lex/token.ts';
import type { Item, Mention } from './mention.ts';
import { PROCEDURES } from './quantity.ts';
import { INFORMATION } from './vocabulary/disclosure.ts';

/**
 * 行政诉讼20件，其中涉及政府信息公开的3件: the first number is that of all suits of the body, the second one that of table 四.
 * Changes the two mentions of a sentence. 对25件申请收取信息处理费2310元: those paid for.
 */
export function narrowed(items: readonly Item[]): readonly Item[] {
  const mentions = items.filter((item): item is Mention => item.is === 'mention');
  return items.map((item) => {
    if (item.is === 'tail') return item;
    const index = mentions.indexOf(item);
    const [before, next] = [mentions[index - 1], mentions[index + 1]];
    if (next && isPaidFor(item, next)) return { ...item, quantity: { about: 'fees', fee: 'cases_collected' } };
    const ofYears = ofThisYear(item, before);
    if (ofYears) return ofYears;
    if (next && isNarrowed(item, next))
      return { ...item, doubts: [{ reason: 'business', word: item.words.map(({ text }) => text).join('') }] };
    if (!before || !isNarrowed(before, item) || namesCases(item)) return item;
    const { body, time, plan } = item.context;
    return { ...item, quantity: before.quantity, doubts: [body, time, plan].flatMap((one) => one ?? []) };
  });
}

/** 对25件申请收取信息处理费2310元 */
const isPaidFor = ({ quantity, words, clause }: Mention, next: Mention): boolean =>
  quantity?.about === 'requests' &&
  !words.some(({ role }) => role === 'event') &&
  next.clause === clause &&
  next.quantity?.about === 'fees' &&
  next.quantity.fee === 'amount_collected_yuan' &&
  next.figure.kind === 'money';

/** 近三年收到申请57件，其中2025年23件: the number of this year counts what the one before it counts. */
function ofThisYear(item: Mention, before: Mention | undefined): Mention | undefined {
  const isOwn = ({ role, value }: Token) => role === 'time' && value === 'own';
  const isYear = item.left.some(isOwn) && item.left.every((one) => isOwn(one) || BESIDE_YEAR.has(one.role));
  if (item.quantity || !before?.quantity || !isYear || item.right.some(({ role }) => role !== 'plain'))
    return undefined;
  const [only, ...others] = before.doubts.filter(({ soft }) => !soft);
  const isPart = item.figure.value <= before.figure.value && item.figure.unit === before.figure.unit;
  return isPart && only?.reason === 'time' && others.length === 0
    ? { ...item, quantity: before.quantity, doubts: [...item.doubts, ...before.doubts.filter(({ soft }) => soft)] }
    : undefined;
}
const BESIDE_YEAR = new Set<Token['role']>(['parts', 'plain']);

const namesInformation = (tokens: readonly Token[]): boolean => tokens.some(({ text }) => text.includes(INFORMATION));
const namesCases = ({ left, right }: Mention): boolean => [...left, ...right].some(({ role }) => role === 'procedure');

const isNarrowed = (all: Mention, part: Mention): boolean =>
  all.quantity?.about === 'procedures' &&
  (all.quantity.result === undefined || all.quantity.result === 'finished') &&
  !namesInformation(all.words) &&
  namesInformation([...part.left, ...part.right]) &&
  part.figure.kind === 'count' &&
  part.figure.value <= all.figure.value &&
  ![...part.left, ...part.right].some(({ role }) => role === 'event' || role === 'result');

/** 1件行政复议、2件行政诉讼未审结: what is said behind the last number holds for all of them. */
export function withCommonResult(items: readonly Item[]): readonly Item[] {
  return items.map((item, index) => {
    if (item.is === 'tail' || item.quantity?.about !== 'procedures' || item.quantity.result) return item;
    const next = items[index + 1];
    const isSame = next?.is === 'mention' && next.opens === '、' && isBehind(item) && isBehind(next);
    const result = isSame && next.quantity?.about === 'procedures' ? next.quantity.result : undefined;
    if (!result && isBeforeCommon(items.slice(index + 1, index + PROCEDURES.length)))
      return { ...item, doubts: [...item.doubts, { reason: 'several', soft: true }] };
    return result ? { ...item, quantity: { ...item.quantity, result } } : item;
  });
}

/** 复议4件、诉讼8件尚未审结: what is said behind the last number can be said of the first one too. */
function isBeforeCommon(next: readonly Item[]): boolean {
  const isOther = (item: Item) =>
    item.is !== 'mention' || item.opens !== '、' || item.quantity?.about !== 'procedures' || item.quantity.result;
  const end = next.findIndex(isOther);
  const last = end < 0 ? undefined : next[end];
  return (
    last?.is === 'mention' &&
    last.opens === '、' &&
    last.quantity?.about === 'procedures' &&
    last.right.some(({ role }) => role === 'result' || role === 'event')
  );
}

const isBehind = ({ left, right }: Mention): boolean => {
  const isCase = ({ role }: Token) => role === 'procedure' || role === 'result';
  return !left.some(isCase) && right.some(isCase);
};
