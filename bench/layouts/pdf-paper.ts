// Draws a report on paper with the operators of PDF: no tags, no structure, only glyphs and rules at places.
import { PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import { type Grid, type GridCell, HEADER_ROWS, heightOf, widthOf } from './grid.ts';
import type { Block } from './page.ts';

export interface PaperStyle {
  /** How the borders of cells are drawn. */
  readonly rules: 'lines' | 'rectangles' | 'boxes' | 'none';
  /** Each glyph is placed alone. */
  readonly glyphs?: true;
  /** The header of table three again on the next page. */
  readonly headerAgain?: true;
  /** The numbers of a table are drawn before its labels. */
  readonly numbersFirst?: true;
  /** The page is broken inside （四） of table three. */
  readonly breakInFour?: true;
  readonly pageNumber?: (page: number) => string;
  /** Printed on top of each page. */
  readonly runningHead?: string;
}

const PAPER = { width: 595, height: 842, left: 60, right: 535, top: 780, bottom: 80 };
const TEXT = { size: 14, leading: 26 };
const CELL = { size: 8, leading: 10, pad: 3, height: 17 };

/** Widths of a glyph in ems: ASCII is half as wide. */
const widthOfText = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

function wrapped(text: string, room: number, size: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const one of line) {
      const last = lines.length - 1;
      const grown = `${lines[last]}${one}`;
      if (widthOfText(grown) * size > room && lines[last] !== '') lines.push(one);
      else lines[last] = grown;
    }
    return lines;
  });
}

/** Widths of the columns of a table: the labels of table three are narrow. */
function columnsOf(grid: Grid): number[] {
  const count = widthOf(grid);
  const room = PAPER.right - PAPER.left;
  if (count !== 10) return Array(count).fill(room / count);
  return [14, 46, 135, ...Array(7).fill((room - 195) / 7)];
}

export async function drawPaper(blocks: readonly Block[], style: PaperStyle): Promise<Uint8Array> {
  const pen = new Pen(style);
  for (const block of blocks) {
    if (block.kind === 'grid') drawTable(pen, block.grid, block.table, style);
    else drawText(pen, block);
  }
  return pen.finish();
}

function drawText(pen: Pen, { text, kind }: Exclude<Block, { kind: 'grid' }>): void {
  const room = PAPER.right - PAPER.left;
  const indent = kind === 'text' || kind === 'heading' ? '\u3000\u3000' : '';
  for (const line of wrapped(indent + text, room, TEXT.size)) {
    pen.need(TEXT.leading);
    const drawn = line.replace(/^\u3000+/u, '');
    const lead = (widthOfText(line) - widthOfText(drawn)) * TEXT.size;
    const x = kind === 'title' ? (PAPER.left + PAPER.right - widthOfText(line) * TEXT.size) / 2 : PAPER.left + lead;
    pen.y -= TEXT.leading;
    pen.text(x, pen.y + 6, TEXT.size, drawn);
  }
}

function drawTable(pen: Pen, grid: Grid, table: string, style: PaperStyle): void {
  const widths = columnsOf(grid);
  const lefts = [...widths, 0].map((_, index) => PAPER.left + sum(widths, 0, index));
  const inside = ({ text, column, columns }: GridCell) =>
    wrapped(text, (lefts[column + columns] ?? 0) - (lefts[column] ?? 0) - CELL.pad, CELL.size);
  const heights = Array.from({ length: heightOf(grid) }, (_, row) => {
    const lines = grid.filter((cell) => cell.row === row && cell.rows === 1).map((cell) => inside(cell).length);
    return Math.max(CELL.height, Math.max(1, ...lines) * CELL.leading + CELL.pad * 2);
  });
  const forced = style.breakInFour ? (grid.find(({ text }) => text.startsWith('（四）'))?.row ?? -2) + 1 : -1;
  const drawn = new Map<GridCell, number>();
  const part = (from: number, to: number) => drawPart(pen, { grid, lefts, heights, inside, drawn, from, to, style });
  let from = 0;
  let used = 0;
  for (let row = 0; row < heights.length; row++) {
    if (row !== forced && used + (heights[row] ?? 0) <= pen.room()) {
      used += heights[row] ?? 0;
      continue;
    }
    if (row > from) part(from, row);
    pen.newPage();
    if (style.headerAgain && table === 'applications' && row >= HEADER_ROWS) {
      drawn.clear();
      part(0, HEADER_ROWS);
    }
    from = row;
    used = heights[row] ?? 0;
  }
  part(from, heights.length);
  pen.y -= TEXT.leading / 2;
}

interface Part {
  readonly grid: Grid;
  readonly lefts: readonly number[];
  readonly heights: readonly number[];
  readonly inside: (cell: GridCell) => string[];
  /** The lines of a cell that are drawn on an earlier page. */
  readonly drawn: Map<GridCell, number>;
  readonly from: number;
  readonly to: number;
  readonly style: PaperStyle;
}

