import { exactSum } from '../evaluate.ts';
import { type Item, isNumber, type Mention } from '../mention.ts';
import type { List } from '../statement.ts';
import type { Kind, SentenceRead } from './kind.ts';
import { areDisjoint, dimensionOf, hasUnit, isComplete, isEvent, isRest, isTotal, statementOf } from './list-parts.ts';
import { type Start, startsIn } from './list-starts.ts';
import { totalsIn } from './totals.ts';

/** 收到12件，其中信函5件，网上7件; totals behind their parts: 信函5件，网上7件，合计12件; 应办12件，办结10件，其余2件. */
export const list: Kind = {
  kind: 'list',
  needs: ['figure'],
  read: listsIn,
  examples: [
    { text: '收到申请40件，其中网上申请30件，信函申请10件。', reads: '40件,其中网上申请30件,信函申请10件' },
    { text: '收到申请40件，其中网上申请30件、信函申请5件等。', silent: 'several' },
    { text: '收到申请40件，信函9件，网上31件。', reads: '40件,信函9件,网上31件' },
    { text: '网上收到申请30件，信函收到10件，合计收到40件。', reads: '30件,信函收到10件,合计收到40件' },
    {
      text: '自然人申请36件、法人或其他组织申请4件，两项合计40件。',
      reads: '36件、法人或其他组织申请4件,两项合计40件',
    },
    { text: '收到申请40件，主要为网上申请21件、信函申请12件。', silent: 'several' },
    { text: '应办申请43件，已办结41件，其余2件结转下年度。', reads: '43件,已办结41件,其余2件' },
  ],
};

