import {
  AlignmentType,
  type IParagraphOptions,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import type { TableView } from '../../view/page-view.ts';
import type { TablePlan } from './plan-pages.ts';
import { columnWidths, lookOf, type NumberType, numberType, type TableLook } from './table-look.ts';
import { type Row, rowsOf, type WordCell } from './table-rows.ts';
import { WordTable } from './word-table.ts';

/**
 * A table of the form with spans. Rows do not break. The rows of a block stay together, and so do those of a table without
 * blocks, except where the plan divides it; on a page of its own, a longer table repeats its header rows and breaks between
 * two rows. The last row stays with the footnote.
 */
export function wordTable({ grid, layout, footnote }: TableView, caption: string, plan?: TablePlan): WordTable {
  const look = lookOf(layout, plan?.tight);
  const widths = columnWidths(grid, look);
  const numbers = numberType(grid, widths, look);
  const rows = rowsOf(grid, { keeps: layout !== 'blocks' || footnote !== undefined, breaks: plan?.breaks ?? [] });
  return new WordTable({
    caption,
    columnWidths: widths,
    margins: { top: look.vertical, bottom: look.vertical, left: numbers.side, right: numbers.side },
    rows: rows.map((row) => wordRow(row, look, numbers)),
  });
}

const wordRow = ({ cells, repeats, keeps }: Row, look: TableLook, numbers: NumberType): TableRow =>
  new TableRow({
    ...(repeats && { tableHeader: repeats }),
    cantSplit: true,
    children: cells.map((cell) => wordCell(cell, keeps, look, numbers)),
  });

function wordCell(cell: WordCell, keeps: boolean, look: TableLook, numbers: NumberType): TableCell {
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
function paragraphs(cell: WordCell, look: TableLook, numbers: NumberType): IParagraphOptions[] {
  const { kind, text, note, unknown, notes = [], colspan, rowspan } = cell;
  const isSmall = numbers.size < look.size;
  const type = {
    ...(kind === 'number' && isSmall && { size: numbers.size }),
    ...(kind === 'number' && numbers.spacing && { characterSpacing: numbers.spacing }),
    ...(unknown && { highlight: 'yellow' as const }),
  };
  // A label of several rows breaks after its number, as （三）不予公开 does, and the sums in the header of table three after a comma.
  const lines = rowspan ? text.split(/(?<=^（.）|，)/u) : [text];
  const runs = lines.map((line, index) => new TextRun({ text: line, ...type, ...(index > 0 && { break: 1 }) }));
  const numbersOfNotes = notes.map(
    (number, index) =>
      new TextRun({ text: `〔${number}〕`, superScript: true, ...(isSmall && index === 0 && !note && { break: 1 }) }),
  );
  return [
    {
      style: look.style,
      ...(kind === 'row' && look.labels.length > 1 && !rowspan && { alignment: AlignmentType.LEFT }),
      ...(kind === 'column' && !colspan && look.number && balanced(text, numbers, look)),
      children: note ? runs : [...runs, ...numbersOfNotes],
    },
    ...(note ? [{ style: 'CellNote', children: [new TextRun(`（${note}）`), ...numbersOfNotes] }] : []),
  ];
}

/** Indents of a narrow header, so that its lines have the same number of characters: 商业/企业. */
function balanced(text: string, { column, side }: NumberType, { size }: TableLook) {
  const width = column - 2 * side;
  const character = size * 10;
  const most = Math.floor(width / character);
  const each = Math.ceil(text.length / Math.ceil(text.length / most));
  const indent = Math.floor((width - (each + 0.2) * character) / 2);
  return each < most && indent > 0 ? { indent: { left: indent, right: indent } } : {};
}
