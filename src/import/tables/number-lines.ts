import type { BlockDef } from '../../form/types.ts';
import type { Frame } from './frame.ts';
import { cellsOfLine } from './line-cells.ts';
import type { FoundRow, GridLine } from './rows.ts';

/** A row with the columns around it. */
export interface FramedRow {
  readonly row: FoundRow;
  readonly frame: Frame;
  readonly block: BlockDef;
  /** There are numbers beside no label, and labels without numbers: the numbers may be those of other rows. */
  readonly astray: boolean;
}

const isNumber = (text: string): boolean => /^[\p{Nd}\-—/]/u.test(text.trim());

const hasNumbers = (line: GridLine, { ranges }: Frame): boolean => {
  const cells = cellsOfLine(line, ranges, []);
  return cells.filter((one) => isNumber(one?.cells[0]?.cell.text ?? '')).length * 2 >= ranges.length;
};

/** A label begins in the line: a row that the form does not have, such as 小计, keeps its numbers. */
const hasOwnWords = ({ view, row }: GridLine): boolean =>
  view.row(row).some(({ top, label }) => top === row && /\p{L}/u.test(label));

/** The lines with numbers from the first row of a part to the line behind its last row. */
function numberLines(part: readonly FramedRow[]): GridLine[] {
  const lines = part.flatMap(({ row }) => row.lines);
  const { view, row: first } = lines[0] as GridLine;
  const last = Math.min(view.rows - 1, Math.max(...lines.map(({ row }) => row)) + 1);
  const frame = (part[0] as FramedRow).frame;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ view, row: first + index })).filter(
    (line) => hasNumbers(line, frame),
  );
}

/** Marks the rows of a part whose numbers may be those of other rows. */
export function markAstray(part: readonly FramedRow[]): FramedRow[] {
  const labelled = new Set(part.flatMap(({ row }) => row.lines.map((line) => line.row)));
  const alone = numberLines(part).some((line) => !labelled.has(line.row) && !hasOwnWords(line));
  const empty = part.some(({ row, frame }) => !row.lines.some((line) => hasNumbers(line, frame)));
  return part.map((one) => ({ ...one, astray: alone && empty }));
}

/** The first row with the first line of numbers, the second with the second, and so on, if there are as many. */
export function inOrderOfLines(part: readonly FramedRow[]): FramedRow[] {
  const lines = numberLines(part);
  if (lines.length !== part.length) return [...part];
  return part.map((one, index) => ({ ...one, row: { ...one.row, lines: [lines[index] as GridLine] } }));
}
