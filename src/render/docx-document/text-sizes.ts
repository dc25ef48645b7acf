/** The type of a style in half points; the height of its lines and the space above and below it in twips. */
export interface TextSize {
  readonly size: number;
  readonly line: number;
  readonly above?: number;
  readonly below?: number;
}

/** The sizes of what is not on the grid of the page, by style: its heights are counted to plan pages. */
export const TEXT_SIZES = {
  Cell: { size: 21, line: 280 },
  CellBlocks: { size: 22, line: 320 },
  CellMatrix: { size: 18, line: 240 },
  CellMatrixTight: { size: 18, line: 225 },
  CellNote: { size: 14, line: 168 },
  Footnote: { size: 24, line: 360, above: 40, below: 240 },
  Gap: { size: 2, line: 240 },
  Caption: { size: 28, line: 400, above: 80 },
} as const satisfies Readonly<Record<string, TextSize>>;
