import { type Box, IDENTITY, type Matrix } from './geometry.ts';

/** What pdf.js tells of a font. */
export interface FontFace {
  readonly name?: string;
  readonly vertical?: boolean;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** One character for pdf.js. `width` in units of the font. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** The settings that later operators draw with. */
export interface State {
  matrix: Matrix;
  clip: Box;
  fill: string;
  stroke: string;
  fillAlpha: number;
  /** Areas cover what is below them. */
  covers: boolean;
  strokeAlpha: number;
  lineWidth: number;
  font: FontFace;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  widthScale: number;
  leading: number;
  rise: number;
  mode: number;
}

export const startState = (matrix: Matrix, clip: Box): State => ({
  matrix,
  clip,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  covers: true,
  strokeAlpha: 1,
  lineWidth: 1,
  font: {},
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  widthScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

/** The position in a line of text and the start of this line. */
export interface TextPosition {
  matrix: Matrix;
  line: Matrix;
}

export const startOfText = (): TextPosition => ({ matrix: IDENTITY, line: IDENTITY });

/** Almost the colour of paper. */
export const isWhite = (colour: string): boolean => /^#f[a-f89]f[a-f89]f[a-f89]$/iu.test(colour);