function drawPart(pen: Pen, part: Part): void {
  const { grid, from, to, style } = part;
  const cells = grid.filter((cell) => cell.row < to && cell.row + cell.rows > from);
  const order = style.numbersFirst ? [...cells].sort((one, other) => Number(!one.path) - Number(!other.path)) : cells;
  const top = pen.y;
  for (const cell of order) drawCell(pen, part, cell, top);
  pen.y = top - sum(part.heights, from, to);
}

function drawCell(pen: Pen, { lefts, heights, inside, drawn, from, to }: Part, cell: GridCell, top: number): void {
  const [first, end] = [Math.max(cell.row, from), Math.min(cell.row + cell.rows, to)];
  const left = lefts[cell.column] ?? 0;
  const right = lefts[cell.column + cell.columns] ?? 0;
  const upper = top - sum(heights, from, first);
  const height = sum(heights, first, end);
  pen.box(left, upper - height, right - left, height);
  const rest = inside(cell).slice(drawn.get(cell) ?? 0);
  const fitting = end < cell.row + cell.rows ? rest.slice(0, Math.max(1, Math.floor(height / CELL.leading))) : rest;
  drawn.set(cell, (drawn.get(cell) ?? 0) + fitting.length);
  const start = upper - (height - fitting.length * CELL.leading) / 2;
  fitting.forEach((line, index) => {
    const x = (left + right - widthOfText(line) * CELL.size) / 2;
    pen.text(x, start - (index + 1) * CELL.leading + 2, CELL.size, line);
  });
}

const sum = (sizes: readonly number[], from: number, to: number): number =>
  sizes.slice(from, to).reduce((all, one) => all + one, 0);

const at = (number: number): string => number.toFixed(2);

/** Writes the operators of one page after the other. */
class Pen {
  y = PAPER.top;
  private readonly pages: string[][] = [[]];

  constructor(private readonly style: PaperStyle) {}

  room(): number {
    return this.y - PAPER.bottom;
  }

  need(height: number): void {
    if (this.room() < height) this.newPage();
  }

  newPage(): void {
    this.pages.push([]);
    this.y = PAPER.top;
  }

  text(x: number, y: number, size: number, text: string, page = this.pages.at(-1)): void {
    if (text === '') return;
    if (!this.style.glyphs) {
      page?.push(`BT /F1 ${size} Tf 1 0 0 1 ${at(x)} ${at(y)} Tm <${codes(text)}> Tj ET`);
      return;
    }
    let left = x;
    for (const one of text) {
      page?.push(`BT /F1 ${size} Tf 1 0 0 1 ${at(left)} ${at(y)} Tm <${codes(one)}> Tj ET`);
      left += widthOfText(one) * size;
    }
  }

  box(x: number, y: number, width: number, height: number): void {
    const page = this.pages.at(-1);
    const [left, low, right, high] = [at(x), at(y), at(x + width), at(y + height)];
    const { rules } = this.style;
    if (rules === 'boxes') page?.push(`0.5 w ${left} ${low} ${at(width)} ${at(height)} re S`);
    if (rules === 'lines')
      page?.push(`0.5 w ${left} ${low} m ${right} ${low} l ${right} ${high} l ${left} ${high} l ${left} ${low} l S`);
    if (rules === 'rectangles')
      page?.push(
        `${left} ${low} ${at(width)} 0.48 re f ${left} ${high} ${at(width)} 0.48 re f`,
        `${left} ${low} 0.48 ${at(height)} re f ${right} ${low} 0.48 ${at(height)} re f`,
      );
  }

  async finish(): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    const font = fontOf(document);
    this.pages.forEach((operators, index) => {
      const { pageNumber, runningHead } = this.style;
      if (pageNumber) this.text(285, 45, 10, pageNumber(index + 1), operators);
      if (runningHead) this.text(PAPER.left, 805, 9, runningHead, operators);
      const page = document.addPage([PAPER.width, PAPER.height]);
      page.node.newFontDictionary('F', font);
      const name = page.node.normalizedEntries().Font.keys()[0]?.toString() ?? '/F1';
      const content = operators.join('\n').replaceAll('/F1 ', `${name} `);
      page.node.addContentStream(document.context.register(document.context.flateStream(content)));
    });
    return document.save();
  }
}

const codes = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('');

/** A font without a file whose codes are those of Unicode, with the table that says so. */
function fontOf({ context }: PDFDocument): PDFRef {
  const toUnicode = context.register(context.flateStream(unicodeMap()));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'FangSong',
      Flags: 4,
      FontBBox: [0, -200, 1000, 900],
      ItalicAngle: 0,
      Ascent: 860,
      Descent: -140,
      CapHeight: 700,
      StemV: 80,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'FangSong',
      CIDSystemInfo: { Registry: context.obj('Adobe'), Ordering: context.obj('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, 255, 500],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'FangSong',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  );
}

function unicodeMap(): string {
  const rows = Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0')).map(
    (high) => `<${high}00> <${high}ff> <${high}00>`,
  );
  const ranges = [rows.slice(0, 100), rows.slice(100, 200), rows.slice(200)].map(
    (some) => `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`,
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Unicode def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${ranges.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}
