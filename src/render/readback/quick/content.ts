import type { MarkedItem } from '../pdf-reading.ts';
import type { PdfObjects } from './file.ts';
import { type PdfFont, readFont } from './fonts.ts';
import { bytesOfHex, DIGITS, PdfTokens, PdfWord } from './parse.ts';
import { isInteger, isName, NotOurs, ours, PdfDict, PdfName, PdfStream, type PdfValue } from './values.ts';
import { combined, type DrawingState, SAME, START, type TextMatrix, WrittenText } from './written-text.ts';

/** Of all pages. An annual report has about 20,000. */
const MOST_OPERATORS = 1_000_000;
/** Drawings inside each other. */
const DEEPEST = 10;

/** How many numbers an operator has that draws without text. */
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ w: 1, J: 1, j: 1, M: 1, i: 1, m: 2, l: 2, c: 6, v: 4, y: 4, h: 0, re: 4, S: 0, s: 0, f: 0, F: 0, 'f*': 0, B: 0 },
  ...{ 'B*': 0, b: 0, 'b*': 0, n: 0, W: 0, 'W*': 0, G: 1, g: 1, RG: 3, rg: 3, K: 4, k: 4, ET: 0, Tr: 1 },
};
// The two things of which most of a page is made, each read at once: lines and areas, and a glyph with its place.
const DRAWING = new RegExp(`(?:(?:(?:${DIGITS} ){4}re|(?:${DIGITS} ){2}[lm]|(?:${DIGITS} ){6}c|f|h)\\n){1,500}`, 'y');
const GLYPH = new RegExp(`(${DIGITS}) (${DIGITS}) Td <([0-9A-F]{4})> Tj\\n`, 'y');
/** Operators with other values, none of which can be text. */
const PLAIN = new Set(['d', 'ri', 'CS', 'cs', 'SC', 'SCN', 'sc', 'scn', 'sh']);

/** Reads the contents of pages: their text, and which of it is marked. */
export class PageContents {
  private readonly file: PdfObjects;
  private readonly fonts = new Map<PdfDict, PdfFont>();
  private operators = 0;

  constructor(file: PdfObjects) {
    this.file = file;
  }

  /** `box` has the edges of the page. Throws `NotOurs`. */
  read(page: PdfDict, box: readonly number[]): MarkedItem[] {
    const items: MarkedItem[] = [];
    this.draw(page.get('Contents'), this.file.dict(page.get('Resources')), { items, box, state: START, depth: 0 });
    return items;
  }

  private draw(stream: PdfValue | undefined, resources: PdfDict, { items, box, state, depth }: Drawing): void {
    ours(depth <= DEEPEST);
    const run = new Run(this.file, resources, items, new WrittenText(box), state);
    const tokens = new PdfTokens(this.file.unpack(stream).toString('latin1'));
    const operands: PdfValue[] = [];
    while (!tokens.isAtEnd) {
      if (operands.length === 0 && run.pass(tokens)) continue;
      const token = tokens.next();
      if (!(token instanceof PdfWord)) {
        ours(operands.push(token) <= 32);
        continue;
      }
      ours(++this.operators <= MOST_OPERATORS);
      const { word } = token;
      if (word === 'Tf') run.font(operands, (dict) => this.fontOf(dict));
      else if (word === 'Do') this.drawObject(operands, run, { items, box, depth });
      else run.operator(word, operands);
      operands.length = 0;
    }
    ours(operands.length === 0);
    run.end();
  }

  /** A picture has no text; a drawing is read like a page. */
  private drawObject(operands: readonly PdfValue[], run: Run, place: Omit<Drawing, 'state'>): void {
    run.write();
    const object = run.resource('XObject', operands);
    ours(object instanceof PdfStream);
    const { dict } = object;
    if (isName(dict.get('Subtype'), 'Image')) return;
    ours(isName(dict.get('Subtype'), 'Form'));
    const page = dict.has('Matrix')
      ? combined(run.state.page, matrixOf(this.file.list(dict.get('Matrix'))))
      : run.state.page;
    const state = { ...run.state, page };
    this.draw(object, this.file.dict(dict.get('Resources')), { ...place, state, depth: place.depth + 1 });
  }

  private fontOf(dict: PdfDict): PdfFont {
    const font = this.fonts.get(dict) ?? readFont(this.file, dict);
    this.fonts.set(dict, font);
    return font;
  }
}

interface Drawing {
  readonly items: MarkedItem[];
  readonly box: readonly number[];
  readonly state: DrawingState;
  readonly depth: number;
}

/** One stream of operators. */
class Run {
  state: DrawingState;
  private readonly file: PdfObjects;
  private readonly resources: PdfDict;
  private readonly items: MarkedItem[];
  private readonly text: WrittenText;
  private readonly saved: DrawingState[] = [];
  private marks = 0;

