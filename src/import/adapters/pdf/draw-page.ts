import type { Char, DrawnLine, PageDrawing } from './drawing.ts';
import { type Box, boxAround, common, isIn, type Matrix, moved, times } from './geometry.ts';
import { filledRules, strokedRules, subpathsOf } from './paths.ts';
import { tooLarge } from './refusals.ts';
import { type FontFace, type Glyph, isWhite, type State, startOfText, startState } from './state.ts';
import { BLANK, drawText } from './text-pen.ts';

/** The operators of a page as pdf.js gives them, with the names of its operators. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface PageSetting {
  /** From the space of the page to points from its top left corner, turned as it is shown. */
  readonly transform: Matrix;
  readonly width: number;
  readonly height: number;
  font(id: string): FontFace;
  /** False for a layer of the file that is off. */
  isShown(layer: unknown): boolean;
}

type Args = readonly never[];

/** Follows the operators of a page and notes every character and every straight line. Pictures and curves are left out. */
export class PageDrawer {
  readonly chars: Char[] = [];
  readonly rules: DrawnLine[] = [];
  private readonly areas: Box[] = [];
  private readonly grounds: Box[] = [];
  private readonly saved: State[] = [];
  private state: State;
  private text = startOfText();
  private clipping = false;
  private blank = false;
  private covers = 0;
  private steps = 0;
  /** The layers and other marked parts around, from outside to inside: whether each is shown. */
  private readonly parts: boolean[] = [];

  constructor(
    private readonly setting: PageSetting,
    private readonly ops: Readonly<Record<string, number>>,
  ) {
    const { transform, width, height } = setting;
    this.state = startState(transform, { left: 0, top: 0, right: width, bottom: height });
  }

  draw({ fnArray, argsArray }: Operators): PageDrawing {
    const names = new Map(Object.entries(this.ops).map(([name, code]) => [code, name]));
    fnArray.forEach((code, index) => {
      const name = names.get(code) ?? '';
      const args = (argsArray[index] ?? []) as Args;
      if (name.includes('MarkedContent')) this.part(name, args);
      else if (name === 'constructPath') {
        if (this.clipping || !this.parts.includes(false)) this.path(args);
      } else if (/text|spacing|leading|line$|font/iu.test(name)) this.letters(name, args);
      else this.set(name, args);
    });
    const { width, height } = this.setting;
    return { chars: this.chars.map((char) => this.shown(char)), rules: this.rules, areas: this.areas, width, height };
  }

  /** White letters on a dark area are seen. */
  private shown(char: Char): Char {
    if (!char.hidden) return char;
    const [x, y] = [(char.box.left + char.box.right) / 2, (char.box.top + char.box.bottom) / 2];
    return whiteInk.has(char) && this.grounds.some((ground) => isIn(ground, x, y)) ? { ...char, hidden: false } : char;
  }

  private part(name: string, [tag, layer]: Args): void {
    if (name === 'endMarkedContent') this.parts.pop();
    else this.parts.push(name !== 'beginMarkedContentProps' || String(tag) !== 'OC' || this.setting.isShown(layer));
  }

  private set(name: string, args: Args): void {
    const { state } = this;
    switch (name) {
      case 'save':
        this.saved.push({ ...state });
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.state = this.saved.pop() ?? state;
        break;
      case 'paintFormXObjectBegin':
        this.saved.push({ ...state });
        this.form(args);
        break;
      case 'beginAnnotation':
        this.annotation(args);
        break;
      case 'endAnnotation':
        this.state = this.saved.pop() ?? state;
        break;
      case 'transform':
        state.matrix = times(args as unknown as Matrix, state.matrix);
        break;
      case 'setLineWidth':
        state.lineWidth = args[0] as unknown as number;
        break;
      case 'clip':
      case 'eoClip':
        this.clipping = true;
        break;
      case 'setGState':
        this.graphics(args[0] as unknown as readonly (readonly [string, never])[]);
        break;
      case 'paintSolidColorImageMask':
        this.fill(subpathsOf(UNIT_SQUARE, state.matrix));
        break;
      default:
        this.colour(name, args);
    }
  }

  private colour(name: string, args: Args): void {
    const colour = /^set(Fill|Stroke)(RGBColor|Transparent|ColorN|.*)$/u.exec(name);
    if (!colour) return;
    const value = colour[2] === 'RGBColor' ? String(args[0]) : colour[2] === 'Transparent' ? '#ffffff' : '#000000';
    if (colour[1] === 'Fill') this.state.fill = value;
    else this.state.stroke = value;
  }

  private form([matrix, box]: Args): void {
    if (matrix) this.state.matrix = times([...(matrix as number[])] as unknown as Matrix, this.state.matrix);
    if (box) this.clipTo(box);
  }

  private annotation([, rect, transform, matrix]: Args): void {
    this.saved.push({ ...this.state });
    const { transform: page, width, height } = this.setting;
    this.state = startState(page, { left: 0, top: 0, right: width, bottom: height });
    if (!rect) return;
    this.state.matrix = times(transform as unknown as Matrix, this.state.matrix);
    this.state.matrix = times(matrix as unknown as Matrix, this.state.matrix);
  }

