import type { DrawnGlyph, PdfFont } from './fonts.ts';

/** The six numbers of a transformation. */
export type TextMatrix = readonly [number, number, number, number, number, number];

export const SAME: TextMatrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const combined = (outer: TextMatrix, inner: TextMatrix): TextMatrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export interface DrawingState {
  readonly page: TextMatrix;
  readonly font: PdfFont | undefined;
  /** The name of the font on its page. */
  readonly fontName: string;
  readonly size: number;
  /** Where the next glyph and the current line begin. */
  readonly text: TextMatrix;
  readonly line: TextMatrix;
}

export const START: DrawingState = { page: SAME, font: undefined, fontName: '', size: 0, text: SAME, line: SAME };

/** Moves the next glyph within its line. */
export const advanced = (state: DrawingState, x: number): DrawingState => {
  const [a, b, c, d, e, f] = state.text;
  return { ...state, text: [a, b, c, d, a * x + e, b * x + f] };
};

// The same shares of the size of the font as in pdf.js: what is further apart has a space between it.
const SPACE = 0.102;
const NO_SPACE = 0.03;
const BACK = -0.2;
const WIDE = 0.6;
const SHIFT = 0.25;

/** Characters that pdf.js writes in their common form. It does not change other ones, such as radicals or superscripts. */
const COMMON_FORM = /[\u00a0\u00b5\u037e\u0eb3\u2000-\u200a\u202f\u2126\ufb00-\ufb04\ufb06]|\ufb05/g;
const commonForm = (text: string): string =>
  text.replace(COMMON_FORM, (one) => (one === '\ufb05' ? 'ſt' : one.normalize('NFKC')));

/**
 * Collects the text of a page with the same spaces as pdf.js. It has to tell from the positions whether there is a space
 * between two glyphs. Text outside the page does not count; invisible text does.
 */
export class WrittenText {
  private readonly box: readonly number[];
  private out = '';
  /** Letters that were not yet added to `out`. */
  private letters = '';
  private lastTwo: [string, string] = [' ', ' '];
  private position = 0;
  /** Where the last glyph ended, and how it was transformed. */
  private previous: TextMatrix | undefined;
  private scale = 0;
  private width = 0;
  private totalWidth = 0;
  private height = 0;
  private size = 0;
  private look: DrawingState | undefined;

  /** `box` has the left, lower, right and upper edge of the page. */
  constructor(box: readonly number[]) {
    this.box = box;
  }

  /** Returns the text since the last call. */
  take(): string {
    this.flush();
    const { out } = this;
    this.out = '';
    return out;
  }

  /** The font or line was set anew. */
  rescale(state: DrawingState): void {
    if (this.letters === '') return;
    const scale = scaleOf(state);
    if (scale === this.scale) return;
    this.totalWidth += this.width * this.scale;
    this.width = 0;
    this.scale = scale;
  }

  /** Adds glyphs and returns the state after them; `extra` is the space behind the last one. */
  show(glyphs: readonly DrawnGlyph[], start: DrawingState, extra: number): DrawingState {
    this.look ??= start;
    if (
      this.look.size !== start.size ||
      (this.look.fontName !== start.fontName && this.look.font?.name !== start.font?.name)
    ) {
      this.flush();
      this.look = start;
    }
    let state = start;
    for (const [index, glyph] of glyphs.entries()) {
      const after = index === glyphs.length - 1 ? extra : 0;
      state = this.add(glyph, state, after);
    }
    return glyphs.length === 0 && extra !== 0 ? advanced(state, extra) : state;
  }

  private add({ text, width: own, kind }: DrawnGlyph, state: DrawingState, after: number): DrawingState {
    if (kind === 'format') return state;
    let width = own * (0.001 * state.size);
    if (kind === 'space') {
      this.follow(' ');
      return advanced(state, after + width);
    }
    if (kind !== 'mark' && !this.compare(state, width)) return advanced(state, width);
    this.begin(state);
    if (kind === 'mark') width = 0;
    const next = advanced(state, width);
    this.width += width;
    if (width !== 0) this.previous = transformOf(next);
    if (this.follow(text)) this.letters += ' ';
    this.letters += text;
    return after === 0 ? next : advanced(next, after);
  }