/** `earlier` are the figures of the sentence before. */
function listsIn({ items, earlier }: SentenceRead): List[] {
  const figures = items.filter((item): item is Mention => item.is === 'mention' && isNumber(item));
  // A list has two parts.
  const starts = figures.length > 1 ? startsIn(items, figures) : [];
  const parts = new Set<unknown>();
  const found = starts.flatMap((start, index) => {
    const until = starts.slice(index + 1).find((next) => next.depth <= start.depth)?.at ?? Number.POSITIVE_INFINITY;
    const inside = figures.filter(({ figure }) => figure.start >= start.at && figure.start < until);
    const own = partsFrom(inside, start, items);
    const before = figures.filter(({ figure, depth }) => figure.end <= start.at && depth <= start.depth);
    const isAside = start.aside && before.some(({ figure }) => !parts.has(figure));
    const free = isAside ? before.filter(({ figure }) => !parts.has(figure)) : before;
    const isOfEarlier = before.length === 0 || (start.aside && free === before);
    const told = isOfEarlier && !start.close ? wholesBefore(earlier, own) : free;
    const wholes = start.aside ? told.filter((one) => isPossibleWhole(one, own)) : told;
    const forward = figures.find(
      (one) => isEvent(one, 'carried_forward') && one.figure.start > start.at && !own.includes(one),
    );
    const lists = listOf(wholes, own, start, forward);
    for (const one of lists) for (const figure of one.parts) parts.add(figure);
    // 按答复方式分，书面1307件、电子208件: parts of a number that is not told.
    if (start.aside && lists.length === 0 && own.length > 1) for (const { figure } of own) parts.add(figure);
    return lists;
  });
  const all = [...found, ...totalsIn(figures, parts, items), ...restsIn(figures, earlier, parts)];
  const isSame = (one: List, other: List) => one.whole === other.whole && one.parts[0] === other.parts[0];
  return all.filter((one, index) => !all.slice(0, index).some((other) => isSame(one, other)));
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

/** True if another list starts: 另有, 同比, 合计, or a semicolon behind the rest: 其他60条；微信推送95条. */
function endsBefore(mention: Mention, last: Mention, items: readonly Item[]): boolean {
  const ends = new Set(['beside', 'compared', 'parts']);
  if (isTotal(mention) || mention.left.some(({ role }) => ends.has(role))) return true;
  if (mention.opens === ';' && isRest(last)) return true;
  return items.some(
    (item) =>
      item.is === 'tail' &&
      item.start >= last.figure.end &&
      item.end <= mention.figure.start &&
      item.tokens.some(({ role }) => role === 'compared' || role === 'beside'),
  );
}

/** 行政复议11件，其中维持8件……；行政诉讼8件: the last figure is not a part of the first. */
const isNextProcedure = ({ quantity }: Mention, first: Mention | undefined): boolean =>
  quantity?.about === 'procedures' &&
  quantity.result === undefined &&
  first?.quantity !== undefined &&
  !(first.quantity.about === 'procedures' && first.quantity.result === undefined);

/** The parts up to one that is counted in another way: 其中网上9件，信函8件；办结17件, or 自然人17件. */
function ofOneKind(parts: readonly Mention[]): readonly Mention[] {
  const [first] = parts;
  const dimension = first && dimensionOf(first);
  const end = parts.findIndex((one) => {
    if (isRest(one)) return false;
    const own = dimensionOf(one);
    return own === undefined
      ? one.quantity?.about === 'requests' && first?.quantity?.about !== 'requests'
      : dimension !== undefined && own !== dimension;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/**
 * The numbers of the sentence before that a list can be the parts of, the likeliest last: one that is the sum of the list; for
 * outcomes, only a number of applications concluded or received.
 */
function wholesBefore(earlier: readonly Mention[], parts: readonly Mention[]): readonly Mention[] {
  const ofLists = new Set(listsIn({ items: earlier, mentions: earlier, earlier: [] }).flatMap((one) => one.parts));
  const free = earlier.filter((one) => !ofLists.has(one.figure));
  const isOutcomes = parts.some(({ quantity }) => quantity?.about === 'outcomes');
  const isPossible = (one: Mention) =>
    isEvent(one, 'new', 'received', 'handled', 'finished') || one.quantity === undefined;
  const largest = Math.max(...parts.map(({ figure }) => figure.value));
  const possible = free.filter((one) => one.figure.value >= largest && (!isOutcomes || isPossible(one)));
  const equal = possible.filter(({ figure }) => figure.value === sumOf(parts));
  return equal.length > 0 ? equal : possible;
}

/** 自然人1287件。从渠道看，网上1102件……: what is told apart in one way is no total of what is told apart in another. */
const isPossibleWhole = (whole: Mention, parts: readonly Mention[]): boolean => {
  const dimension = dimensionOf(whole);
  const isOfAnother = dimension !== undefined && parts.some((part) => dimensionOf(part) !== dimension);
  return !isOfAnother || whole.figure.value === sumOf(parts);
};

const sumOf = (parts: readonly Mention[]): number => exactSum(parts.map(({ figure }) => figure.value));

/** 行政复议26件，其中…8件；行政诉讼14件: suits are no part of reconsiderations. */
const isOfOtherCases = ({ quantity }: Mention, whole: Mention | undefined): boolean => {
  const all = whole?.quantity;
  if (quantity?.about !== 'procedures' || all?.about !== 'procedures') return false;
  return !quantity.procedures.every((one) => all.procedures.includes(one));
};

function listOf(
  wholes: readonly Mention[],
  found: readonly Mention[],
  start: Start,
  forward: Mention | undefined,
): List[] {
  const next = found.findIndex((part) => isOfOtherCases(part, wholes.at(-1)));
  const parts = next < 0 ? found : found.slice(0, next);
  const same = wholes.filter(({ figure }) => parts.some((part) => hasUnit(part, figure.unit, figure.kind)));
  const nearest = same.at(-1) ?? wholes.at(-1);
  if (!nearest || nearest.figure.about || parts.some(({ figure }) => figure.about)) return [];
  if (start.close && wholes.at(-1) !== nearest) return [];
  const isOwn = (part: Mention) => hasUnit(part, nearest.figure.unit, nearest.figure.kind);
  const own = parts.filter(isOwn);
  const counts = parts.filter(({ figure }) => figure.kind === 'count');
  const isCount = nearest.figure.kind === 'count';
  // 办理43件，其中予以公开20件……，另有2件结转下年
  const withForward = forward && own.length > 0 && !isEvent(nearest, 'finished', 'answered') ? [[...own, forward]] : [];
  const sets = [own, ...(isCount ? [counts] : [])]
    .flatMap((one) => [one, ...groupsOf(one), ...startsOf(one)])
    .concat(withForward);
  const possible = sets.filter(({ length }) => length > 1);
  if (possible.length === 0) return [];
  // Any number before can be the whole if the list adds up to it.
  const sums = new Set(possible.map(sumOf));
  const fits = (one: Mention) => sums.has(one.figure.value);
  const whole = start.close ? nearest : ([...same].reverse().find(fits) ?? nearest);
  const isEven = parts.every(isOwn) || areMixed(parts, own) || (isCount && counts.length === parts.length);
  const kind = ofOneKind(own);
  const isWhole = kind.length > 1 && isComplete(whole, kind, start.whole);
  const fitting = possible.find((set) => sumOf(set) === whole.figure.value);
  const judged = fitting ?? (isWhole ? kind : nearestOf([own, ...(isCount ? [counts] : [])], whole));
  if (judged.length < 2) return [];
  const isOver = sumOf(judged) > whole.figure.value && areDisjoint(whole, judged);
  // 1529件新申请和49件结转申请，其中63件……，其余1515件: no mistake makes a part that much more than its whole.
  const isLess = judged.some(({ figure }) => figure.value > whole.figure.value * 2);
  if (isLess && !isOver) return [];
  return [
    {
      ...statementOf(whole, judged),
      others: possible.map((set) => set.map(({ figure }) => figure)),
      complete: isEven && (isWhole || isComplete(whole, judged, start.whole) || isOver),
    },
  ];
}

const nearestOf = (sets: readonly (readonly Mention[])[], { figure }: Mention): readonly Mention[] =>
  sets.reduce((best, one) => (Math.abs(sumOf(one) - figure.value) < Math.abs(sumOf(best) - figure.value) ? one : best));

/** 1件，收取420元；2件，收取290元: two lists mixed together. */
const areMixed = (parts: readonly Mention[], own: readonly Mention[]): boolean =>
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

/** The list may end before a semicolon, the rest, or parts told apart in another way. */
const startsOf = (parts: readonly Mention[]): Mention[][] =>
  parts.flatMap((one, index) => {
    const mayEnd = one.opens === ';' || isRest(one) || dimensionOf(one) !== dimensionOf(parts[0] as Mention);
    return mayEnd ? [parts.slice(0, index)] : [];
  });

/** 应办43件，已办结41件，其余2件: the rest is what the figures between leave of a whole. */
function restsIn(figures: readonly Mention[], earlier: readonly Mention[], parts: ReadonlySet<unknown>): List[] {
  return figures.flatMap((rest, index) => {
    if (!isLeft(rest) || parts.has(rest.figure) || rest.figure.about) return [];
    const same = [...earlier, ...figures.slice(0, index)].filter(
      (one) => hasUnit(one, rest.figure.unit, rest.figure.kind) && one.depth === rest.depth && !one.figure.about,
    );
    const lists = same.flatMap((whole, at) =>
      at === same.length - 1 ? [] : [{ whole, parts: [...same.slice(at + 1), rest] }],
    );
    const fitting = lists.find((one) => sumOf(one.parts) === one.whole.figure.value);
    // 新收46件，上年结转3件，办结47件，其余2件: the whole is a sum that is not told.
    const isOfSum = same.some(
      (one, at) => at > 1 && sumOf(same.slice(0, at)) === sumOf([...same.slice(at), rest]) && one !== rest,
    );
    const told = lists.findLast(
      (one) =>
        !isOneMore(one.whole, one.parts) &&
        !earlier.includes(one.whole) &&
        one.parts.every(({ figure }) => figure.value <= one.whole.figure.value),
    );
    const chosen = fitting ?? (isOfSum ? undefined : told);
    if (!chosen) return [];
    return [{ ...statementOf(chosen.whole, chosen.parts), others: [], complete: isRestOf(chosen.whole, chosen.parts) }];
  });
}

/** 自然人36件，企业3件，其他1件: the first is not the whole of the others. */
const isOneMore = (whole: Mention, [part]: readonly Mention[]): boolean =>
  part !== undefined && dimensionOf(whole) !== undefined && dimensionOf(whole) === dimensionOf(part);

/** 其余, 剩余, 另外12件为其他结果, not 其他. */
const isLeft = ({ left, right }: Mention): boolean =>
  left.some(({ role, value }) => role === 'rest' && value === 'left') ||
  (left.some(({ role }) => role === 'beside') &&
    right.some(({ role, value }) => role === 'rest' || (role === 'result' && value === 'other_result')));

/** 收到46件，办结47件，其余2件: applications carried over are not told. */
const isRestOf = (whole: Mention, parts: readonly Mention[]): boolean =>
  !(isEvent(whole, 'new', 'received') && parts.some((one) => isEvent(one, 'finished', 'carried_forward', 'carried'))) &&
  !parts.some((one) => isEvent(one, 'new', 'received', 'carried_over') || (one !== parts.at(-1) && isRest(one)));
