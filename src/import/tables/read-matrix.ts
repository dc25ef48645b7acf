import type { BlockDef, TableDef } from '../../form/types.ts';
import { tableRows } from '../../form/walk.ts';
import { type FoundColumn, findColumns } from './columns.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { fillRows } from './fill-rows.ts';
import { type ColumnRange, cellsOfLine, joined, type LineCells } from './line-cells.ts';
import { type FoundRow, findRows } from './rows.ts';
import { columnsByKey, columnTargets, rowTargets } from './target.ts';
import type { View } from './view.ts';

/** The columns of a block in a view. */
interface Frame {
  readonly ranges: readonly (ColumnRange | undefined)[];
  readonly found: readonly (FoundColumn | undefined)[];
  /** It was taken over from the part before, or from the number of cells in a line. */
  readonly guessed: boolean;
}

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
      const frame = frameOf(part, block, rows, before);
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

function frameOf(
  part: readonly FoundRow[],
  block: BlockDef,
  all: readonly FoundRow[],
  before: Frame | undefined,
): Frame | undefined {
  const view = part[0]?.lines[0]?.view as View;
  const first = Math.min(...part.map(({ lines }) => lines[0]?.row ?? 0));
  const above = all.flatMap(({ lines }) => lines.filter((line) => line.view === view && line.row < first));
  const top = Math.max(0, ...above.map(({ row }) => row + 1));
  const targets = columnTargets(block);
  const columns = first > top ? findColumns([{ view, top, bottom: first - 1 }], targets) : [];
  const found = targets.map(({ key }) => columns.find(({ target }) => target.key === key));
  if (columns.length * 2 >= targets.length) return { found, ranges: filled(found, view), guessed: false };
  const ranges = rangesByCount(part, targets.length);
  return ranges && { found: targets.map(() => undefined), ranges, guessed: before === undefined };
}

/** A column without a header that stands between two others is what is left between them. */
function filled(found: readonly (FoundColumn | undefined)[], view: View): (ColumnRange | undefined)[] {
  return found.map((column, index) => {
    if (column) return column;
    const [previous, next] = [found[index - 1], found[index + 1]];
    const left = previous ? previous.right + 1 : next ? next.left - 1 : -1;
    const right = next ? next.left - 1 : previous && index === found.length - 1 ? view.columns - 1 : -1;
    return left >= 0 && right >= left ? { left, right } : undefined;
  });
}

/** Without a header: the lines have exactly as many cells behind the label as the block has columns. */
function rangesByCount(part: readonly FoundRow[], count: number): ColumnRange[] | undefined {
  for (const { lines, labels } of part) {
    const line = lines[0];
    const label = Math.max(-1, ...labels.map(({ right }) => right));
    const cells = line?.view.row(line.row).filter(({ left }) => left > label) ?? [];
    if (cells.length === count) return cells.map(({ left, right }) => ({ left, right }));
  }
  return undefined;
}

function cellsOf(row: FoundRow, frame: Frame, block: BlockDef): DraftCell[] {
  const columns = [...columnsByKey(block).values()];
  const lines = row.lines.map((line) => cellsOfLine(line, frame.ranges, row.labels));
  return columns.flatMap((column, index) => {
    const found: LineCells | undefined = joined(lines.map((line) => line[index]));
    if (!found) return [];
    const header = frame.found[index];
    const clear = row.clear && !frame.guessed && (header ? header.clear : frame.found.every((one) => !one));
    return [
      {
        path: `${row.target.key}.${column.key}`,
        column,
        view: row.lines[0]?.view as View,
        cells: found.cells,
        header: header?.labels.map(({ cell }) => cell.text).join('') ?? '',
        clear,
        shared: found.shared,
      },
    ];
  });
}
