import type { Equation } from '../../form/equations.ts';
import { type PlacedRow, tableRows } from '../../form/walk.ts';
import type { DraftTable } from './draft.ts';
import { sideOf, type TableCells } from './sums.ts';

const NONE: ReadonlySet<string> = new Set();
/** Fewer columns do not show that a cell was lost between them. */
const FEWEST_COLUMNS = 3;

/**
 * A row whose last cell alone is blank, while other rows have a number there: perhaps a cell was lost before it, and
 * those behind moved to the left. Its numbers are sure only if the sums of all their columns are right. The same for a row
 * with a cell too many.
 */
export function withLostCells(
  { table, cells: drafts }: DraftTable,
  cells: TableCells,
  equations: readonly Equation[],
): TableCells {
  const rows = tableRows(table).filter(({ columns }) => columns.length >= FEWEST_COLUMNS);
  // Two numbers below the last header: a cell too many stands before them.
  const crowded = rows.filter((row) => drafts.get(pathsOf(row).at(-1) ?? '')?.several);
  const long = crowded.length * 2 < rows.length ? crowded : [];
  const custom = leavesBlank(cells, rows.filter((row) => isShort(row, cells)).length);
  const short = rows.filter(
    (row) => !custom && isShort(row, cells) && hasLonger(row, rows, cells) && !inSums(row, cells, equations),
  );
  // Rows beside each other are one line: what was lost in one moves all behind it.
  const moved = table.layout === 'side-by-side' && short.length > 0 ? rows : [...short, ...long];
  const paths = new Set(moved.flatMap(pathsOf));
  return new Map(
    [...cells].map(([path, cell]) =>
      paths.has(path) && cell.confidence === 'sure'
        ? [path, { ...cell, confidence: 'doubtful', reason: 'label-guessed' }]
        : [path, cell],
    ),
  );
}

/** Where this share of the cells is blank, blank cells are the custom of the report: it leaves out zeros. */
const CUSTOM = 0.1;

/** Whether the table has blank cells elsewhere than at the ends of short rows. */
function leavesBlank(cells: TableCells, ends: number): boolean {
  const blank = [...cells.values()].filter(({ text }) => text === '').length;
  return blank - ends > CUSTOM * cells.size;
}

const pathsOf = ({ path, columns }: PlacedRow): string[] => columns.map(({ key }) => `${path}.${key}`);

function isShort(row: PlacedRow, cells: TableCells): boolean {
  const paths = pathsOf(row);
  const last = cells.get(paths.at(-1) ?? '');
  return (last === undefined || last.text === '') && paths.slice(0, -1).every((path) => isWritten(path, cells));
}

const isWritten = (path: string, cells: TableCells): boolean => (cells.get(path)?.text ?? '') !== '';

/** Half of the other rows of the block or more have their last cell. */
function hasLonger(row: PlacedRow, rows: readonly PlacedRow[], cells: TableCells): boolean {
  const others = rows.filter((one) => one !== row && one.columns.length === row.columns.length);
  const longer = others.filter((one) => isWritten(pathsOf(one).at(-1) ?? '', cells));
  return longer.length > 0 && longer.length * 2 >= others.length;
}

/** Every cell but the last is in a sum over rows, and all of these are right. */
function inSums(row: PlacedRow, cells: TableCells, equations: readonly Equation[]): boolean {
  const columns = equations.filter(({ identity }) => identity.across === 'columns');
  return pathsOf(row)
    .slice(0, -1)
    .every((path) => {
      const own = columns.filter(({ left, right }) => left.includes(path) || right.includes(path));
      return own.length > 0 && own.every((one) => isRight(one, cells));
    });
}

function isRight({ left, right }: Equation, cells: TableCells): boolean {
  const [one, other] = [sideOf(cells, left, NONE), sideOf(cells, right, NONE)];
  return one.unknown.length + other.unknown.length === 0 && one.sum === other.sum;
}
