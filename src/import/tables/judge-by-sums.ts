import type { Equation } from '../../form/equations.ts';
import type { ImportedCell } from '../reading.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { readCell } from './read-cells.ts';
import { balance, stateOf, type TableCells } from './sums.ts';

const NONE: ReadonlySet<string> = new Set();
/** So many sums with numbers other than 0 have to hold before they tell the order of columns. */
const FEWEST_SUMS = 3;
/** A single sum that does not hold is a wrong number. */
const FEWEST_BROKEN = 2;

/**
 * Takes back doubts that the sums settle: a text that could be several numbers, if a sum holds with this one; the
 * columns of numbers that stand below no header or beside theirs, if all sums of the table hold. Sums say nothing about
 * which of two rows or of two labels was meant, so such doubts stay.
 */
export function confirmed(draft: DraftTable, cells: TableCells, equations: readonly Equation[]): TableCells {
  const inOrder = columnsHold(cells, equations);
  const settled = [...draft.cells.values()].flatMap((own): [string, ImportedCell][] => {
    const cell = cells.get(own.path);
    if (cell?.confidence !== 'doubtful') return [];
    if (cell.reason === 'ambiguous')
      return isNumberOfSums(own, cells, equations)
        ? [[own.path, { ...cell, confidence: 'sure', reason: cell.note === undefined ? 'rewritten' : 'note' }]]
        : [];
    if (!inOrder || !own.ordered || (cell.reason !== 'shifted' && cell.reason !== 'label-guessed')) return [];
    return [[own.path, readCell({ ...own, clear: true })]];
  });
  return new Map([...cells, ...settled]);
}

/**
 * Where most sums of a table do not hold, its grid was more likely read wrongly than filled in wrongly: no cell is sure. One
 * wrong number breaks fewer sums than it leaves.
 */
export function doubted(cells: TableCells, equations: readonly Equation[]): TableCells {
  const { hold, broken } = balance(cells, equations);
  if (broken < FEWEST_BROKEN || broken <= hold) return cells;
  const doubt = (cell: ImportedCell): ImportedCell =>
    cell.confidence === 'sure' ? { ...cell, confidence: 'doubtful', reason: 'unbalanced' } : cell;
  return new Map([...cells].map(([path, cell]) => [path, doubt(cell)]));
}

/** A sum holds with the number of the cell: by chance this hardly happens, and another sum can have a fault of its own. */
function isNumberOfSums(
  { path, shared, clear }: DraftCell,
  cells: TableCells,
  equations: readonly Equation[],
): boolean {
  const cell = cells.get(path);
  if (shared || !clear || Number(cell?.value) === 0) return false;
  // 2（3）: a sum with the 2 may be as old as the 2.
  if (/^\p{Nd}/u.test(cell?.note ?? '')) return false;
  const own = equations.filter(({ left, right }) => left.includes(path) || right.includes(path));
  return own.some((equation) => stateOf(cells, equation, NONE) === 'holds');
}

/** All cells have a printed number, and all sums hold. */
function columnsHold(cells: TableCells, equations: readonly Equation[]): boolean {
  const states = equations.map((equation) => stateOf(cells, equation, NONE));
  const paths = equations.flatMap(({ left, right }) => [...left, ...right]);
  const printed = paths.every((path) => {
    const cell = cells.get(path);
    return cell?.value !== undefined && cell.reason !== 'proved-zero';
  });
  return printed && !states.includes('broken') && states.filter((state) => state === 'holds').length >= FEWEST_SUMS;
}
