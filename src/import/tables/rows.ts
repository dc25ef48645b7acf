import { align, type Pair } from './align.ts';
import { plainLabel } from './labels.ts';
import { type Fit, fitter, type Target } from './target.ts';
import type { View, ViewCell } from './view.ts';

/** A row of a view. */
export interface GridLine {
  readonly view: View;
  readonly row: number;
}

/** A row of the form where it was found. */
export interface FoundRow {
  readonly target: Target;
  /** The lines with its values: several if its label is cut in two or covers several lines. */
  readonly lines: readonly GridLine[];
  /** The cells with its label. */
  readonly labels: readonly ViewCell[];
  /** How much its label is like the official one, 0 to 1. */
  readonly likeness: number;
  /** False if another label of the table is nearly as much like it, or if it was found only by its place. */
  readonly clear: boolean;
}

type Compare = (text: string) => Fit;

type Place = Pick<Pair, 'item' | 'target'>;

interface Item {
  readonly lines: readonly GridLine[];
  readonly labels: readonly { readonly cells: readonly ViewCell[]; readonly fit: Fit }[];
  readonly numbers: boolean;
}

/** Labels that are less alike are different labels. */
const LEAST = 0.6;
/** The best label is clearly better than the second if it is better by this. */
const MARGIN = 0.2;
const OWN_GROUP = 0.15;
const OTHER_GROUP = -0.3;

/** Finds the rows of a table in the lines of a document, in the order of the form. */
export function findRows(views: readonly View[], targets: readonly Target[]): FoundRow[] {
  const compare = fitter(targets);
  const lines = views.flatMap((view) => Array.from({ length: view.rows }, (_, row): GridLine => ({ view, row })));
  const items = lines.flatMap((line, index): Item[] => {
    const single = itemOf(line, compare);
    const pair = tornItem(line, lines[index + 1], compare, single);
    return pair ? [single, pair] : [single];
  });
  const pairs = align(
    items.length,
    targets.length,
    (item, target) => scoreOf(items[item] as Item, target),
    (item) => items[item]?.lines[0]?.view,
  );
  const places = [...pairs, ...outOfOrder(items, pairs, targets)];
  const again = repeated(items, places);
  return places.map((place) => {
    const row = foundRow(items[place.item] as Item, place.target, targets);
    return again.has(place) ? { ...row, clear: false } : row;
  });
}

/** The rows whose label stands beside other numbers as well: nothing tells which are meant. */
function repeated(items: readonly Item[], places: readonly Place[]): ReadonlySet<Place> {
  const taken = new Set(places.flatMap(({ item }) => items[item]?.lines ?? []).map(({ view, row }) => view.row(row)));
  const free = items.filter(
    ({ lines, numbers }) => numbers && lines.length === 1 && lines.every(({ view, row }) => !taken.has(view.row(row))),
  );
  return new Set(
    places.filter(({ item, target }) => {
      const own = items[item] as Item;
      const mine = numbersBehind(own, target);
      const isOther = (one: Item): boolean => {
        const other = one.lines[0]?.view === own.lines[0]?.view ? numbersBehind(one, target) : '';
        return other !== '' && other !== mine;
      };
      return mine !== '' && free.some(isOther);
    }),
  );
}

/** The numbers behind the exact label of a row; empty if there are none. */
function numbersBehind({ lines, labels }: Item, target: number): string {
  const label = labels.find(({ fit }) => fit.own[target] === 1)?.cells[0];
  const cells = label ? lines.flatMap(({ view, row }) => view.row(row).filter(({ left }) => left > label.right)) : [];
  return cells.flatMap((cell) => (/^\p{Nd}/u.test(cell.label) ? [cell.label] : [])).join(' ');
}

/** The rows that stand out of order: their exact label is found in one line of numbers only, beside its group. */
function outOfOrder(items: readonly Item[], pairs: readonly Place[], targets: readonly Target[]): Place[] {
  const taken = new Set(pairs.map(({ item }) => item));
  const found = new Set(pairs.map(({ target }) => target));
  const views = new Set(pairs.map(({ item }) => items[item]?.lines[0]?.view));
  return targets.flatMap((_, target) => {
    if (found.has(target)) return [];
    const fitting = items.flatMap((item, index) =>
      !taken.has(index) && item.numbers && views.has(item.lines[0]?.view) && scoreOf(item, target) > 1 ? [index] : [],
    );
    return fitting.length === 1 ? [{ item: fitting[0] as number, target }] : [];
  });
}

function itemOf(line: GridLine, compare: Compare): Item {
  const cells = line.view.row(line.row).filter(({ label }) => label !== '');
  const labels = cells.map((cell) => ({ cells: [cell], fit: compare(cell.label) }));
  return { lines: [line], labels, numbers: cells.some(({ label }) => /^\p{Nd}/u.test(label)) };
}

/** A line and the next one, if only together they have the label of a row. */
function tornItem(line: GridLine, next: GridLine | undefined, compare: Compare, single: Item): Item | undefined {
  if (!next) return undefined;
  const labels = line.view.row(line.row).flatMap((above) => {
    const below = next.view.at(next.row, above.left);
    if (!below || below === above || !/\p{L}/u.test(above.label) || !/\p{L}/u.test(below.label)) return [];
    const whole = compare(plainLabel(above.cell.text + below.cell.text));
    const parts = [compare(above.label), compare(below.label)];
    const better = whole.own.some((own, target) => own >= 0.8 && parts.every((part) => own > (part.own[target] ?? 0)));
    return better ? [{ cells: [above, below], fit: whole }] : [];
  });
  return labels.length > 0 ? { lines: [line, next], labels, numbers: single.numbers } : undefined;
}

const ownLikeness = ({ labels }: Item, target: number): number =>
  Math.max(0, ...labels.map(({ fit }) => fit.own[target] as number));

function scoreOf(item: Item, target: number): number {
  const own = ownLikeness(item, target);
  if (own < LEAST) return 0;
  const named = item.labels.some(({ fit }) => fit.group[target]);
  const other = item.labels.some(({ fit }) => fit.anyGroup && !fit.group[target]);
  return Math.max(0.1, own + (other ? OTHER_GROUP : named ? OWN_GROUP : 0) + (item.numbers ? 0.02 : 0));
}

function foundRow(item: Item, index: number, targets: readonly Target[]): FoundRow {
  const likeness = ownLikeness(item, index);
  const label = item.labels.find(({ fit }) => fit.own[index] === likeness);
  const second = Math.max(0, ...targets.map((_, other) => (other === index ? 0 : (label?.fit.own[other] ?? 0))));
  const cells = label?.cells ?? [];
  return {
    target: targets[index] as Target,
    lines: item.lines.length > 1 ? item.lines : linesOf(item.lines[0] as GridLine, cells[0]),
    labels: cells,
    likeness,
    clear: likeness === 1 || (likeness >= LEAST && likeness - second >= MARGIN),
  };
}

/** The lines that a label covers, from the line where it was found on. */
function linesOf({ view, row }: GridLine, label: ViewCell | undefined): GridLine[] {
  const last = Math.max(row, label?.bottom ?? row);
  return Array.from({ length: Math.min(last - row + 1, 3) }, (_, index) => ({ view, row: row + index }));
}