  private begin(state: DrawingState): void {
    if (this.letters !== '') return;
    const transform = transformOf(state);
    this.width = 0;
    this.totalWidth = 0;
    this.height = Math.hypot(transform[2], transform[3]);
    this.scale = scaleOf(state);
    this.size = state.size;
  }

  private flush(): void {
    if (this.letters === '') return;
    this.totalWidth += this.width * this.scale;
    this.out += commonForm(this.letters);
    this.letters = '';
  }

  /** Remembers a character. Returns true if there is a space between it and a letter. */
  private follow(char: string): boolean {
    const next = this.position === 0 ? 1 : 0;
    const isAfterSpace = this.lastTwo[this.position] !== ' ' && this.lastTwo[next] === ' ';
    this.lastTwo[this.position] = char;
    this.position = next;
    return isAfterSpace;
  }

  private forget(): void {
    this.lastTwo = [' ', ' '];
    this.position = 0;
  }

  private endLine(): void {
    this.forget();
    this.flush();
  }

  /** Adds the space before a glyph, if there is one. Returns false if the glyph is outside the page. */
  private compare(state: DrawingState, width: number): boolean {
    const transform = transformOf(state);
    const [left = 0, lower = 0, right = 0, upper = 0] = this.box;
    const [, , , , x, y] = transform;
    if (x + width < left || x > right || y < lower || y > upper) return false;
    if (!this.previous || (this.previous[4] === x && this.previous[5] === y)) return true;
    const [dx, down] = distance(this.previous, transform);
    const across = dx / this.scale;
    const direction = Math.sign(this.width || this.totalWidth);
    if (across < direction * (this.size * BACK) || Math.abs(down) > this.height) {
      this.endLine();
      return true;
    }
    if (across <= direction * (this.size * NO_SPACE)) this.forget();
    if (across <= direction * (this.size * SPACE)) this.join(across);
    else this.separate(across, direction);
    if (Math.abs(down) > this.height * SHIFT) this.flush();
    return true;
  }

  /** Too near for a space, unless one was drawn. */
  private join(across: number): void {
    const next = this.position === 0 ? 1 : 0;
    if (this.lastTwo[this.position] === ' ' || this.lastTwo[next] !== ' ') {
      this.width += across;
      return;
    }
    this.endLine();
    this.out += ' ';
  }

  private separate(across: number, direction: number): void {
    const isNarrow = direction * (this.size * SPACE) <= across && across <= direction * (this.size * WIDE);
    if (isNarrow && this.letters !== '') {
      this.forget();
      this.letters += ' ';
      this.width += across;
      return;
    }
    this.flush();
    this.forget();
    this.out += ' ';
  }
}

const scaleOf = ({ page, line }: DrawingState): number => Math.hypot(page[0], page[1]) * Math.hypot(line[0], line[1]);

const transformOf = ({ page, text, size }: DrawingState): TextMatrix =>
  combined(page, combined(text, [size, 0, 0, size, 0, 0]));

/** How far the second position is from the first, along and across the line. */
function distance(from: TextMatrix, to: TextMatrix): [number, number] {
  const [dx, dy] = [to[4] - from[4], to[5] - from[5]];
  if (to[0] && to[1] === 0 && to[2] === 0) return to[0] > 0 ? [dx, dy] : [-dx, -dy];
  if (to[1] && to[0] === 0 && to[3] === 0) return to[1] > 0 ? [dy, dx] : [-dy, -dx];
  const [x, y] = unrotated(to[4], to[5], to);
  const [fromX, fromY] = unrotated(from[4], from[5], from);
  return [x - fromX, y - fromY];
}

function unrotated(x: number, y: number, matrix: TextMatrix): [number, number] {
  const scale = Math.hypot(matrix[0], matrix[1]);
  return [(matrix[0] * x + matrix[1] * y) / scale, (matrix[2] * x + matrix[3] * y) / scale];
}
