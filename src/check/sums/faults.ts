import { valued } from '../../claims/evaluate.ts';
import type { Equation } from '../../form/equations.ts';
import type { Cell } from '../../report/cell.ts';
import { computeTotals } from '../../report/totals.ts';
import { fillGaps } from './gaps.ts';
import { type CellMap, sidesOf } from './sides.ts';
import { cellsOf, type Witness } from './witness.ts';

/** A change of one cell that makes every broken equation with this cell hold and does not break another. */
export interface CellChange {
  readonly cell: Cell;
  /** The number that would make them hold. */
  readonly instead: number;
  /** The total of its row, if it is written and agrees with the wrong number: it changes as well. */
  readonly total?: CellChange;
}

/** A group of broken equations that all hold if one cell is changed. */
export interface SumFault {
  /** The possible changes, each of which is enough; usually there is one. */
  readonly changes: readonly CellChange[];
  /** The equations that would hold. Those in a total column, which only follow from others, come last. */
  readonly settles: readonly Equation[];
  /** The comparisons with last year's report and the prose that would hold as well. */
  readonly witnesses: readonly Witness[];
}

/** With more broken equations than this, it is not worth looking for a single wrong cell. */
const MOST_BROKEN = 40;

/**
 * Finds cells that are probably wrong. For every cell of the broken equations and failed witnesses, it tries the number that
 * would make them hold. A group of them is reported as a fault only if there is no rival: a change that fixes some of them and
 * at least as many.
 */
export function findFaults(
  {
    cells,
    equations,
    witnesses = [],
  }: { cells: CellMap; equations: readonly Equation[]; witnesses?: readonly Witness[] },
  broken: ReadonlySet<Equation>,
): SumFault[] {
  const numbers = { cells, equations };
  const failed = witnesses.filter(({ holds }) => holds(numbers) === false);
  if (broken.size + failed.length === 0 || broken.size > MOST_BROKEN) return [];
  const kept = witnesses.filter(({ holds }) => holds(numbers) === true);
  const sums: Sums = { cells, equations, broken, failed, kept, written: withoutComputed(cells) };
  const faults = new Map<string, SumFault & { changes: CellChange[] }>();
  for (const change of possibleChanges(sums)) {
    const settled = settledBy(sums, change);
    if (settled.settles.length + settled.witnesses.length === 0) continue;
    const key = [
      settled.settles.map((one) => equations.indexOf(one)).join(),
      settled.witnesses.map((one) => failed.indexOf(one)).join(),
    ].join(';');
    const fault = faults.get(key) ?? { changes: [], ...settled };
    fault.changes.push(change);
    faults.set(key, fault);
  }
  const all = [...faults.values()].map((fault) => ({ ...fault, changes: simplest(fault.changes) }));
  return all.filter((fault) => all.every((other) => other === fault || !rivals(fault, other)));
}

/** One wrong number is likelier than a wrong number and a total that agrees with it. */
function simplest(changes: readonly CellChange[]): readonly CellChange[] {
  const alone = changes.filter(({ total }) => total === undefined);
  return alone.length > 0 ? alone : changes;
}

interface Sums {
  readonly cells: CellMap;
  readonly equations: readonly Equation[];
  readonly broken: ReadonlySet<Equation>;
  readonly failed: readonly Witness[];
  readonly kept: readonly Witness[];
  /** The cells without the computed totals. */
  readonly written: CellMap;
}

type Settled = Pick<SumFault, 'settles' | 'witnesses'>;

/** Whether the other fault shares an equation or a witness with this one and fixes at least as many. */
function rivals(fault: Settled, other: Settled): boolean {
  const count = ({ settles, witnesses }: Settled) => settles.length + witnesses.length;
  const shares =
    other.settles.some((one) => fault.settles.includes(one)) ||
    other.witnesses.some((one) => fault.witnesses.includes(one));
  return shares && count(other) >= count(fault);
}

const operands = ({ left, right }: Equation): string[] => [...left, ...right];

const has = ({ left, right }: Equation, path: string): boolean => left.includes(path) || right.includes(path);

function possibleChanges(sums: Sums): CellChange[] {
  return writtenCells(sums).flatMap((cell) => {
    const total = totalWith(sums, cell);
    return numbersAsked(sums, cell, total).map((instead) => {
      const along = total && { cell: total, instead: (total.value ?? 0) + instead - (cell.value ?? 0) };
      return { cell, instead, ...(along && { total: along }) };
    });
  });
}

/**
 * The cells behind the broken equations and failed witnesses whose number is written in the file; a total that agrees with
 * its parts stands for them.
 */
function writtenCells({ cells, equations, broken, failed }: Sums): Cell[] {
  const isKnown = (equation: Equation) => operands(equation).every((path) => cells.get(path)?.value !== undefined);
  const parts = new Map(
    equations
      .filter((equation) => equation.identity.definesLeft && !broken.has(equation) && isKnown(equation))
      .map(({ left, right }) => [left[0] ?? '', right]),
  );
  const found = new Map<string, Cell>();
  const add = (path: string): void => {
    const cell = cells.get(path);
    if (!cell || found.has(path)) return;
    found.set(path, cell);
    for (const part of parts.get(path) ?? []) add(part);
  };
  for (const equation of broken) for (const path of operands(equation)) add(path);
  for (const witness of failed) for (const path of cellsOf(witness)) add(path);
  return [...found.values()].filter(({ state, value }) => state !== 'computed' && value !== undefined);
}

