import { rowsOf, type TableRow } from './grid.ts';
import { type ElementSize, type ElementSizes, nothing } from './measure.ts';
import type { WebElement } from './tree.ts';

/** A piece of a table: rows that are a grid, or cells whose content stands for itself, because the table only arranges it. */
type TablePiece = { readonly rows: readonly TableRow[] } | { readonly cells: readonly WebElement[] };

const LONG_CELL = 60;
const LONG_ROW = 150;
const ARTICLE = 600;

/**
 * Cuts a table into grids and content that it only arranges: rows with a table, a frame or an article in a cell. So rows of
 * facts before an article in the same table are a grid of their own, and so are the parts of a table around another one.
 */
export function piecesOf(table: WebElement, measures: ElementSizes): TablePiece[] {
  const rows = rowsOf(table).filter(({ cells }) => cells.length > 0);
  const arranges = rows.map(({ cells }) => isArranging(cells.map((cell) => measureOf(cell, measures))));
  if (!arranges.includes(true)) {
    const [only, ...others] = rows.flatMap(({ cells }) => cells);
    if (rows.length === 0 || !only) return [];
    const narrow = rows.every(({ cells }) => cells.length === 1);
    const long = rows.some(({ cells }) => cells.some((cell) => isProse(measureOf(cell, measures))));
    return narrow && long ? [{ cells: [only, ...others] }] : [{ rows }];
  }
  const pieces: TablePiece[] = [];
  let run: TableRow[] = [];
  const endRun = () => {
    const isGrid = run.length >= 2 && run.some(({ cells }) => cells.length >= 2);
    if (run.length > 0) pieces.push(isGrid ? { rows: run } : { cells: run.flatMap(({ cells }) => cells) });
    run = [];
  };
  rows.forEach((row, index) => {
    if (!arranges[index]) {
      run.push(row);
      return;
    }
    endRun();
    pieces.push({ cells: row.cells });
  });
  endRun();
  return pieces;
}

const isProse = ({ text, blocks }: ElementSize): boolean => text > LONG_CELL || (blocks >= 3 && text > 20);

function isArranging(cells: readonly ElementSize[]): boolean {
  if (cells.some(({ tables, frames, headings }) => tables > 0 || frames > 0 || headings > 1)) return true;
  const filled = cells.filter(({ text }) => text > 0);
  if (filled.length === 1 && cells.length <= 2) return filled.some(({ text }) => text > LONG_ROW);
  return cells.length <= 4 && filled.some(({ text, blocks }) => text > ARTICLE && blocks >= 4);
}

const measureOf = (cell: WebElement, measures: ElementSizes): ElementSize => measures.get(cell) ?? nothing();
