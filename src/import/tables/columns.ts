import { align } from './align.ts';
import { type Fit, fitter, type Target } from './target.ts';
import type { View, ViewCell } from './view.ts';

/** A column of the form where it was found. */
export interface FoundColumn {
  readonly target: Target;
  readonly view: View;
  /** The columns of the view that its header covers. */
  readonly left: number;
  readonly right: number;
  readonly labels: readonly ViewCell[];
  /** Its label is printed in several cells. */
  readonly repeated: boolean;
  readonly likeness: number;
  readonly clear: boolean;
}

/** The rows of a view that are a header, both included. */
export interface Header {
  readonly view: View;
  readonly top: number;
  readonly bottom: number;
}

/** Columns of a view under the same lowest cell of the header. */
interface Unit {
  readonly view: View;
  readonly left: number;
  readonly right: number;
  /** The lowest row of the header. */
  readonly bottom: number;
  /** From top to bottom. */
  readonly stack: readonly ViewCell[];
  readonly fits: readonly Fit[];
  readonly parents: readonly Fit[];
}

const LEAST = 0.6;
const MARGIN = 0.2;

/** Finds columns by the labels in their header, in the order of the form; a label that stands out of order, by itself. */
export function findColumns(headers: readonly Header[], targets: readonly Target[]): FoundColumn[] {
  const compare = fitter(targets);
  const units = headers.flatMap((header) => unitsOf(header, compare));
  const pairs = align(
    units.length,
    targets.length,
    (unit, target) => scoreOf(units[unit] as Unit, target, targets),
    (unit) => units[unit]?.view,
  );
  const items = new Set(pairs.map(({ item }) => item));
  const found = new Set(pairs.map(({ target }) => target));
  const astray = targets.flatMap((_, target) => {
    const exact = units.flatMap((unit, item) => (!items.has(item) && likenessOf(unit, target) === 1 ? [item] : []));
    return !found.has(target) && exact.length === 1 ? [{ item: exact[0] as number, target }] : [];
  });
  return [...pairs, ...astray].map(({ item, target }) => foundColumn(units[item] as Unit, target, targets));
}

function unitsOf({ view, top, bottom }: Header, compare: (text: string) => Fit): Unit[] {
  const units: Unit[] = [];
  for (let column = 0; column < view.columns; column++) {
    const stack = stackAt({ view, top, bottom }, column);
    const last = units.at(-1);
    if (last && sameHeader(last.stack.at(-1), stack.at(-1)) && last.right === column - 1) {
      units[units.length - 1] = { ...last, right: column };
    } else if (stack.length > 0) {
      const texts = stack.map((_, index) =>
        stack
          .slice(index)
          .map(({ label }) => label)
          .join(''),
      );
      const own = stack.at(-1)?.label ?? '';
      units.push({
        view,
        left: column,
        right: column,
        bottom,
        stack,
        fits: [...new Set([own, ...texts])].map(compare),
        parents: stack.slice(0, -1).map(({ label }) => compare(label)),
      });
    }
  }
  return units;
}

/** A header over several columns is one cell, or where nothing is merged several with the same text. */
const sameHeader = (one: ViewCell | undefined, other: ViewCell | undefined): boolean =>
  one !== undefined && (one === other || one.label === other?.label);

/** At most this many cells above each other are one header. */
const MOST_LEVELS = 5;

function stackAt({ view, top, bottom }: Header, column: number): ViewCell[] {
  const cells = Array.from({ length: bottom - top + 1 }, (_, index) => view.at(top + index, column));
  return [...new Set(cells.filter((cell) => cell !== undefined && cell.label !== ''))].slice(
    -MOST_LEVELS,
  ) as ViewCell[];
}

const likenessOf = ({ fits }: Unit, target: number): number =>
  Math.max(0, ...fits.map(({ own }) => own[target] as number));

/** Behind the labels of its groups a label is still alike. */
const CHAIN = 0.9;

/** One column for two of the form, such as 科研机构、社会公益组织. */
function isSeveral({ stack }: Unit, targets: readonly Target[]): boolean {
  const label = stack.at(-1)?.label ?? '';
  return (
    new Set(targets.flatMap(({ names: [name = ''] }) => (name !== '' && label.includes(name) ? [name] : []))).size > 1
  );
}

function scoreOf(unit: Unit, target: number, targets: readonly Target[]): number {
  const own = likenessOf(unit, target);
  if (own < LEAST || (own < CHAIN && isSeveral(unit, targets))) return 0;
  const named = unit.parents.some(({ group }) => group[target]);
  const other = unit.parents.some(({ group, anyGroup }) => anyGroup && !group[target]);
  return Math.max(0.1, own + (other ? -0.3 : named ? 0.15 : 0));
}

function foundColumn(unit: Unit, index: number, targets: readonly Target[]): FoundColumn {
  const { view, left, stack } = unit;
  const right = unit.right + blankAfter(unit);
  const likeness = likenessOf(unit, index);
  const others = targets.flatMap(({ names }, other) => (names[0] === targets[index]?.names[0] ? [] : [other]));
  const second = Math.max(0, ...others.flatMap((other) => unit.fits.map(({ own }) => own[other] as number)));
  const clear = likeness === 1 || likeness - second >= MARGIN;
  const repeated = (stack.at(-1)?.right ?? right) < right;
  return { target: targets[index] as Target, view, left, right, labels: stack, repeated, likeness, clear };
}

/**
 * How many columns to the right have a blank header: where nothing is merged, they belong to this one. Not those below a
 * label of their own beside the group of this one, such as a comparison with last year.
 */
function blankAfter({ view, right, stack, bottom }: Unit): number {
  const top = stack.at(-1)?.top ?? bottom;
  const group = stack.at(-2)?.top ?? top;
  const blank = (column: number): boolean =>
    Array.from({ length: bottom - group + 1 }, (_, index) => view.at(group + index, column)).every(
      (cell) => cell?.blank || (cell && cell.bottom < top && cell.left < column),
    );
  let count = 0;
  while (right + count + 1 < view.columns && blank(right + count + 1)) count++;
  return count;
}