/**
 * The total of the cell's row, if it is written and agrees with the row: whoever mistyped the cell added it up. A row written
 * as 0 counts only if a witness has a number for it.
 */
function totalWith(sums: Sums, cell: Cell): Cell | undefined {
  const { cells, equations, broken } = sums;
  const row = equations.find(({ identity, right }) => identity.across === 'rows' && right.includes(cell.path));
  const total = row && !broken.has(row) ? cells.get(row.left[0] ?? '') : undefined;
  const isWitnessed = total?.state === 'zero' && changesOfWitnesses(sums, cell).length > 0;
  return total?.state === 'stated' || isWitnessed ? total : undefined;
}

/** The numbers that would make the broken equations with this cell hold; empty if the equations need different numbers. */
function numbersAsked(sums: Sums, cell: Cell, total: Cell | undefined): number[] {
  const { cells, equations, broken } = sums;
  const { path, value = 0 } = cell;
  const around = equations.filter((equation) => has(equation, path));
  const own = around.filter((equation) => broken.has(equation));
  // An equation that holds would break, unless it has a total that changes too.
  const holds = (equation: Equation) =>
    !broken.has(equation) &&
    equation.left[0] !== total?.path &&
    operands(equation).every((name) => isWritten(cells.get(name)));
  if (around.some(holds)) return [];
  const changes = new Set(own.flatMap((equation) => changeAsked(cells, equation, path)));
  if (changes.size > 1) return [];
  // The cell is only part of a total in a broken equation or a witness.
  const indirect = [...[...broken].flatMap((equation) => bothWays(cells, equation)), ...changesOfWitnesses(sums, cell)];
  const numbers = [...(own.length > 0 ? changes : new Set(indirect))].map((change) => value + change);
  return numbers.filter((number) => number >= 0 && number !== value);
}

/** What the failed witnesses would add to the cell, if it is in their sums, itself or in a total. */
function changesOfWitnesses({ cells, equations, failed }: Sums, { path }: Cell): number[] {
  const within = new Set([path]);
  for (const { identity, left, right } of equations) {
    if (identity.definesLeft && right.some((part) => within.has(part))) within.add(left[0] ?? '');
  }
  return failed.flatMap(({ expected }) =>
    expected.flatMap(({ terms, number }) => {
      const own = terms.find((term) => within.has(term.path));
      const { value } = valued({ cells, equations }, terms);
      if (!own || value === undefined) return [];
      return [own.minus ? value - number : number - value];
    }),
  );
}

const isWritten = (cell: Cell | undefined): boolean => cell?.state === 'stated' || cell?.state === 'zero';

function changeAsked(cells: CellMap, equation: Equation, path: string): number[] {
  const { left, right } = sidesOf(cells, equation);
  if (left.unknown.length + right.unknown.length > 0) return [];
  return [equation.left.includes(path) ? right.sum - left.sum : left.sum - right.sum];
}

function bothWays(cells: CellMap, equation: Equation): number[] {
  const { left, right } = sidesOf(cells, equation);
  const difference = left.sum - right.sum;
  return left.unknown.length + right.unknown.length > 0 ? [] : [difference, -difference];
}

/**
 * The broken equations that hold with the change, those in total columns last, and the witnesses; nothing if an equation
 * with this cell is still broken, or if an equation or a witness that held does not any more.
 */
function settledBy({ written, equations, broken, failed, kept }: Sums, change: CellChange): Settled {
  const changed = withChange(written, equations, change);
  const { broken: after } = fillGaps(changed, equations);
  const { path } = change.cell;
  const numbers = { cells: changed, equations };
  const worse =
    [...after].some((equation) => !broken.has(equation) || has(equation, path)) ||
    kept.some(({ holds }) => holds(numbers) === false);
  if (worse) return { settles: [], witnesses: [] };
  const settles = [...broken].filter((equation) => !after.has(equation));
  return {
    settles: settles.sort((a, b) => Number(a.derived) - Number(b.derived)),
    witnesses: failed.filter(({ holds }) => holds(numbers) === true),
  };
}

function withoutComputed(cells: CellMap): CellMap {
  const without = new Map(cells);
  for (const [path, one] of cells) {
    if (one.state !== 'computed') continue;
    const { value: _, ...rest } = one;
    without.set(path, { ...rest, state: 'unknown', reason: 'total', text: '' });
  }
  return without;
}

/** The written cells with the changed numbers, and the totals computed from them. */
function withChange(written: CellMap, equations: readonly Equation[], { cell, instead, total }: CellChange): CellMap {
  const after = new Map(written);
  after.set(cell.path, { ...cell, value: instead });
  if (total) after.set(total.cell.path, { ...total.cell, value: total.instead });
  computeTotals(after, equations);
  return after;
}
