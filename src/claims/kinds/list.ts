import type { Token } from '../lex/lexer.ts';
import { type Cells, PROCEDURES } from '../quantity.ts';
import type { Item, Mention } from '../reading.ts';
import type { List } from '../statement.ts';
import type { Kind, SentenceRead } from './kind.ts';

/** 收到12件，其中信函5件，网上7件; and totals behind their parts: 信函5件，网上7件，合计12件. `earlier` are the figures of the sentence before. */
export const list: Kind = {
  kind: 'list',
  read: listsIn,
  examples: [
    { text: '收到申请40件，其中网上申请30件，信函申请10件。', reads: '40件,其中网上申请30件,信函申请10件' },
    { text: '收到申请40件，其中网上申请30件、信函申请5件等。', silent: 'several' },
  ],
};

function listsIn({ items, earlier }: SentenceRead): List[] {
  const figures = items.filter((item): item is Mention => item.is === 'mention' && isNumber(item));
  const starts = startsIn(items, figures);
  const found = starts.flatMap((start, index) => {
    const until = starts.slice(index + 1).find((next) => next.depth <= start.depth)?.at ?? Number.POSITIVE_INFINITY;
    const parts = partsFrom(
      figures.filter(({ figure }) => figure.start >= start.at && figure.start < until),
      start,
      items,
    );
    const before = figures.filter(({ figure }) => figure.end <= start.at);
    const wholes = before.length === 0 && !start.close ? wholesBefore(earlier, parts) : before;
    return listOf(
      wholes.filter(({ depth }) => depth <= start.depth),
      parts,
      start,
    );
  });
  const all = [...found, ...totalsIn(figures)];
  return all.filter((one, index) => !all.slice(0, index).some(({ whole }) => whole === one.whole));
}

const isNumber = ({ figure, left }: Mention): boolean =>
  (figure.kind === 'count' || figure.kind === 'money' || figure.kind === 'bare') &&
  !left.some(({ role }) => role === 'change' || role === 'compared');

/** The start of a list of parts. */
interface Start {
  readonly at: number;
  readonly depth: number;
  /** The list follows its total directly: in brackets, or as 2件为…，3件为…. */
  readonly close: boolean;
  /** 具体为, 分别为: the list is complete. */
  readonly whole: boolean;
}

function startsIn(items: readonly Item[], figures: readonly Mention[]): Start[] {
  const words = items.flatMap((item): Start[] => {
    const tokens = item.is === 'mention' ? item.left : item.tokens;
    return tokens.flatMap((token): Start[] =>
      token.role === 'parts' || token.role === 'respectively'
        ? [
            {
              at: token.end,
              depth: item.depth,
              close: false,
              whole: token.value === 'whole',
            },
          ]
        : [],
    );
  });
  const marks = figures.flatMap((mention, index): Start[] => {
    const before = figures[index - 1];
    if (!before) return [];
    const at = mention.left[0]?.start ?? mention.figure.start;
    if (mention.opens === ':') return [{ at, depth: mention.depth, close: false, whole: false }];
    if (mention.depth > before.depth && mention.opens === '(')
      return [
        {
          at,
          depth: mention.depth,
          close: !mention.left.some(({ role }) => role === 'parts' || role === 'with'),
          whole: false,
        },
      ];
    // 收到5件，2件为信函，3件为网上
    const isDirect = mention.left.length === 0 && mention.opens === ',' && mention.depth === before.depth;
    return isDirect ? [{ at: mention.figure.start, depth: mention.depth, close: true, whole: false }] : [];
  });
  return [...words, ...marks].sort((a, b) => a.at - b.at);
}

/** The figures of a list, up to the closing bracket, another subject, or the words for the rest. Figures in inner brackets do not count. */
function partsFrom(parts: readonly Mention[], { depth }: Start, items: readonly Item[]): Mention[] {
  const own: Mention[] = [];
  for (const mention of parts) {
    if (mention.depth < depth) break;
    if (mention.depth > depth) continue;
    const last = own.at(-1);
    if (last && (endsBefore(mention, last, items) || isNextProcedure(mention, own[0]))) break;
    own.push(mention);
  }
  return own;
}

/** True if another list starts: 另有, 同比, or a semicolon behind the rest: 其他60条；微信推送95条. */
function endsBefore(mention: Mention, last: Mention, items: readonly Item[]): boolean {
  if (mention.left.some(({ role }) => role === 'beside' || role === 'compared' || role === 'parts')) return true;
  if (mention.opens === ';' && isRest(last)) return true;
  return items.some(
    (item) =>
      item.is === 'tail' &&
      item.start >= last.figure.end &&
      item.end <= mention.figure.start &&
      item.tokens.some(({ role }) => role === 'compared' || role === 'beside'),
  );
}

