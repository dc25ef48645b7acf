import { isOutside } from '../lex/token.ts';
import type { Item, Mention } from '../mention.ts';
import type { Cells } from '../quantity.ts';
import type { List } from '../statement.ts';
import { dimensionOf, hasUnit, isComplete, isEvent, isRest, isTotal, statementOf } from './list-parts.ts';

const CAME: readonly Cells[] = [['applications.received.total', 'applications.carried_over.total']];

/** Totals behind their parts: 网上3件，信函5件，合计8件. `inLists` are the parts of other lists. */
export function totalsIn(figures: readonly Mention[], inLists: ReadonlySet<unknown>, items: readonly Item[]): List[] {
  return figures.flatMap((whole, index) => {
    const last = figures[index - 1];
    const before = figures.slice(0, index);
    if (index < 2 || whole.figure.about) return [];
    if (isOfOtherTime(whole, last) || isOfOtherBody(whole, last, items)) return [];
    const bracket = bracketBefore(whole, before);
    if (bracket) return [{ ...statementOf(whole, bracket), others: [], complete: bracket.every(isPlainPart) }];
    if (isOfOther(whole) || (!isTotal(whole) && !isYear(whole, before))) return [];
    const parts = before.filter((one) => hasUnit(one, whole.figure.unit, whole.figure.kind) && !one.figure.about);
    // 共收到43件，上年结转3件，共43件: it is said twice.
    if (parts.length < 2 || parts.some(({ figure }) => figure.value === whole.figure.value)) return [];
    const came = allThatCame(whole, parts);
    const free = parts.filter(({ figure }) => !inLists.has(figure));
    const counted = countIn(whole);
    const told = counted === undefined ? parts : (free.length === counted ? free : parts).slice(-counted);
    const judged = came.length > 0 ? came : told;
    const lists = parts.slice(0, -1).map((_, from) => parts.slice(from));
    return [
      {
        ...statementOf(whole, judged),
        others: [free, ...lists].filter(({ length }) => length > 1).map((one) => one.map(({ figure }) => figure)),
        complete: came.length > 0 || (judged.length > 1 && isTotalOf(whole, judged, before, inLists)),
        cells: came.length > 0 ? CAME : [],
      },
    ];
  });
}

/** 公开类（予以公开20件、部分公开5件）共25件: the numbers of the bracket that the total follows. */
function bracketBefore(whole: Mention, before: readonly Mention[]): readonly Mention[] | undefined {
  const from = before.findLastIndex(({ depth }) => depth <= whole.depth) + 1;
  const inside = before.slice(from).filter(({ depth }) => depth === whole.depth + 1);
  const end = before.at(-1)?.figure.end ?? 0;
  const left = whole.left.filter(({ start }) => start >= end);
  if (inside.length < 2 || whole.left.length === left.length || !isTotal({ ...whole, left })) return undefined;
  return inside.every((one) => hasUnit(one, whole.figure.unit, whole.figure.kind) && !one.figure.about)
    ? inside
    : undefined;
}

const isPlainPart = ({ left, right }: Mention): boolean =>
  ![...left, ...right].some(({ role }) => role === 'parts' || role === 'such');

/** 上半年收到3件，下半年5件，全年8件 */
const isYear = ({ left }: Mention, parts: readonly Mention[]): boolean =>
  left.some(({ role, value }) => role === 'time' && value === 'own') &&
  parts.every((one) => dimensionOf(one) === 'time');

/** 2025年许可8件、处罚3件；2024年两项合计9件 */
const isOfOtherTime = ({ context }: Mention, before: Mention | undefined): boolean =>
  context.timeValue !== before?.context.timeValue && context.time !== undefined;

/** 市政府受理的共12件，维持9件……；县政府受理的共39件 */
const isOfOtherBody = ({ figure, context }: Mention, last: Mention | undefined, items: readonly Item[]): boolean =>
  context.body !== undefined &&
  items.some(
    ({ is, ...item }) =>
      is === 'tail' &&
      item.opens === ';' &&
      item.clause.end <= figure.start &&
      item.clause.start >= (last?.figure.end ?? 0),
  );

/** 共办结8件 is not the total of what was received. */
const isOfOther = (whole: Mention): boolean =>
  isEvent(whole, 'finished', 'answered', 'carried_forward', 'carried') ||
  whole.left.some(({ role, value }) => role === 'event' && (value === 'finished' || value === 'answered')) ||
  whole.right.some(({ role, value }) => role === 'event' && value !== 'received');

/** 三项合计: how many parts the total has. */
function countIn({ left }: Mention): number | undefined {
  const value = left.findLast(({ role }) => role === 'total')?.value ?? '';
  return value === '' ? undefined : Number(value);
}

function isTotalOf(
  whole: Mention,
  parts: readonly Mention[],
  before: readonly Mention[],
  inLists: ReadonlySet<unknown>,
): boolean {
  if (parts.some(isRest) || countIn(whole) === parts.length) return true;
  if (isComplete(whole, parts, false)) return true;
  // A total without words of its own, of all the numbers before it, which count the same.
  const isBare = [...whole.left, ...whole.right].every(({ role }) => role === 'total' || role === 'plain');
  const isAll = before.length === parts.length && !before.some(({ figure }) => inLists.has(figure));
  const kinds = new Set(parts.map(({ quantity }) => quantity?.about));
  const areas = parts.filter((one) => dimensionOf(one) === 'area');
  // 乡镇收到12件，部门收到28件，合计40件
  if (areas.length > 0 && parts.every((one) => areas.includes(one) || one.left.some(isOutside))) return isBare && isAll;
  return isBare && isAll && kinds.size === 1 && !kinds.has('requests') && areas.length === 0;
}

const cameOrWent = (quantity: Mention['quantity']): boolean =>
  quantity?.about === 'requests' && !quantity.event.startsWith('carried');

/** The applications received and carried over, if one of them is the last part before the total of both; else empty. */
function allThatCame(whole: Mention, parts: readonly Mention[]): Mention[] {
  const came = parts.findLast((one) => isEvent(one, 'new', 'received'));
  const over = parts.findLast((one) => isEvent(one, 'carried_over', 'carried'));
  // 共47件办结 is not the total.
  const isOfBoth = whole.quantity === undefined || cameOrWent(whole.quantity);
  if (!came || !over || !isOfBoth) return [];
  return [came, over].includes(parts.at(-1) as Mention) ? parts.filter((one) => one === came || one === over) : [];
}
