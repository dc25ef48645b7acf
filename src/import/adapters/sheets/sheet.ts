import type { Cell, Sheet } from 'hucre';
import type { ContentCell } from '../../document.ts';
import { tooLarge } from '../container/refusals.ts';
import { cellText } from './cell-text.ts';

/** A form has some hundred cells. */
const MOST_CELLS = 400_000;
const MOST_COLUMNS = 1000;

/** A cell that has text or covers others, at its place in the sheet. */
export interface ShownCell extends ContentCell {
  /** It has lines around it, as cells of tables have and titles have not. */
  readonly ruled: boolean;
}

/** What a sheet shows. */
export interface SheetContent {
  readonly name: string;
  /** In reading order; no two cover the same place. */
  readonly cells: readonly ShownCell[];
  /** What it has and does not show, in words. */
  readonly hidden: readonly string[];
}

/** The cells that a sheet shows. Throws a `Refusal` if its used area is not that of a table. */
export function sheetContent(sheet: Sheet): SheetContent {
  const { name, rows } = sheet;
  const columns = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  if (columns > MOST_COLUMNS || rows.length * columns > MOST_CELLS) throw tooLarge();
  const hiddenRow = (row: number) => sheet.rowDefs?.get(row)?.hidden === true;
  const hiddenColumn = (column: number) => sheet.columns?.[column]?.hidden === true;
  const { spans, covered } = mergesOf(sheet, rows.length, columns);
  const cells: ShownCell[] = [];
  const hidden = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    for (let column = 0; column < columns; column++) {
      const key = `${row},${column}`;
      if (covered.has(key)) continue;
      const details = sheet.cells?.get(key);
      const text = cellText(rows[row]?.[column], details);
      const [rowSpan, columnSpan] = spans.get(key) ?? [1, 1];
      if (text === '' && rowSpan === 1 && columnSpan === 1) continue;
      if (hiddenRow(row) && rowSpan === 1) hidden.add(`第${row + 1}行`);
      else if (hiddenColumn(column) && columnSpan === 1) hidden.add(`第${column + 1}列`);
      else cells.push({ row, column, rowSpan, columnSpan, text, ruled: isRuled(details) });
    }
  }
  return { name, cells, hidden: [...hidden] };
}

const isRuled = (cell: Cell | undefined): boolean => {
  const { top, bottom } = cell?.style?.border ?? {};
  return top !== undefined || bottom !== undefined;
};

/** The spans of merged cells by their first cell, and the cells that they cover. A merge that overlaps another is none. */
function mergesOf({ merges = [] }: Sheet, rows: number, columns: number) {
  const spans = new Map<string, readonly [rows: number, columns: number]>();
  const taken = new Set<string>();
  let work = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const [bottom, right] = [Math.min(endRow, rows - 1), Math.min(endCol, columns - 1)];
    const places: string[] = [];
    for (let row = startRow; row <= bottom; row++) {
      for (let column = startCol; column <= right; column++) places.push(`${row},${column}`);
      work += Math.max(0, right - startCol + 1);
      if (work > 4 * MOST_CELLS) throw tooLarge();
    }
    const [first] = places;
    if (first === undefined || places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    spans.set(first, [bottom - startRow + 1, right - startCol + 1]);
  }
  return { spans, covered: new Set([...taken].filter((place) => !spans.has(place))) };
}