  constructor(file: PdfObjects, resources: PdfDict, items: MarkedItem[], text: WrittenText, state: DrawingState) {
    this.file = file;
    this.resources = resources;
    this.items = items;
    this.text = text;
    this.state = state;
  }

  /** Adds the text so far to the items. */
  write(): void {
    const str = this.text.take();
    if (str !== '') this.items.push({ str });
  }

  end(): void {
    ours(this.marks === 0 && this.saved.length === 0);
    this.write();
  }

  /** Passes what pages have most. Returns false if something else is next. */
  pass(tokens: PdfTokens): boolean {
    const [, x, y, code] = tokens.match(GLYPH) ?? [];
    if (code === undefined) return tokens.match(DRAWING) !== null;
    this.move(Number(x), Number(y));
    this.glyphs(bytesOfHex(code), 0);
    return true;
  }

  resource(kind: string, [name, ...others]: readonly PdfValue[]): PdfValue {
    ours(name instanceof PdfName && others.length === 0);
    return this.file.get(this.file.dict(this.resources.get(kind)).get(name.name));
  }

  font([name, size, ...others]: readonly PdfValue[], fontOf: (dict: PdfDict) => PdfFont): void {
    ours(name instanceof PdfName && typeof size === 'number' && size > 0 && others.length === 0);
    const dict = this.resource('Font', [name]);
    ours(dict instanceof PdfDict);
    this.state = { ...this.state, font: fontOf(dict), fontName: name.name, size };
  }

  operator(word: string, operands: readonly PdfValue[]): void {
    const numbers = NUMBERS[word];
    if (numbers !== undefined) numbersIn(operands, numbers);
    else if (!(PLAIN.has(word) || this.place(word, operands) || this.mark(word, operands))) this.show(word, operands);
  }

  /** Operators on states and positions. */
  private place(word: string, operands: readonly PdfValue[]): boolean {
    const { state } = this;
    if (word === 'q' || word === 'Q' || word === 'BT') numbersIn(operands, 0);
    if (word === 'q') this.saved.push(state);
    else if (word === 'Q') {
      const saved = this.saved.pop();
      if (!saved) throw new NotOurs();
      this.state = saved;
    } else if (word === 'BT') this.state = { ...state, text: SAME, line: SAME };
    else if (word === 'cm') this.state = { ...state, page: combined(state.page, matrixOf(operands)) };
    else if (word === 'Tm') {
      const matrix = matrixOf(operands);
      this.state = { ...state, text: matrix, line: matrix };
      this.text.rescale(this.state);
    } else if (word === 'Td') {
      const [x = 0, y = 0] = numbersIn(operands, 2);
      this.move(x, y);
    } else if (word === 'gs') {
      const look = this.resource('ExtGState', operands);
      ours(look instanceof PdfDict && !look.has('Font'));
    } else return false;
    return true;
  }

  private move(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.state.line;
    const line: TextMatrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
    this.state = { ...this.state, text: line, line };
  }

  private mark(word: string, operands: readonly PdfValue[]): boolean {
    if (word !== 'BMC' && word !== 'BDC' && word !== 'EMC') return false;
    this.write();
    if (word === 'EMC') {
      ours(operands.length === 0 && this.marks-- > 0);
      this.items.push({ type: 'endMarkedContent' });
      return true;
    }
    const [tag, properties, ...others] = operands;
    ours(tag instanceof PdfName && others.length === 0 && properties instanceof PdfDict === (word === 'BDC'));
    const id = properties instanceof PdfDict ? properties.get('MCID') : undefined;
    ours(id === undefined || isInteger(id));
    this.marks++;
    this.items.push({ type: 'beginMarkedContent', id: id === undefined ? null : String(id) });
    return true;
  }

  private show(word: string, operands: readonly PdfValue[]): void {
    ours((word === 'Tj' || word === 'TJ') && operands.length === 1);
    const parts = word === 'Tj' ? operands : this.file.list(operands[0]);
    let waiting = '';
    for (const part of parts) {
      if (typeof part === 'string') waiting += part;
      else {
        ours(typeof part === 'number' && word === 'TJ');
        if (part === 0) continue;
        this.glyphs(waiting, part * ((-1 * this.state.size) / 1000));
        waiting = '';
      }
    }
    if (waiting !== '' || word === 'Tj') this.glyphs(waiting, 0);
  }

  private glyphs(shown: string, extra: number): void {
    const { font } = this.state;
    if (!font) throw new NotOurs();
    this.state = this.text.show(font.glyphs(shown), this.state, extra);
  }
}

function numbersIn(operands: readonly PdfValue[], count: number): readonly number[] {
  ours(operands.length === count && operands.every((one) => typeof one === 'number'));
  return [...operands] as number[];
}

const matrixOf = (operands: readonly PdfValue[]): TextMatrix => numbersIn(operands, 6) as unknown as TextMatrix;
