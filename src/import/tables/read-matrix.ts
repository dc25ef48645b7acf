import type { BlockDef, TableDef } from '../../form/types.ts';
import { tableRows } from '../../form/walk.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { fillRows } from './fill-rows.ts';
import { type Frame, frameOf } from './frame.ts';
import { cellsOfLine, joined, type LineCells } from './line-cells.ts';
import { type FoundRow, findRows } from './rows.ts';
import { columnsByKey, rowTargets } from './target.ts';
import type { View } from './view.ts';

/** Reads a table whose rows are below each other, with the columns in a header above. */
export function readMatrix(table: TableDef, views: readonly View[]): DraftTable {
  const targets = rowTargets(table);
  const rows = fillRows(findRows(views, targets), targets);
  const cells = new Map<string, DraftCell>();
  const frames: { frame: Frame; view: View }[] = [];
  const used: { row: FoundRow; frame: Frame }[] = [];
  for (const block of table.blocks) {
    const own = new Set(tableRows(table).flatMap((row) => (row.block === block ? [row.path] : [])));
    let before: Frame | undefined;
    for (const part of parts(rows.filter(({ target }) => own.has(target.key)))) {
      const frame = frameOf(part, block, { views, rows, before });
      if (!frame) continue;
      before = frame;
      frames.push({ frame, view: (part[0] as FoundRow).lines[0]?.view as View });
      for (const row of part) {
        used.push({ row, frame });
        for (const cell of cellsOf(row, frame, block)) cells.set(cell.path, cell);
      }
    }
  }
  const columns = frames.flatMap(({ frame }) => frame.found.filter((column) => column !== undefined));
  return {
    table,
    cells,
    labels: new Set(
      [...used.flatMap(({ row }) => row.labels), ...columns.flatMap((one) => one.labels)].map((one) => one.cell),
    ),
    views: [...new Set(used.flatMap(({ row }) => row.lines.map(({ view }) => view)))],
    misprints: [
      ...used.map(({ row }) => ({ found: row, view: row.lines[0]?.view as View, cell: row.labels[0] })),
      ...columns.map((column) => ({ found: column, view: column.view, cell: column.labels.at(-1) })),
    ].flatMap(({ found, view, cell }) =>
      found.likeness < 1 && cell ? [{ label: found.target.names[0] ?? '', cell, view }] : [],
    ),
  };
}

/** The rows of a block, by the view in which they are. */
function parts(rows: readonly FoundRow[]): FoundRow[][] {
  const views = [...new Set(rows.map(({ lines }) => lines[0]?.view))];
  return views.map((view) => rows.filter(({ lines }) => lines[0]?.view === view));
}

function cellsOf(row: FoundRow, frame: Frame, block: BlockDef): DraftCell[] {
  const columns = [...columnsByKey(block).values()];
  const lines = row.lines.map((line) => cellsOfLine(line, frame.ranges, row.labels));
  return columns.flatMap((column, index) => {
    const found: LineCells | undefined = joined(lines.map((line) => line[index]));
    if (!found) return [];
    const header = frame.found[index];
    const clear = row.clear && !frame.guessed && (header?.clear ?? frame.found.every((one) => !one));
    return [
      {
        path: `${row.target.key}.${column.key}`,
        column,
        view: row.lines[0]?.view as View,
        cells: found.cells,
        header: header?.labels.map(({ cell }) => cell.text).join('') ?? '',
        clear,
        shared: found.shared,
        several: found.several,
      },
    ];
  });
}
