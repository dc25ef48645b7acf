import type { TableDef } from '../../form/types.ts';
import { type FoundColumn, findColumns, type Header } from './columns.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { cellsOfLine } from './line-cells.ts';
import type { GridLine } from './rows.ts';
import { cellTargets, columnsByKey, columnTargets, fitter, type Target } from './target.ts';
import type { View } from './view.ts';

/** Rows of a header above its lowest one. */
const MOST_LEVELS = 4;

/** Reads a table whose rows are next to each other: a header of several levels, and one line of numbers. */
export function readSideBySide(table: TableDef, views: readonly View[]): DraftTable {
  const targets = cellTargets(table);
  const leaves = table.blocks.flatMap(columnTargets);
  const headers = views.flatMap((view) => headerOf(view, leaves));
  const columns = findColumns(headers, targets);
  const cells = headers.flatMap((header) => {
    const line = lineBelow(header, views);
    return line
      ? cellsBelow(
          line,
          columns.filter(({ view }) => view === header.view),
          table,
        )
      : [];
  });
  return {
    table,
    cells: new Map(cells.map((cell) => [cell.path, cell])),
    labels: new Set(columns.flatMap(({ labels }) => labels.map(({ cell }) => cell))),
    views: [...new Set(cells.map(({ view }) => view))],
    misprints: columns.flatMap(({ target, likeness, labels, view }) =>
      likeness < 1 ? [{ label: target.names[0] ?? '', cell: labels.at(-1) as (typeof labels)[number], view }] : [],
    ),
  };
}

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

/** The first line below a header that has numbers, or else the next one; it can stand in the next grid. */
function lineBelow({ view, bottom }: Header, views: readonly View[]): GridLine | undefined {
  const next = views[views.indexOf(view) + 1];
  const below = Array.from(
    { length: view.rows - bottom - 1 },
    (_, index): GridLine => ({ view, row: bottom + 1 + index }),
  );
  const further: GridLine[] = next && next.columns === view.columns ? [{ view: next, row: 0 }] : [];
  const lines = below.length > 0 ? below : further;
  return lines.find((line) => line.view.row(line.row).some(({ label }) => /^\p{Nd}/u.test(label))) ?? lines[0];
}

function cellsBelow(line: GridLine, columns: readonly FoundColumn[], table: TableDef): DraftCell[] {
  const defs = columnsByKey(table.blocks[0] as TableDef['blocks'][number]);
  const labels = columns.flatMap((column) => column.labels);
  return cellsOfLine(line, columns, labels).flatMap((found, index) => {
    const { target, clear, labels: header } = columns[index] as FoundColumn;
    const column = defs.get(target.key.slice(target.key.lastIndexOf('.') + 1));
    if (!found || !column) return [];
    const text = header.map(({ cell }) => cell.text).join('');
    return [
      {
        path: target.key,
        column,
        view: line.view,
        cells: found.cells,
        header: text,
        clear,
        shared: found.shared,
        several: found.several,
      },
    ];
  });
}
