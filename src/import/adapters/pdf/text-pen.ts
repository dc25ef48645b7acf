import type { Char } from './drawing.ts';
import { boxAround, isIn, type Matrix, moved, pointOf, times } from './geometry.ts';
import { meantLetters } from './letters.ts';
import { type Glyph, isWhite, type State, type TextPosition } from './state.ts';

/** Draws the characters of one operator and moves the position in the line. */
export function drawText(
  glyphs: readonly (Glyph | number | null)[],
  state: State,
  text: TextPosition,
  into: (char: Char) => void,
): void {
  const vertical = state.font.vertical === true;
  const unit = state.font.fontMatrix?.[0] ?? 0.001;
  let spaced = false;
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      const back = (-glyph / 1000) * state.size;
      text.matrix = vertical ? moved(text.matrix, 0, back) : moved(text.matrix, back * state.widthScale, 0);
      continue;
    }
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const advance = glyph.width * unit * state.size;
    const letters = meantLetters(glyph.unicode);
    if (letters.trim() === '') spaced = true;
    else {
      into(charOf(letters, glyph, advance, state, text, spaced));
      spaced = false;
    }
    const down = (glyph.vmetric?.[0] ?? -1000) * 0.001 * state.size;
    text.matrix = vertical
      ? moved(text.matrix, 0, down - spacing)
      : moved(text.matrix, (advance + spacing) * state.widthScale, 0);
  }
  if (spaced) into(BLANK);
}

/** A blank at the end of what one operator draws. */
export const BLANK: Char = {
  text: ' ',
  box: { left: 0, top: 0, right: 0, bottom: 0 },
  baseline: 0,
  size: 0,
  angle: 0,
  vertical: false,
  font: '',
  bold: false,
  hidden: false,
  spaced: false,
};

function charOf(
  letters: string,
  glyph: Glyph,
  advance: number,
  state: State,
  text: TextPosition,
  spaced: boolean,
): Char {
  const { size, rise, font, widthScale } = state;
  const vertical = font.vertical === true;
  const matrix: Matrix = times(text.matrix, state.matrix);
  // In a line that goes down, the position is above the middle of the character.
  const [x, y] = vertical ? [-size / 2, -(glyph.vmetric?.[2] ?? 880) * 0.001 * size] : [0, rise];
  const width = vertical ? size : advance * widthScale;
  const start = pointOf(matrix, x, y);
  const end = pointOf(matrix, x + width, y);
  const top = pointOf(matrix, x, y + size * 0.8);
  const low = pointOf(matrix, x + width, y - size * 0.15);
  const box = boxAround([start, end, top, low]);
  const height = Math.hypot(top[0] - start[0], top[1] - start[1]) / 0.8;
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  return {
    text: letters,
    box,
    baseline: start[1],
    size: height,
    angle: angleOf(matrix, size),
    vertical,
    font: font.name ?? '',
    bold:
      font.bold === true ||
      font.black === true ||
      /bold|black|heavy|simhei|黑/iu.test(font.name ?? '') ||
      state.mode === 2,
    hidden: isHidden(state) || !isIn(state.clip, ...middle, height / 2),
    spaced,
  };
}

const angleOf = (matrix: Matrix, size: number): number => {
  const turn = size < 0 ? -1 : 1;
  return (Math.round((Math.atan2(matrix[1] * turn, matrix[0] * turn) * 180) / Math.PI) + 360) % 360;
};

const isHidden = ({ mode, fill, fillAlpha }: State): boolean =>
  mode === 3 || mode === 7 || ((mode === 0 || mode === 4) && (fillAlpha < 0.05 || isWhite(fill)));