const isRest = ({ left }: Mention): boolean => left.some(({ role }) => role === 'rest');

/** 行政复议11件，其中维持8件……；行政诉讼8件: the last figure is not a part of the first. */
const isNextProcedure = ({ quantity }: Mention, first: Mention | undefined): boolean =>
  quantity?.about === 'procedures' &&
  quantity.result === undefined &&
  first?.quantity !== undefined &&
  !(first.quantity.about === 'procedures' && first.quantity.result === undefined);

/**
 * The numbers of the sentence before that a list can be the parts of, the likeliest last: one that is the sum of the list; for
 * outcomes, only a number of applications concluded or received.
 */
function wholesBefore(earlier: readonly Mention[], parts: readonly Mention[]): readonly Mention[] {
  const isOutcomes = parts.some(({ quantity }) => quantity?.about === 'outcomes');
  const possible = earlier.filter(({ quantity }) => !isOutcomes || !quantity || cameOrWent(quantity));
  const sum = parts.reduce((total, { figure }) => total + figure.value, 0);
  const equal = possible.filter(({ figure }) => figure.value === sum);
  return equal.length > 0 ? equal : possible;
}

const cameOrWent = (quantity: Mention['quantity']): boolean =>
  quantity?.about === 'requests' && quantity.event !== 'carried_over' && quantity.event !== 'carried_forward';
const isEvent = ({ quantity }: Mention, ...events: readonly string[]): boolean =>
  quantity?.about === 'requests' && events.includes(quantity.event);

function listOf(wholes: readonly Mention[], parts: readonly Mention[], start: Start): List[] {
  const whole =
    wholes.findLast(({ figure }) => parts.some((part) => hasUnit(part, figure.unit, figure.kind))) ?? wholes.at(-1);
  const own = parts.filter((part) => whole && hasUnit(part, whole.figure.unit, whole.figure.kind));
  if (!whole || whole.figure.about || own.length < 2 || own.some(({ figure }) => figure.about)) return [];
  if (start.close && wholes.at(-1) !== whole) return [];
  const concluded = own.filter((one) => !isEvent(one, 'carried_forward'));
  // 1件，收取420元；2件，收取290元: two lists mixed together.
  const isEven = parts.every((part) => hasUnit(part, whole.figure.unit, whole.figure.kind)) || mixed(parts, own);
  // 办结9件，其中予以公开5件……；结转下年1件: what is carried forward was not concluded.
  const judged = isEvent(whole, 'finished', 'answered') ? concluded : own;
  const all = parts.filter(({ figure }) => figure.kind === 'count');
  const others = [own, concluded, ...groupsOf(own), ...(whole.figure.kind === 'count' ? [all] : [])];
  return [
    {
      ...statementOf(whole, judged),
      others: others.map((list) => list.map(({ figure }) => figure)),
      complete: isEven && judged.length > 1 && isComplete(whole, judged, start),
    },
  ];
}

/** A number without a unit has that of its list. */
const hasUnit = ({ figure }: Mention, unit: string, kind: string): boolean =>
  figure.unit === unit || (figure.kind === 'bare' && kind === 'count');

const mixed = (parts: readonly Mention[], own: readonly Mention[]): boolean =>
  parts.length === own.length * new Set(parts.map(({ figure }) => figure.unit)).size &&
  parts.some(({ figure }) => figure.kind === 'money');

/** Lists separated by a semicolon: applicants; outcomes. */
function groupsOf(parts: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const [index, mention] of parts.entries()) {
    if (index === 0 || mention.opens === ';') groups.push([]);
    groups.at(-1)?.push(mention);
  }
  return groups.length > 1 && groups.every(({ length }) => length > 1) ? groups : [];
}

const statementOf = (whole: Mention, parts: readonly Mention[]): Omit<List, 'complete' | 'others'> => ({
  kind: 'list',
  whole: whole.figure,
  parts: parts.map(({ figure }) => figure),
  quantities: [whole, ...parts].map(({ quantity }) => quantity),
  cells: [],
  start: Math.min(whole.figure.start, ...parts.map(({ figure }) => figure.start)),
  end: Math.max(whole.figure.end, ...parts.map(({ figure }) => figure.end)),
});