  private clipTo(box: ArrayLike<number>): void {
    const [a, b, c, d] = Array.from(box) as [number, number, number, number];
    const corners = subpathsOf([0, a, b, 1, c, b, 1, c, d, 1, a, d], this.state.matrix)[0]?.points ?? [];
    this.state.clip = common(this.state.clip, boxAround(corners));
  }

  private graphics(pairs: readonly (readonly [string, never])[]): void {
    for (const [key, value] of pairs) {
      if (key === 'ca') this.state.fillAlpha = value;
      if (key === 'BM') this.state.covers = (value as string) === 'source-over';
      if (key === 'CA') this.state.strokeAlpha = value;
      if (key === 'LW') this.state.lineWidth = value;
      if (key === 'Font') this.letters('setFont', value);
    }
  }

  private path([operator, data]: Args): void {
    const { ops, state } = this;
    const steps = (data as unknown as (ArrayLike<number> | null)[] | null)?.[0];
    this.steps += steps?.length ?? 0;
    if (this.steps > MOST_STEPS)
      throw tooLarge(`一页上超过 ${MOST_STEPS} 个坐标`, `more than ${MOST_STEPS} coordinates on one page`);
    const parts = steps ? subpathsOf(steps, state.matrix) : [];
    const is = (...names: string[]) => names.some((name) => ops[name] === (operator as unknown as number));
    if (is('fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')) this.fill(parts);
    if (is('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')) {
      const closes = is('closeStroke', 'closeFillStroke', 'closeEOFillStroke');
      const width = state.lineWidth * Math.hypot(state.matrix[0], state.matrix[1]);
      if (!isWhite(state.stroke) && state.strokeAlpha >= 0.05)
        this.rules.push(
          ...strokedRules(closes ? parts.map((part) => ({ ...part, closed: true })) : parts, state.clip, width),
        );
    }
    if (this.clipping && parts.length > 0)
      state.clip = common(state.clip, boxAround(parts.flatMap(({ points }) => points)));
    this.clipping = false;
  }

  private fill(parts: ReturnType<typeof subpathsOf>): void {
    const { state } = this;
    if (state.fillAlpha < 0.05) return;
    const { rules, areas } = filledRules(parts, state.clip);
    for (const area of areas) this.areas.push(area);
    if (isWhite(state.fill)) {
      if (state.covers && state.fillAlpha > 0.95) for (const area of areas) this.cover(area);
      return;
    }
    for (const rule of rules) this.rules.push(rule);
    for (const area of areas) this.grounds.push(area);
  }

  /** A number can be corrected by a white area over it and a new number on that. */
  private cover(area: Box): void {
    if (++this.covers > MOST_COVERS) return;
    this.chars.forEach((char, index) => {
      const [x, y] = [(char.box.left + char.box.right) / 2, (char.box.top + char.box.bottom) / 2];
      if (!char.hidden && isIn(area, x, y)) this.chars[index] = { ...char, hidden: true };
    });
  }

  private letters(name: string, args: Args): void {
    const { state, text } = this;
    const [first, second] = args as unknown as [number, number];
    switch (name) {
      case 'beginText':
        this.text = startOfText();
        break;
      case 'setFont':
        state.font = this.setting.font(String(first));
        state.size = second;
        break;
      case 'setCharSpacing':
        state.charSpacing = first;
        break;
      case 'setWordSpacing':
        state.wordSpacing = first;
        break;
      case 'setHScale':
        state.widthScale = first / 100;
        break;
      case 'setLeading':
        state.leading = -first;
        break;
      case 'setTextRise':
        state.rise = first;
        break;
      case 'setTextRenderingMode':
        state.mode = first;
        break;
      case 'setTextMatrix':
        text.matrix = text.line = textMatrix(args);
        break;
      case 'moveText':
        this.move(first, second);
        break;
      case 'setLeadingMoveText':
        state.leading = second;
        this.move(first, second);
        break;
      case 'nextLine':
        this.move(0, state.leading);
        break;
      case 'showText':
        this.show(first as unknown as readonly (Glyph | number | null)[]);
    }
  }

  private move(x: number, y: number): void {
    this.text.matrix = this.text.line = moved(this.text.line, x, y);
  }

  private show(glyphs: readonly (Glyph | number | null)[]): void {
    drawText(glyphs, this.state, this.text, (char) => {
      if (char === BLANK) {
        this.blank = true;
        return;
      }
      const own = this.blank && !char.spaced ? { ...char, spaced: true } : char;
      this.blank = false;
      if (own.hidden && this.state.mode !== 3 && isWhite(this.state.fill)) whiteInk.add(own);
      if (!this.parts.includes(false)) this.chars.push(own);
    });
  }
}

/** Numbers of the paths of one page. */
const MOST_STEPS = 1_000_000;

/** White areas of one page. Looking below more of them would take too long. */
const MOST_COVERS = 2000;

/** Hidden only because of their colour. */
const whiteInk = new WeakSet<Char>();

/** pdf.js gives the matrix as one argument or as six. */
const textMatrix = (args: Args): Matrix => {
  const [first] = args as unknown as [ArrayLike<number> | number];
  return (typeof first === 'number' ? args : Array.from(first)) as unknown as Matrix;
};

const UNIT_SQUARE = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];
