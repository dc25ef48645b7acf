import type { Grid, GridCell } from '../../view/grid.ts';
import { millimetres, TABLE_WIDTH } from './styles.ts';
import { TEXT_SIZES, type TextSize } from './text-sizes.ts';

/** How a table of the form looks, the same as in the PDF. */
export interface TableLook extends Pick<TextSize, 'size' | 'line'> {
  readonly style: string;
  /** The widths of the label columns in millimetres; the last column of labels takes what is left. */
  readonly labels: readonly number[];
  /** The width of a column of numbers in millimetres; without it, they share what is left. */
  readonly number?: number;
  /** The space above and below in a cell, and beside it, in twips. */
  readonly vertical: number;
  readonly side: number;
}

const LOOKS: Readonly<Record<string, TableLook>> = {
  blocks: { style: 'CellBlocks', ...TEXT_SIZES.CellBlocks, labels: [34], vertical: 80, side: 60 },
  matrix: {
    style: 'CellMatrix',
    ...TEXT_SIZES.CellMatrix,
    labels: [11.6, 15.4, 48.5],
    number: 11.5,
    vertical: 50,
    side: 40,
  },
  'side-by-side': { style: 'Cell', ...TEXT_SIZES.Cell, labels: [], vertical: 80, side: 20 },
};
/** What is different in a table that is a little tighter, so that a page is not left mostly white. */
const TIGHT: Readonly<Record<string, Partial<TableLook>>> = {
  blocks: { style: 'Cell', ...TEXT_SIZES.Cell, vertical: 50 },
  matrix: { style: 'CellMatrixTight', ...TEXT_SIZES.CellMatrixTight, vertical: 30 },
  'side-by-side': { vertical: 50 },
};

export const lookOf = (layout: string, tight = false): TableLook => ({
  ...(LOOKS[layout] ?? (LOOKS['side-by-side'] as TableLook)),
  ...(tight && TIGHT[layout]),
});

/** Column widths in twips. Together they fill the width of the table. */
export function columnWidths({ columns, bodies }: Grid, { labels, number = 0 }: TableLook): number[] {
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
const SMALLEST = TEXT_SIZES.CellNote.size;
/** The width of a digit in twips for each half point of its size. It is less in 宋体; other fonts are wider. */
const DIGIT = 5.6;

/** The least space beside a number, and the widest column of numbers beside labels, in twips. */
const NARROW_SIDE = 20;
const WIDEST = 840;

/**
 * The type of the numbers: the size in half points; the width of their column, the space beside them and between their
 * digits in twips.
 */
export interface NumberType {
  readonly column: number;
  readonly size: number;
  readonly side: number;
  readonly spacing: number;
}

/** The largest type in which the widest number of a table has one line. In the smallest one, its digits may be closer. */
export function numberType({ bodies }: Grid, columns: readonly number[], { size, side: usual }: TableLook): NumberType {
  const column = columns.at(-1) ?? 0;
  const types = Array.from({ length: size - SMALLEST + 1 }, (_, step) => {
    const side = Math.max(NARROW_SIDE, usual - 5 * step);
    // What is left for each digit.
    const spacings = numbersIn(bodies).map(({ text, colspan = 1 }) =>
      Math.floor((column * colspan - 2 * side) / text.length - (size - step) * DIGIT),
    );
    return { column, size: size - step, side, spacing: Math.min(0, ...spacings) };
  });
  return types.find(({ spacing }) => spacing === 0) ?? (types.at(-1) as NumberType);
}
