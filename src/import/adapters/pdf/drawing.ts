import type { Box } from './geometry.ts';

/** A character as it is drawn on the page. */
export interface Char {
  /** One or more letters: a ligature is written out. */
  readonly text: string;
  readonly box: Box;
  /** The line that the characters stand on. */
  readonly baseline: number;
  /** The height of the font in points. */
  readonly size: number;
  /** Clockwise, in degrees; 0 for upright. */
  readonly angle: number;
  /** Upright, in a line that goes down. */
  readonly vertical: boolean;
  readonly font: string;
  readonly bold: boolean;
  /** Not to be seen: without ink, without colour or white on white. */
  readonly hidden: boolean;
  /** A blank was drawn before it. */
  readonly spaced: boolean;
}

/** A straight line that is drawn on the page, or a part of one. */
export interface DrawnLine {
  readonly across: boolean;
  /** y of a line across, x of a line down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is drawn on one page. */
export interface PageDrawing {
  readonly chars: readonly Char[];
  readonly rules: readonly DrawnLine[];
  /** Rectangles that are filled, white ones too, such as the ground of a cell. */
  readonly areas: readonly Box[];
  readonly width: number;
  readonly height: number;
}
