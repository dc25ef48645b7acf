import type { Equation } from '../../form/equations.ts';
import type { Cell } from '../../report/cell.ts';
import type { Report } from '../../report/report.ts';
import { type Bounds, boundsOf, type CellMap, canNotHold, type Known, type Side, sidesOf } from './sides.ts';

/** The result of solving the equations for the unknown cells. */
export interface Gaps {
  readonly known: Known;
  /** The equations that cannot hold with any numbers in the unknown cells, given that the others hold. */
  readonly broken: ReadonlySet<Equation>;
}

const solved = new WeakMap<Report, Gaps>();

/** Solves the equations of a report for its unknown cells. The result is cached for each report. */
export function gapsOf(report: Report): Gaps {
  const gaps = solved.get(report) ?? fillGaps(report.cells, report.equations);
  solved.set(report, gaps);
  return gaps;
}

/** Bounds get tighter with every round. The equations of a form need only a few rounds; anything else is stopped here. */
const MOST_ROUNDS = 50;

/**
 * Finds the possible values of the unknown cells. An equation that can't hold by itself is not used;
 * every other equation narrows its unknown cells, which narrows the other equations with these cells.
 */
export function fillGaps(cells: CellMap, equations: readonly Equation[]): Gaps {
  const broken = new Set<Equation>();
  const open: Equation[] = [];
  for (const equation of equations) {
    const sides = sidesOf(cells, equation);
    if (canNotHold(sides)) broken.add(equation);
    else if (sides.left.unknown.length + sides.right.unknown.length > 0) open.push(equation);
  }
  for (;;) {
    const sound = open.filter((equation) => !broken.has(equation));
    const { known, contradiction } = narrow(cells, sound);
    if (!contradiction) return { known, broken };
    broken.add(contradiction);
  }
}

/** `open` are equations with unknown cells. */
function narrow(cells: CellMap, open: readonly Equation[]): { known: Known; contradiction?: Equation } {
  const known = new Map<string, Bounds>();
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const equation of open) {
      const sides = sidesOf(cells, equation, known);
      if (canNotHold(sides)) return { known, contradiction: equation };
      changed = narrowSide(sides.left, sides.right, known) || changed;
      changed = narrowSide(sides.right, sides.left, known) || changed;
    }
  }
  return { known };
}

/** Narrows each unknown cell of a side to what the other side allows. Returns whether any bounds became tighter. */
function narrowSide(own: Side, other: Side, known: Map<string, Bounds>): boolean {
  const tighter = own.unknown.map((cell) => tighten(cell, own, other, known));
  return tighter.some(Boolean);
}

function tighten(cell: Cell, own: Side, other: Side, known: Map<string, Bounds>): boolean {
  const old = boundsOf(cell, known);
  // Least and most for the other cells of this side. With an infinite bound, a difference is NaN, so the others are added up.
  const restLeast = own.least - old.least;
  const restMost = Number.isFinite(own.most) ? own.most - old.most : othersMost(cell, own, known);
  const least = Math.max(old.least, other.least - restMost);
  const most = Math.min(old.most, other.most - restLeast);
  if (least === old.least && most === old.most) return false;
  known.set(cell.path, { least, most });
  return true;
}

const othersMost = (cell: Cell, { cells }: Side, known: Known): number =>
  cells.filter((other) => other !== cell).reduce((total, other) => total + boundsOf(other, known).most, 0);

/** The number of an unknown cell, if the equations allow only one. */
export function onlyValue({ known }: Gaps, path: string): number | undefined {
  const bounds = known.get(path);
  return bounds && bounds.least === bounds.most ? bounds.least : undefined;
}