/** True if a list has all its parts: it has 其他 or ways to apply, all applicants, all rows, or it says so. */
function isComplete(whole: Mention, parts: readonly Mention[], start: Start): boolean {
  const has = (part: Mention, role: Token['role']) => [...part.left, ...part.right].some((one) => one.role === role);
  if (parts.some((part) => has(part, 'such'))) return false;
  if (start.whole || parts.some(isRest)) return true;
  if (parts.every((part) => has(part, 'channel'))) return true;
  return isEverybody(parts) || areAllRows(whole, parts) || areBothProcedures(whole, parts) || areAllOutcomes(parts);
}

/** Natural persons and organizations. */
const isEverybody = (parts: readonly Mention[]): boolean =>
  parts.length === 2 &&
  parts.some(({ quantity }) => quantity?.about === 'applicants' && quantity.applicant === 'organizations') &&
  parts.some(({ quantity }) => quantity?.about === 'applicants' && quantity.applicant === 'natural_person');

const ROWS: Readonly<Record<string, number>> = {
  not_disclosed: 8,
  unable_to_provide: 3,
  not_processed: 5,
  other_handling: 3,
};

/** All rows of a group of table 三. */
function areAllRows({ quantity }: Mention, parts: readonly Mention[]): boolean {
  const group = quantity?.about === 'outcomes' && quantity.rows.length === 1 ? (quantity.rows[0] as string) : undefined;
  const rows = parts.flatMap((part) => (part.quantity?.about === 'outcomes' ? part.quantity.rows : []));
  return group !== undefined && new Set(rows.filter((row) => row.startsWith(`${group}.`))).size === ROWS[group];
}

/** 行政诉讼3件，其中直接起诉1件，复议后起诉2件. */
function areBothProcedures({ quantity }: Mention, parts: readonly Mention[]): boolean {
  if (quantity?.about !== 'procedures' || quantity.result !== undefined) return false;
  const all = parts.flatMap((part) => (part.quantity?.about === 'procedures' ? [part.quantity] : []));
  if (all.length < parts.length) return false;
  if (all.every(({ result }) => result === undefined))
    return PROCEDURES.filter((one) => quantity.procedures.includes(one)).every((one) =>
      all.some(({ procedures }) => procedures.includes(one)),
    );
  return new Set(all.map(({ result }) => result)).size === 4;
}

const areAllOutcomes = (parts: readonly Mention[]): boolean =>
  new Set(parts.flatMap(({ quantity }) => (quantity?.about === 'outcomes' ? quantity.rows : []))).size >= 6;

const CAME: readonly Cells[] = [['applications.received.total', 'applications.carried_over.total']];

/** Totals behind their parts: 网上3件，信函5件，合计8件. */
function totalsIn(figures: readonly Mention[]): List[] {
  return figures.flatMap((whole, index) => {
    const isTotal =
      whole.left.at(-1)?.role === 'total' ||
      (whole.left.some(({ role }) => role === 'total') &&
        whole.left.every(({ role }) => ['total', 'plain', 'request', 'event', 'own', 'time'].includes(role)));
    if (index < 2 || whole.figure.about || !isTotal) return [];
    const parts = figures
      .slice(0, index)
      .filter((one) => hasUnit(one, whole.figure.unit, whole.figure.kind) && !one.figure.about);
    if (parts.length < 2) return [];
    const lists = parts.slice(0, -1).map((_, from) => parts.slice(from).map(({ figure }) => figure));
    const came = allThatCame(whole, parts);
    const isChannels = parts.every(({ left }) => left.some(({ role }) => role === 'channel'));
    const judged = came.length > 0 ? came : parts;
    return [
      {
        ...statementOf(whole, judged),
        others: lists,
        complete: came.length > 0 || isEverybody(parts) || isChannels,
        cells: came.length > 0 ? CAME : [],
      },
    ];
  });
}

/** The applications received and carried over, if one of them is the last part before the total of both; else empty. */
function allThatCame(whole: Mention, parts: readonly Mention[]): Mention[] {
  const came = parts.findLast((one) => isEvent(one, 'new', 'received'));
  const over = parts.findLast((one) => isEvent(one, 'carried_over'));
  // 共47件办结 is not the total; and 收到49件 can include those carried over.
  const isOfBoth = whole.quantity === undefined || cameOrWent(whole.quantity);
  const isAlready = came !== undefined && isEvent(came, 'received') && came.figure.value === whole.figure.value;
  if (!came || !over || !isOfBoth || isEvent(whole, 'finished', 'answered') || isAlready) return [];
  return [came, over].includes(parts.at(-1) as Mention) ? parts.filter((one) => one === came || one === over) : [];
}
