import type { TableDef } from '../../form/types.ts';
import { tableRows } from '../../form/walk.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { fillRows } from './fill-rows.ts';
import { type Frame, frameOf } from './frame.ts';
import { cellsInOrder, cellsOfLine, joined, type Way } from './line-cells.ts';
import { type FramedRow, inOrderOfLines, markAstray } from './number-lines.ts';
import { type FoundRow, findRows } from './rows.ts';
import { columnsByKey, rowTargets } from './target.ts';
import type { View } from './view.ts';
import { isWhole } from './whole-line.ts';

/** Reads a table whose rows are below each other, with the columns in a header above. */
export function readMatrix(table: TableDef, views: readonly View[], way: Way = 'headers'): DraftTable {
  const targets = rowTargets(table);
  const rows = fillRows(findRows(views, targets), targets);
  const framed = framedRows(table, rows, { views, way });
  const columns = [...new Set(framed.flatMap(({ frame }) => frame.found))].filter((column) => column !== undefined);
  const cells = framed.flatMap((one) => cellsOf(one, way));
  return {
    table,
    cells: new Map(cells.map((cell) => [cell.path, cell])),
    labels: new Set([...framed.map(({ row }) => row), ...columns].flatMap((one) => one.labels.map(({ cell }) => cell))),
    views: [...new Set([...columns.map(({ view }) => view), ...cells.map(({ view }) => view)])],
    misprints: [
      ...framed.map(({ row }) => ({ found: row, view: viewOfRow(row), cell: row.labels[0] })),
      ...columns.map((column) => ({ found: column, view: column.view, cell: column.labels.at(-1) })),
    ].flatMap(({ found, view, cell }) => (found.likeness < 1 && cell ? [{ label: cell.label, cell, view }] : [])),
  };
}

const viewOfRow = ({ lines }: FoundRow): View => lines[0]?.view as View;

interface Options {
  readonly views: readonly View[];
  readonly way: Way;
}

function framedRows(table: TableDef, rows: readonly FoundRow[], { views, way }: Options): FramedRow[] {
  const framed = table.blocks.flatMap((block) => {
    const own = new Set(tableRows(table).flatMap((row) => (row.block === block ? [row.path] : [])));
    let before: Frame | undefined;
    return parts(rows.filter(({ target }) => own.has(target.key))).flatMap((part) => {
      const frame = frameOf(part, block, { views, rows, before });
      before = frame ?? before;
      if (!frame) return [];
      const marked = markAstray(part.map((row) => ({ row, frame, block, astray: false })));
      return way === 'lines' ? inOrderOfLines(marked) : marked;
    });
  });
  // A few labels without a header are another table, unless they stand in a grid of this one.
  const sure = new Set(framed.filter(({ frame }) => !frame.guessed).map(({ row }) => viewOfRow(row)));
  const enough = (view: View) => framed.filter(({ row }) => viewOfRow(row) === view).length >= FEWEST_ROWS;
  return framed.filter(({ row }) => sure.has(viewOfRow(row)) || enough(viewOfRow(row)));
}

const FEWEST_ROWS = 3;

/** The rows of a block, by the view in which they are. */
function parts(rows: readonly FoundRow[]): FoundRow[][] {
  const views = [...new Set(rows.map(viewOfRow))];
  return views.map((view) => rows.filter((row) => viewOfRow(row) === view));
}

function cellsOf({ row, frame, block, astray }: FramedRow, way: Way): DraftCell[] {
  const columns = [...columnsByKey(block).values()];
  const lines = row.lines.map(
    (line) =>
      ((way === 'order' || way === 'written') &&
        row.labels.length > 0 &&
        cellsInOrder(line, columns.length, row.labels, way)) ||
      cellsOfLine(line, frame.ranges, row.labels),
  );
  const found = columns.map((_, index) => joined(lines.map((line) => line[index])));
  const all = found.every((one, index) => one !== undefined || frame.ranges[index] === undefined);
  const whole = all && isWhole(row.lines, frame, row.labels);
  return columns.flatMap((column, index) => {
    const [own, header] = [found[index], frame.found[index]];
    if (!own) return [];
    const named = header?.clear ?? frame.found.every((one) => !one);
    const placed = row.clear && named && !astray && !viewOfRow(row).unknownYear;
    return [
      {
        ...own,
        path: `${row.target.key}.${column.key}`,
        column,
        view: viewOfRow(row),
        header: header?.labels.map(({ cell }) => cell.text).join('') ?? '',
        clear: placed && whole && !frame.guessed,
        ordered: placed && (whole || way === 'order' || way === 'written'),
      },
    ];
  });
}
