import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { GridCell, GridRow } from '../../view/grid.ts';
import type { TableView } from '../../view/page-view.ts';
import { TEXT_WIDTH } from './styles.ts';

/** Text size by layout, in half points, the same as in the PDF. */
const SIZES: Readonly<Record<string, number>> = { blocks: 22, matrix: 18, 'side-by-side': 18 };
/** Widths of the label columns, as fractions of the text width. */
const LABELS: Readonly<Record<string, readonly number[]>> = { blocks: [0.34], matrix: [0.07, 0.12, 0.27] };

const ROOMY = { top: 90, bottom: 90 };
const NARROW = { top: 20, bottom: 20 };
const sizeOf = (layout: string): number => SIZES[layout] ?? 21;

/** A table of the form with spans, header rows that repeat on every page, and rows that do not break. */
export function wordTable({ grid, layout }: TableView): Table {
  const rows = [
    ...grid.head.map((row) => ({ row, repeats: true })),
    ...grid.bodies.flatMap(({ rows: body }) => body.map((row) => ({ row, repeats: false }))),
  ];
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths(grid.columns, LABELS[layout] ?? []),
    margins: { left: 40, right: 40, ...(layout === 'blocks' ? ROOMY : NARROW) },
    rows: rows.flatMap(({ row, repeats }) => (row.cells.length === 0 ? [] : [wordRow(row, repeats, layout)])),
  });
}

/** Column widths in twips. Together they fill the width between the margins. */
function widths(columns: readonly ('label' | 'number')[], labels: readonly number[]): number[] {
  const own = columns.map((kind, index) => (kind === 'label' ? (labels[index] ?? 0) : 0));
  const rest = 1 - own.reduce((sum, one) => sum + one, 0);
  const others = own.filter((one) => one === 0).length;
  const exact = own.map((one) => Math.floor(TEXT_WIDTH * (one || rest / others)));
  const left = TEXT_WIDTH - exact.reduce((sum, one) => sum + one, 0);
  return exact.map((one, index) => (index === exact.length - 1 ? one + left : one));
}

const wordRow = ({ cells }: GridRow, tableHeader: boolean, layout: string): TableRow =>
  new TableRow({
    ...(tableHeader && { tableHeader }),
    cantSplit: true,
    children: cells.map((cell) => wordCell(cell, layout)),
  });

function wordCell(cell: GridCell, layout: string): TableCell {
  const size = sizeOf(layout);
  const { kind, text, note, unknown, notes = [], colspan, rowspan } = cell;
  const run = (own: string, options = {}) => new TextRun({ text: own, size, ...options });
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(colspan !== undefined && { columnSpan: colspan }),
    ...(rowspan !== undefined && { rowSpan: rowspan }),
    children: [
      new Paragraph({
        style: 'Cell',
        keepNext: kind === 'heading',
        ...(kind === 'row' && layout === 'matrix' && !rowspan && { alignment: AlignmentType.LEFT }),
        children: [
          run(text, unknown ? { highlight: 'yellow' } : {}),
          ...(note ? [run(`（${note}）`, { size: Math.round(size * 0.7) })] : []),
          ...notes.map((number) => run(`〔${number}〕`, { superScript: true })),
        ],
      }),
    ],
  });
}
