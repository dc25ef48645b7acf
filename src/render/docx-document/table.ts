import { AlignmentType, Paragraph, TableCell, TableRow, TextRun, VerticalAlignTable } from 'docx';
import type { Grid, GridCell, GridRow } from '../../view/grid.ts';
import type { TableView } from '../../view/page-view.ts';
import { millimetres, TABLE_WIDTH } from './styles.ts';
import { WordTable } from './word-table.ts';

/** How a table of the form looks, the same as in the PDF. */
interface Look {
  readonly style: string;
  /** In half points. */
  readonly size: number;
  /** The widths of the label columns in millimetres; the last column of labels takes what is left. */
  readonly labels: readonly number[];
  /** The width of a column of numbers in millimetres; without it, they share what is left. */
  readonly number?: number;
  /** The space in a cell in twips. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

const margins = (vertical: number, horizontal: number) => ({
  top: vertical,
  bottom: vertical,
  left: horizontal,
  right: horizontal,
});

const LOOKS: Readonly<Record<string, Look>> = {
  blocks: { style: 'CellBlocks', size: 22, labels: [34], margins: margins(80, 60) },
  matrix: { style: 'CellMatrix', size: 18, labels: [11.6, 15.4, 48.5], number: 11.5, margins: margins(50, 40) },
  'side-by-side': { style: 'Cell', size: 21, labels: [], margins: margins(80, 20) },
};
const LOOK = LOOKS['side-by-side'] as Look;

/** A cell, or a place that a cell of a row above covers. */
type Cell = GridCell & { readonly covered?: true };

/** A row of a table with how it behaves at the end of a page. */
interface Row {
  readonly cells: readonly Cell[];
  /** Repeated on every page. */
  readonly repeats?: true;
  /** On the same page as the next row. */
  readonly keeps: boolean;
}

/**
 * A table of the form with spans. Rows do not break. The rows of a block stay together, and so do those of a table without
 * blocks; on a page of its own, a longer table repeats its header rows and breaks between two rows. The last row
 * stays with the footnote.
 */
export function wordTable({ grid, layout, footnote }: TableView, caption: string): WordTable {
  const look = LOOKS[layout] ?? LOOK;
  const columnWidths = widths(grid.columns, look);
  return new WordTable({
    caption,
    columnWidths,
    margins: look.margins,
    rows: rowsOf(grid, layout !== 'blocks' || footnote !== undefined).map((row) =>
      wordRow(row, look, numberSize(grid, columnWidths, look)),
    ),
  });
}

function rowsOf({ head, bodies }: Grid, keeps: boolean): Row[] {
  const shown = (rows: readonly GridRow[]) => withCovered(rows.filter(({ cells }) => cells.length > 0));
  return [
    ...shown(head).map((cells) => ({ cells, repeats: true as const, keeps: true })),
    ...bodies.flatMap(({ rows }, body) =>
      shown(rows).map((cells, index, all) => ({
        cells,
        keeps: index < all.length - 1 || (keeps && body === bodies.length - 1),
      })),
    ),
  ];
}

/** Word has a cell of its own in each row that a cell spans. */
function withCovered(rows: readonly GridRow[]): Cell[][] {
  const open = new Map<number, { rows: number; cell: GridCell }>();
  return rows.map(({ cells }) => {
    const all: Cell[] = [];
    let column = 0;
    const covered = () => {
      for (let above = open.get(column); above; above = open.get(column)) {
        if (--above.rows === 0) open.delete(column);
        all.push({ ...above.cell, covered: true });
        column += above.cell.colspan ?? 1;
      }
    };
    for (const cell of cells) {
      covered();
      if (cell.rowspan) open.set(column, { rows: cell.rowspan - 1, cell });
      all.push(cell);
      column += cell.colspan ?? 1;
    }
    covered();
    return all;
  });
}

/** Column widths in twips. Together they fill the width between the margins. */
function widths(columns: Grid['columns'], { labels, number }: Look): number[] {
  const own = columns.map((kind, index) => millimetres((kind === 'label' ? labels[index] : number) ?? 0));
  const rest = TABLE_WIDTH - own.reduce((sum, one) => sum + one, 0);
  const shared = own.filter((one) => one === 0).length;
  if (shared === 0) return own.map((one, index) => (index === columns.lastIndexOf('label') ? one + rest : one));
  let left = shared;
  return own.map((one) => one || Math.floor((rest + --left) / shared));
}

/** The smallest type of a number, in half points. */
const SMALLEST = 11;

/** The size of the numbers, in half points: the widest one fits its column in one line. */
function numberSize(
  { bodies }: Grid,
  columnWidths: readonly number[],
  { size, margins: { left, right } }: Look,
): number {
  const fits = bodies
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .filter(({ kind }) => kind === 'number')
    .map(({ text, colspan = 1 }) => ((columnWidths.at(-1) ?? 0) * colspan - left - right) / (text.length * DIGIT));
  return Math.max(SMALLEST, Math.min(size, ...fits.map(Math.floor)));
}
/** The width of a digit in twips for each half point of its size. It is less in 宋体; other fonts are wider. */
const DIGIT = 5.6;

const wordRow = ({ cells, repeats, keeps }: Row, look: Look, numbers: number): TableRow =>
  new TableRow({
    ...(repeats && { tableHeader: repeats }),
    cantSplit: true,
    children: cells.map((cell) => wordCell(cell, keeps, look, numbers)),
  });

function wordCell(cell: Cell, keeps: boolean, look: Look, numbers: number): TableCell {
  const { kind, note, unknown, notes = [], colspan, rowspan } = cell;
  const size = kind === 'number' && numbers < look.size ? { size: numbers } : {};
  const keepNext = keeps && { keepNext: true };
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(colspan !== undefined && { columnSpan: colspan }),
    ...(rowspan !== undefined && { verticalMerge: cell.covered ? 'continue' : 'restart' }),
    children: cell.covered
      ? [new Paragraph({ style: look.style, ...keepNext })]
      : [
          new Paragraph({
            style: look.style,
            ...keepNext,
            ...(kind === 'row' && look === LOOKS.matrix && !rowspan && { alignment: AlignmentType.LEFT }),
            ...(kind === 'column' && !colspan && balanced(cell.text, look)),
            children: [
              ...lines(cell).map(
                (line, index) =>
                  new TextRun({
                    text: line,
                    ...size,
                    ...(index > 0 && { break: 1 }),
                    ...(unknown && { highlight: 'yellow' }),
                  }),
              ),
              ...(note ? [] : notes.map(noteNumber)),
            ],
          }),
          ...(note
            ? [
                new Paragraph({
                  style: 'CellNote',
                  ...keepNext,
                  children: [new TextRun(`（${note}）`), ...notes.map(noteNumber)],
                }),
              ]
            : []),
        ],
  });
}

/** Indents of a narrow header, so that its lines have the same number of characters: 商业/企业. */
function balanced(text: string, { number, size, margins: { left, right } }: Look) {
  if (number === undefined) return {};
  const width = millimetres(number) - left - right;
  const character = size * 10;
  const most = Math.floor(width / character);
  const each = Math.ceil(text.length / Math.ceil(text.length / most));
  const side = Math.floor((width - (each + 0.2) * character) / 2);
  return each < most && side > 0 ? { indent: { left: side, right: side } } : {};
}

const noteNumber = (number: number): TextRun => new TextRun({ text: `〔${number}〕`, superScript: true });

/** The lines of a cell: （三）不予公开, a label of several rows, breaks after its number. */
const lines = ({ text, rowspan }: GridCell): string[] => (rowspan ? text.split(/(?<=^（.）)/u) : [text]);
