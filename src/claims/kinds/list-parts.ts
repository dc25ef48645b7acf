import type { Token } from '../lex/token.ts';
import type { Mention } from '../mention.ts';
import { PROCEDURES } from '../quantity.ts';
import type { List } from '../statement.ts';

const hasRole = ({ left, right }: Mention, ...roles: readonly Token['role'][]): boolean =>
  [...left, ...right].some(({ role }) => roles.includes(role));

/** 其余, 其他 */
export const isRest = ({ left }: Mention): boolean => left.some(({ role }) => role === 'rest');

export const isEvent = ({ quantity }: Mention, ...events: readonly string[]): boolean =>
  quantity?.about === 'requests' && events.includes(quantity.event);

/** 合计8件, 共收到申请8件: the total of what was told before. */
export const isTotal = ({ left }: Mention): boolean =>
  left.some(({ role }) => role === 'total') && left.every(({ role }) => BESIDE_TOTAL.has(role));
const BESIDE_TOTAL = new Set<Token['role']>(['total', 'plain', 'request', 'event', 'own', 'time']);

/** By what parts are told apart; parts of two kinds are not of one list. undefined if the words do not say. */
export function dimensionOf(mention: Mention): string | undefined {
  const { quantity, left } = mention;
  if (quantity?.about === 'applicants') return 'applicant';
  if (quantity?.about === 'outcomes' || isDisclosed(mention)) return 'outcome';
  if (quantity?.about === 'procedures' && quantity.result) return `result ${quantity.procedures.join()}`;
  if (hasRole(mention, 'channel')) return 'channel';
  if (left.some(({ role }) => role === 'part' || role === 'office')) return 'area';
  return left.some(({ role, value }) => role === 'time' && value === 'part') ? 'time' : undefined;
}

/** 公开11件，部分公开4件 */
const isDisclosed = ({ left, quantity }: Mention): boolean =>
  quantity === undefined && left.at(-1)?.value === 'disclosed';

/** True if a list has all its parts: it has 其他 or ways to apply, all applicants, all rows, or it says so. */
export function isComplete(whole: Mention, parts: readonly Mention[], isTold: boolean): boolean {
  if (parts.some((part) => hasRole(part, 'such') && !isRest(part))) return false;
  if (isTold || parts.some(isRest)) return true;
  // 网上12件，其中网站8件: some of the ways are a part of one of them.
  const isWithin = dimensionOf(whole) !== undefined && dimensionOf(whole) === dimensionOf(parts[0] as Mention);
  if (parts.every((part) => hasRole(part, 'channel'))) return !isWithin;
  if (parts.length === 4 && parts.every((part) => dimensionOf(part) === 'time')) return true;
  return isEverybody(parts) || areAllRows(whole, parts) || areBothProcedures(whole, parts) || areAllOutcomes(parts);
}

/** Natural persons and organizations. */
export const isEverybody = (parts: readonly Mention[]): boolean =>
  parts.length === 2 &&
  parts.some(({ quantity }) => quantity?.about === 'applicants' && quantity.applicant === 'organizations') &&
  parts.some(({ quantity }) => quantity?.about === 'applicants' && quantity.applicant === 'natural_person');

const ROWS: Readonly<Record<string, number>> = {
  not_disclosed: 8,
  unable_to_provide: 3,
  not_processed: 5,
  other_handling: 3,
};

const groupOf = ({ quantity }: Mention): string | undefined =>
  quantity?.about === 'outcomes' && quantity.rows.length === 1 ? (quantity.rows[0] as string) : undefined;
const rowsOf = ({ quantity }: Mention): readonly string[] => (quantity?.about === 'outcomes' ? quantity.rows : []);

/** All rows of a group of table 三. */
function areAllRows(whole: Mention, parts: readonly Mention[]): boolean {
  const group = groupOf(whole);
  const rows = parts.flatMap(rowsOf);
  return group !== undefined && new Set(rows.filter((row) => row.startsWith(`${group}.`))).size === ROWS[group];
}

/** 行政诉讼3件，其中直接起诉1件，复议后起诉2件; or all four results. */
function areBothProcedures({ quantity }: Mention, parts: readonly Mention[]): boolean {
  if (quantity?.about !== 'procedures' || quantity.result !== undefined) return false;
  const all = parts.flatMap((part) => (part.quantity?.about === 'procedures' ? [part.quantity] : []));
  if (all.length < parts.length) return false;
  if (all.every(({ result }) => result === undefined))
    return PROCEDURES.filter((one) => quantity.procedures.includes(one)).every((one) =>
      all.some(({ procedures }) => procedures.includes(one)),
    );
  const results = new Set(all.map(({ result }) => result));
  const isBoth = results.size === 2 && results.has('finished') && results.has('pending');
  return isBoth || (results.size === 4 && !results.has('finished'));
}

const areAllOutcomes = (parts: readonly Mention[]): boolean => new Set(parts.flatMap(rowsOf)).size >= 6;

/** True if no application can be in two of the parts: rows of the group, or results of the procedure, each named once. */
export function areDisjoint(whole: Mention, parts: readonly Mention[]): boolean {
  const group = groupOf(whole);
  const rows = parts.flatMap(rowsOf);
  if (group !== undefined && rows.length === parts.length && new Set(rows).size === rows.length)
    return rows.every((row) => row.startsWith(`${group}.`));
  const { quantity } = whole;
  if (quantity?.about !== 'procedures' || quantity.result) return false;
  const results = parts.flatMap((one) => (one.quantity?.about === 'procedures' ? (one.quantity.result ?? []) : []));
  const isSame = parts.every(
    (one) => one.quantity?.about === 'procedures' && one.quantity.procedures.join() === quantity.procedures.join(),
  );
  return (
    isSame &&
    results.length === parts.length &&
    new Set(results).size === results.length &&
    !results.includes('finished')
  );
}

/** A number without a unit has that of its list. */
export const hasUnit = ({ figure }: Mention, unit: string, kind: string): boolean =>
  figure.unit === unit || (figure.kind === 'bare' && kind === 'count');

export const statementOf = (whole: Mention, parts: readonly Mention[]): Omit<List, 'complete' | 'others'> => ({
  kind: 'list',
  whole: whole.figure,
  parts: parts.map(({ figure }) => figure),
  quantities: [whole, ...parts].map(({ quantity }) => quantity),
  cells: [],
  start: Math.min(whole.figure.start, ...parts.map(({ figure }) => figure.start)),
  end: Math.max(whole.figure.end, ...parts.map(({ figure }) => figure.end)),
});
