import type { Token } from '../lex/token.ts';
import type { Item, Mention } from '../mention.ts';
import { WITHIN } from '../vocabulary/plain.ts';
import { dimensionOf } from './list-parts.ts';

/** The start of a list of parts. */
export interface Start {
  readonly at: number;
  readonly depth: number;
  /** The list follows its total directly: in brackets, or as 2件为…，3件为…. */
  readonly close: boolean;
  /** 具体为: the list is complete. */
  readonly whole: boolean;
  /** It is not about the number before it: 按申请人分, or behind a semicolon. */
  readonly aside: boolean;
}

/** Where lists start: at words such as 其中, at a colon or bracket, and at the first of several figures of one kind. */
export function startsIn(items: readonly Item[], figures: readonly Mention[]): Start[] {
  const words = items.flatMap((item): Start[] => {
    const tokens = item.is === 'mention' ? item.left : item.tokens;
    const within: Start[] =
      item.is === 'tail' && !item.behind && WITHIN.includes(tokens.at(-1)?.text ?? '')
        ? [{ at: item.end, depth: item.depth, close: false, whole: false, aside: item.opens === ';' }]
        : [];
    const begun = tokens.flatMap((token): Start[] =>
      token.role === 'parts' || token.role === 'respectively' || isTopic(token, item)
        ? [
            {
              at: token.end,
              depth: item.depth,
              close: false,
              whole: token.value === 'whole',
              aside: item.opens === ';' || token.value === 'by',
            },
          ]
        : [],
    );
    // 在主动公开的信息中，文件9条……
    return [...begun, ...within];
  });
  const marks = figures.flatMap((mention, index) => markOf(mention, figures.slice(0, index), items));
  const told = [...words, ...marks].sort((a, b) => a.at - b.at);
  const plain = figures.flatMap((_, index) => unmarked(figures, index, told) ?? []);
  const all = [...told, ...plain].sort((a, b) => a.at - b.at);
  return all
    .filter(({ at, depth }, index) => {
      const next = all[index + 1];
      // 具体为：自然人36件: one start, not two.
      return !(
        next &&
        next.depth === depth &&
        !figures.some(({ figure }) => figure.start >= at && figure.end <= next.at)
      );
    })
    .map((start) => {
      const merged = all.filter(
        (one) =>
          one.depth === start.depth &&
          one.at <= start.at &&
          !figures.some(({ figure }) => figure.start >= one.at && figure.end <= start.at),
      );
      return {
        ...start,
        whole: merged.some(({ whole }) => whole),
        aside: merged.some(({ aside }) => aside),
        close: merged.every(({ close }) => close),
      };
    });
}

/** 收到23件，涉及林权12件、其他11件 */
const isTopic = (token: Token, item: Item): boolean =>
  token.role === 'aspect' &&
  token.value === 'topic' &&
  item.is === 'mention' &&
  item.opens === ',' &&
  item.left[0] === token &&
  item.left.length > 1;

const beginOf = ({ left, figure }: Mention): number => left[0]?.start ?? figure.start;

function markOf(mention: Mention, all: readonly Mention[], items: readonly Item[]): Start[] {
  const before = all.at(-1);
  if (!before) return [];
  const at = beginOf(mention);
  const { depth, left, opens } = mention;
  // ；办理结果：予以公开20件……
  const heading = items[items.indexOf(mention) - 1];
  if (opens === ':')
    return [{ at, depth, close: false, whole: false, aside: heading?.is === 'tail' && heading.opens === ';' }];
  if (depth > before.depth && opens === '(') {
    const close = !left.some(({ role }) => role === 'parts' || role === 'with');
    return [{ at, depth, close, whole: false, aside: false }];
  }
  // 收到5件，2件为信函，3件为网上; in 其中4件撤回，1件在办 the list has begun.
  const isDirect = left.length === 0 && opens === ',' && depth === before.depth && before.left.length > 0;
  const hasBegun = all.some((one) => one.depth === depth && one.left.some(({ role }) => role === 'parts'));
  return isDirect && !hasBegun ? [{ at: mention.figure.start, depth, close: true, whole: false, aside: false }] : [];
}

/** 收到23件，信函9件，网上14件: a list without a word that starts it. */
function unmarked(figures: readonly Mention[], index: number, told: readonly Start[]): Start | undefined {
  const [before, first, next] = [figures[index - 1], figures[index] as Mention, figures[index + 1]];
  const dimension = dimensionOf(first);
  if (!before || !next || dimension === undefined || dimensionOf(before) === dimension) return undefined;
  const { depth } = first;
  // 网上申请最多，为996件，信函402件; 公开类20件，不予公开3件: no total.
  const isNamed = before.left.concat(before.right).some(({ role }) => role !== 'plain' && role !== 'by');
  const isOfTables = dimension === 'outcome' || dimension === 'applicant' || dimension.startsWith('result');
  if (!isNamed || (isOfTables && !before.quantity) || before.depth !== depth || next.depth !== depth) return undefined;
  if (dimensionOf(next) !== dimension || first.opens === '、') return undefined;
  const at = beginOf(first);
  const isTold = told.some((one) => one.at >= before.figure.end && one.at <= first.figure.start);
  const hasBegun = first.opens !== ';' && told.some((one) => one.depth === depth && one.at <= before.figure.start);
  if (isTold || hasBegun) return undefined;
  return { at, depth, close: false, whole: false, aside: dimensionOf(before) !== undefined };
}
