import type { BlockDef, TableDef } from '../../form/types.ts';
import { type FoundColumn, findColumns, type Header } from './columns.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { likeness } from './labels.ts';
import { cellsInOrder, cellsOfLine, type Way } from './line-cells.ts';
import type { GridLine } from './rows.ts';
import { cellTargets, columnsByKey, columnTargets, fitter, once, type Target } from './target.ts';
import type { View } from './view.ts';
import { isWhole } from './whole-line.ts';

/** Rows of a header above its lowest one. */
const MOST_LEVELS = 4;

/** Reads a table whose rows are next to each other: a header of several levels, and one line of numbers. */
export function readSideBySide(table: TableDef, views: readonly View[], way: Way = 'headers'): DraftTable {
  const targets = cellTargets(table);
  const leaves = leavesOf(table);
  const headers = views.flatMap((view) => headerOf(view, leaves));
  const columns = findColumns(headers, targets);
  const cells = headers.flatMap((header) => {
    const own = columns.filter(({ view }) => view === header.view);
    const line = lineBelow(header, views);
    return line && own.length > 0 ? cellsBelow(line, own, { table, targets, way, header, all: columns }) : [];
  });
  return {
    table,
    cells: new Map(cells.map((cell) => [cell.path, cell])),
    labels: new Set(columns.flatMap(({ labels }) => labels.map(({ cell }) => cell))),
    views: [...new Set([...columns, ...cells].map(({ view }) => view))],
    misprints: columns.flatMap(({ likeness, labels, view }) => {
      const cell = labels.at(-1);
      return likeness < 1 && cell ? [{ label: cell.label, cell, view }] : [];
    }),
  };
}

const leavesOf = once((table: TableDef): readonly Target[] => table.blocks.flatMap(columnTargets));

/** The header of a view: the row with most labels of columns, and the rows above it. */
function headerOf(view: View, leaves: readonly Target[]): Header[] {
  const compare = fitter(leaves);
  const counts = Array.from(
    { length: view.rows },
    (_, row) => view.row(row).filter(({ label }) => label !== '' && Math.max(...compare(label).own) >= 0.75).length,
  );
  const most = Math.max(0, ...counts);
  const bottom = counts.lastIndexOf(most);
  return most < 2 ? [] : [{ view, top: Math.max(0, bottom - MOST_LEVELS), bottom }];
}

/** The first line below a header that is not blank, or else the next one; it can stand in the next grid. */
function lineBelow({ view, bottom }: Header, views: readonly View[]): GridLine | undefined {
  const next = views[views.indexOf(view) + 1];
  const below = Array.from({ length: view.rows - bottom - 1 }, (_, index) => ({ view, row: bottom + 1 + index }));
  const further: GridLine[] = next && next.columns === view.columns ? [{ view: next, row: 0 }] : [];
  const lines = below.length > 0 ? below : further;
  return lines.find((line) => line.view.row(line.row).some(({ blank }) => !blank)) ?? lines[0];
}

interface Around {
  readonly table: TableDef;
  readonly targets: readonly Target[];
  readonly way: Way;
  readonly header: Header;
  /** The columns in all views. */
  readonly all: readonly FoundColumn[];
}

function cellsBelow(line: GridLine, columns: readonly FoundColumn[], around: Around): DraftCell[] {
  const { table, targets, way, header, all } = around;
  const defs = columnsByKey(table.blocks[0] as BlockDef);
  const labels = columns.flatMap((column) => column.labels);
  const ordered = way === 'headers' || way === 'lines' ? undefined : cellsInOrder(line, targets.length, [], way);
  const found = ordered ?? cellsOfLine(line, columns, labels);
  const whole = found.every((one) => one !== undefined) && isWhole([line], { ranges: columns, header });
  // The same labels are repeated for every row: either all are there, or that of its row stands above each.
  const placed = all.length === targets.length || all.every(isNamed);
  return (ordered ? targets : columns.map(({ target }) => target)).flatMap((target, index) => {
    const own = found[index];
    const above = columns.find((one) => one.target === target);
    const column = defs.get(target.key.slice(target.key.lastIndexOf('.') + 1));
    if (!own || !column) return [];
    const text = above?.labels.map(({ cell }) => cell.text).join('') ?? '';
    const clear = whole && above?.clear === true && placed && !line.view.unknownYear;
    return [{ ...own, path: target.key, column, view: line.view, header: text, clear, ordered: false }];
  });
}

/** Whether the row of a column is named above it. */
function isNamed({ target, labels }: FoundColumn): boolean {
  const row = target.groups.at(-1) ?? '';
  return labels.some(({ label }) => likeness(label, row) >= 0.8);
}
