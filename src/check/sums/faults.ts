import type { Equation } from '../../form/equations.ts';
import type { Cell } from '../../report/cell.ts';
import { computeTotals } from '../../report/totals.ts';
import { fillGaps } from './gaps.ts';
import { type Cells, sidesOf } from './sides.ts';

/** A change of one cell that makes every broken equation with this cell hold and does not break another. */
export interface CellChange {
  readonly cell: Cell;
  /** The number that would make them hold. */
  readonly instead: number;
}

/** A group of broken equations that all hold if one cell is changed. */
export interface SumFault {
  /** The possible changes, each of which is enough; usually there is one. */
  readonly changes: readonly CellChange[];
  /** The equations that would hold. Those in a total column, which only follow from others, come last. */
  readonly settles: readonly Equation[];
}

/** With more broken equations than this, it is not worth looking for a single wrong cell. */
const MOST_BROKEN = 40;

/**
 * Finds cells that are probably wrong. For every cell of the broken equations, it tries the number that would make them hold.
 * A group of equations is reported as a fault only if there is no rival: a change that fixes some of them and at least as many.
 */
export function findFaults(cells: Cells, equations: readonly Equation[], broken: ReadonlySet<Equation>): SumFault[] {
  if (broken.size === 0 || broken.size > MOST_BROKEN) return [];
  const sums: Sums = { cells, equations, broken };
  const faults = new Map<string, { changes: CellChange[]; settles: readonly Equation[] }>();
  for (const cell of writtenCells(sums)) {
    for (const instead of numbersAsked(sums, cell)) {
      const settles = settledBy(sums, { ...cell, value: instead });
      if (settles.length === 0) continue;
      const key = settles.map((equation) => equations.indexOf(equation)).join();
      const fault = faults.get(key) ?? { changes: [], settles };
      fault.changes.push({ cell, instead });
      faults.set(key, fault);
    }
  }
  const all = [...faults.values()];
  return all.filter((fault) => all.every((other) => other === fault || !rivals(fault, other)));
}

interface Sums {
  readonly cells: Cells;
  readonly equations: readonly Equation[];
  readonly broken: ReadonlySet<Equation>;
}

/** Whether the other fault shares an equation with this one and fixes at least as many. */
const rivals = (fault: SumFault, other: SumFault): boolean =>
  other.settles.length >= fault.settles.length && other.settles.some((equation) => fault.settles.includes(equation));

const operands = ({ left, right }: Equation): string[] => [...left, ...right];

/** The cells of the broken equations whose number is written in the file; a computed total is replaced by the cells it adds up. */
function writtenCells({ cells, equations, broken }: Sums): Cell[] {
  const parts = new Map(
    equations.filter(({ identity }) => identity.definesLeft).map(({ left, right }) => [left[0] ?? '', right]),
  );
  const found = new Map<string, Cell>();
  const add = (path: string): void => {
    const cell = cells.get(path);
    if (!cell || found.has(path)) return;
    found.set(path, cell);
    if (cell.state === 'computed') for (const part of parts.get(path) ?? []) add(part);
  };
  for (const equation of broken) for (const path of operands(equation)) add(path);
  return [...found.values()].filter(({ state, value }) => state !== 'computed' && value !== undefined);
}

/** The numbers that would make the broken equations with this cell hold; empty if the equations need different numbers. */
function numbersAsked({ cells, equations, broken }: Sums, { path, value = 0 }: Cell): number[] {
  const around = equations.filter((equation) => operands(equation).includes(path));
  const own = around.filter((equation) => broken.has(equation));
  // An equation that holds would break, unless it has a computed total, which changes too.
  const holds = (equation: Equation) =>
    !broken.has(equation) && operands(equation).every((name) => isWritten(cells.get(name)));
  if (around.some(holds)) return [];
  const changes = new Set(own.flatMap((equation) => changeAsked(cells, equation, path)));
  // The cell is only part of a computed total in a broken equation, so both directions are tried.
  const indirect = own.length > 0 ? [] : [...broken].flatMap((equation) => bothWays(cells, equation));
  const numbers = [...(own.length > 0 ? changes : new Set(indirect))].map((change) => value + change);
  return (changes.size > 1 ? [] : numbers).filter((number) => number >= 0);
}

const isWritten = (cell: Cell | undefined): boolean => cell?.state === 'stated' || cell?.state === 'zero';

function changeAsked(cells: Cells, equation: Equation, path: string): number[] {
  const { left, right } = sidesOf(cells, equation);
  if (left.unknown.length + right.unknown.length > 0) return [];
  return [equation.left.includes(path) ? right.sum - left.sum : left.sum - right.sum];
}

function bothWays(cells: Cells, equation: Equation): number[] {
  const { left, right } = sidesOf(cells, equation);
  const difference = left.sum - right.sum;
  return left.unknown.length + right.unknown.length > 0 ? [] : [difference, -difference];
}

/** The broken equations that hold with the changed cell, those in total columns last; empty if one with this cell is still broken or another one breaks. */
function settledBy({ cells, equations, broken }: Sums, changed: Cell): Equation[] {
  const { broken: after } = fillGaps(withCell(cells, equations, changed), equations);
  const worse = [...after].some((equation) => !broken.has(equation) || operands(equation).includes(changed.path));
  const settled = worse ? [] : [...broken].filter((equation) => !after.has(equation));
  return settled.sort((a, b) => Number(a.derived) - Number(b.derived));
}

/** The cells with one number changed and the computed totals computed again. */
function withCell(cells: Cells, equations: readonly Equation[], changed: Cell): Cells {
  const after = new Map(cells);
  for (const [path, cell] of cells) {
    if (cell.state !== 'computed') continue;
    const { value: _, ...rest } = cell;
    after.set(path, { ...rest, state: 'unknown', reason: 'total', text: '' });
  }
  after.set(changed.path, changed);
  computeTotals(after, equations);
  return after;
}
