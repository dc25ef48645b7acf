import {
  AlignmentType,
  type IParagraphOptions,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import type { Grid, GridCell } from '../../view/grid.ts';
import type { TableView } from '../../view/page-view.ts';
import { millimetres, TABLE_WIDTH } from './styles.ts';
import { type Row, rowsOf, type WordCell } from './table-rows.ts';
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

/**
 * A table of the form with spans. Rows do not break. The rows of a block stay together, and so do those of a table without
 * blocks; on a page of its own, a longer table repeats its header rows and breaks between two rows. The last row
 * stays with the footnote.
 */
export function wordTable({ grid, layout, footnote }: TableView, caption: string): WordTable {
  const look = LOOKS[layout] ?? LOOK;
  const columnWidths = widths(grid, look);
  const numbers = numberType(grid, columnWidths, look);
  return new WordTable({
    caption,
    columnWidths,
    margins: { ...look.margins, left: numbers.side, right: numbers.side },
    rows: rowsOf(grid, layout !== 'blocks' || footnote !== undefined).map((row) => wordRow(row, look, numbers)),
  });
}

/** Column widths in twips. Together they fill the width of the table. */
function widths({ columns, bodies }: Grid, { labels, number = 0 }: Look): number[] {
  const own = columns.map((kind, index) =>
    kind === 'label' ? millimetres(labels[index] ?? 0) : wideEnough(bodies, number),
  );
  const rest = TABLE_WIDTH - own.reduce((sum, one) => sum + one, 0);
  const shared = own.filter((one) => one === 0).length;
  if (shared === 0) return own.map((one, index) => (index === columns.lastIndexOf('label') ? one + rest : one));
  let left = shared;
  return own.map((one) => one || Math.floor((rest + --left) / shared));
}

/** The width of a column of numbers of a fixed width: wider for numbers that would be too long in the smallest type. */
function wideEnough(bodies: Grid['bodies'], number: number): number {
  if (number === 0) return 0;
  const longest = Math.max(0, ...numbersIn(bodies).map(({ text }) => text.length));
  return Math.max(millimetres(number), Math.min(WIDEST, Math.ceil(longest * SMALLEST * DIGIT) + 2 * NARROW_SIDE));
}

const numbersIn = (bodies: Grid['bodies']): GridCell[] =>
  bodies.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).filter(({ kind }) => kind === 'number');

/** The smallest type of a number: 7 pt, in half points. */
const SMALLEST = 14;
/** The width of a digit in twips for each half point of its size. It is less in 宋体; other fonts are wider. */
const DIGIT = 5.6;

/** The least space beside a number, and the widest column of numbers beside labels, in twips. */
const NARROW_SIDE = 20;
const WIDEST = 840;

/** The type of the numbers: the size in half points; the width of their column, the space beside them and between their digits in twips. */
interface NumberType {
  readonly column: number;
  readonly size: number;
  readonly side: number;
  readonly spacing: number;
}

/** The largest type in which the widest number of a table has one line. In the smallest one, its digits may be closer. */
function numberType({ bodies }: Grid, columnWidths: readonly number[], { size, margins: { left } }: Look): NumberType {
  const column = columnWidths.at(-1) ?? 0;
  const types = Array.from({ length: size - SMALLEST + 1 }, (_, step) => {
    const side = Math.max(NARROW_SIDE, left - 5 * step);
    // What is left for each digit.
    const spacings = numbersIn(bodies).map(({ text, colspan = 1 }) =>
      Math.floor((column * colspan - 2 * side) / text.length - (size - step) * DIGIT),
    );
    return { column, size: size - step, side, spacing: Math.min(0, ...spacings) };
  });
  return types.find(({ spacing }) => spacing === 0) ?? (types.at(-1) as NumberType);
}

const wordRow = ({ cells, repeats, keeps }: Row, look: Look, numbers: NumberType): TableRow =>
  new TableRow({
    ...(repeats && { tableHeader: repeats }),
    cantSplit: true,
    children: cells.map((cell) => wordCell(cell, keeps, look, numbers)),
  });

function wordCell(cell: WordCell, keeps: boolean, look: Look, numbers: NumberType): TableCell {
  const { colspan, rowspan, covered } = cell;
  const keepNext = keeps && { keepNext: true };
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(colspan !== undefined && { columnSpan: colspan }),
    ...(rowspan !== undefined && { verticalMerge: covered ? 'continue' : 'restart' }),
    children: covered
      ? [new Paragraph({ style: look.style, ...keepNext })]
      : paragraphs(cell, look, numbers).map((options) => new Paragraph({ ...options, ...keepNext })),
  });
}

/** The text of a cell, and its note below it. */
function paragraphs(cell: WordCell, look: Look, numbers: NumberType): IParagraphOptions[] {
  const { kind, text, note, unknown, notes = [], colspan, rowspan } = cell;
  const isSmall = numbers.size < look.size;
  const type = {
    ...(kind === 'number' && isSmall && { size: numbers.size }),
    ...(kind === 'number' && numbers.spacing && { characterSpacing: numbers.spacing }),
    ...(unknown && { highlight: 'yellow' as const }),
  };
  // （三）不予公开, a label of several rows, breaks after its number.
  const lines = rowspan ? text.split(/(?<=^（.）)/u) : [text];
  const runs = lines.map((line, index) => new TextRun({ text: line, ...type, ...(index > 0 && { break: 1 }) }));
  const numbersOfNotes = notes.map(
    (number, index) =>
      new TextRun({ text: `〔${number}〕`, superScript: true, ...(isSmall && index === 0 && !note && { break: 1 }) }),
  );
  return [
    {
      style: look.style,
      ...(kind === 'row' && look === LOOKS.matrix && !rowspan && { alignment: AlignmentType.LEFT }),
      ...(kind === 'column' && !colspan && look.number && balanced(text, numbers, look)),
      children: note ? runs : [...runs, ...numbersOfNotes],
    },
    ...(note ? [{ style: 'CellNote', children: [new TextRun(`（${note}）`), ...numbersOfNotes] }] : []),
  ];
}

/** Indents of a narrow header, so that its lines have the same number of characters: 商业/企业. */
function balanced(text: string, { column, side }: NumberType, { size }: Look) {
  const width = column - 2 * side;
  const character = size * 10;
  const most = Math.floor(width / character);
  const each = Math.ceil(text.length / Math.ceil(text.length / most));
  const indent = Math.floor((width - (each + 0.2) * character) / 2);
  return each < most && indent > 0 ? { indent: { left: indent, right: indent } } : {};
}
