import type { ContentBlock } from '../../document.ts';
import { gridOf } from '../office/grid.ts';
import { tidy } from '../office/inline.ts';
import { tooLarge } from '../office/refusals.ts';
import type { PropertyRun } from './properties.ts';
import { type DocRow, gridRows, rowOf } from './table-rows.ts';
import type { DocParagraph, DocPart } from './word-file.ts';

const [IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW, OUTLINE] = [0x2416, 0x2417, 0x6649, 0x244b, 0x244c, 0x2640];
const MAX_DEPTH = 20;

/** A table while it is read; a nested table stands among the paragraphs of its cell. */
interface OpenTable {
  readonly rows: { cells: (string | OpenTable)[][]; end: PropertyRun }[];
  cells: (string | OpenTable)[][];
  cell: (string | OpenTable)[];
}

/** The blocks of a file in reading order: text boxes, the text with its notes, then headers and footers as furniture. */
export function docBlocks(parts: ReadonlyMap<DocPart, readonly DocParagraph[]>): ContentBlock[] {
  const notes = notesOf(parts.get('footnotes') ?? []);
  const reader = new DocReader(notes);
  for (const { text } of parts.get('boxes') ?? []) reader.text(text, {});
  for (const paragraph of parts.get('main') ?? []) reader.paragraph(paragraph);
  reader.close(0);
  for (const text of [...notes, ...(parts.get('endnotes') ?? []).map((one) => one.text)]) reader.text(text, {});
  const furniture = [...(parts.get('headers') ?? []), ...(parts.get('header-boxes') ?? [])].map(({ text }) => text);
  for (const text of new Set(furniture)) reader.text(text, { furniture: true });
  return reader.blocks;
}

/** Each footnote begins with the sign that stands in the text for its number. */
const notesOf = (paragraphs: readonly DocParagraph[]): string[] =>
  paragraphs.map(({ text }) => text).join('\n').split('\x02').slice(1); // biome-ignore format: a chain

class DocReader {
  readonly blocks: ContentBlock[] = [];
  private readonly open: OpenTable[] = [];
  private tables = 0;

  constructor(private readonly notes: string[]) {}

  paragraph({ text, mark, properties }: DocParagraph): void {
    const depth = depthOf(properties);
    this.close(depth);
    if (depth === 0) {
      this.text(text, levelOf(properties));
      return;
    }
    while (this.open.length < depth) this.open.push({ rows: [], cells: [], cell: [] });
    const table = this.open[depth - 1] as OpenTable;
    const outer = depth === 1 && mark === '\x07';
    if (properties && (outer ? has(properties, ROW_END) : has(properties, INNER_ROW))) {
      table.rows.push({ cells: table.cells, end: properties });
      table.cells = [];
      return;
    }
    table.cell.push(text);
    if (outer || (properties && has(properties, INNER_CELL))) {
      table.cells.push(table.cell);
      table.cell = [];
    }
  }

  /** Ends the tables that are deeper than a paragraph. */
  close(depth: number): void {
    while (this.open.length > depth) {
      const table = this.open.pop() as OpenTable;
      const outer = this.open.at(-1);
      if (outer) outer.cell.push(table);
      else this.table(table);
    }
  }

  text(raw: string, about: { level?: number; furniture?: true }): void {
    const text = plain(raw);
    if (text !== '') this.blocks.push({ kind: 'text', text, ...about, place: {} });
    for (let count = raw.split('\x02').length; count > 1 && this.notes.length > 0; count--)
      this.text((this.notes.shift() ?? '').replaceAll('\x02', ''), {});
  }

  /** A table is a grid; one that only holds other tables in place is read as what it holds. */
  private table({ rows }: OpenTable): void {
    const cells = rows.flatMap((row) => row.cells);
    const nesting = cells.filter((cell) => cell.some((one) => typeof one !== 'string'));
    if (nesting.length > 0 && cells.length - nesting.length <= 3 * nesting.length) {
      for (const content of cells.flat()) {
        if (typeof content === 'string') this.text(content, {});
        else this.table(content);
      }
      return;
    }
    const lines = rows.map(({ cells: line, end }): DocRow => rowOf(line.map(flat).map(plain), end));
    const grid = gridOf(gridRows(lines), this.tables + 1);
    if (grid.cells.every(({ text }) => text === '')) return;
    this.tables++;
    this.blocks.push(grid);
    this.text('\x02'.repeat(cells.map(flat).join('').split('\x02').length - 1), {});
  }
}

const flat = (cell: readonly (string | OpenTable)[]): string =>
  cell
    .map((one) => (typeof one === 'string' ? one : one.rows.map((row) => row.cells.map(flat).join(' ')).join('\n')))
    .join('\n');

const has = (properties: PropertyRun, wanted: number): boolean =>
  properties.modifiers.some(({ code, operand }) => code === wanted && operand[0] === 1);

function depthOf(properties: PropertyRun | undefined): number {
  const depth = properties?.modifiers.findLast(({ code }) => code === DEPTH)?.operand.readInt32LE(0);
  if (depth !== undefined && depth > MAX_DEPTH) throw tooLarge();
  return Math.max(0, depth ?? (properties && has(properties, IN_TABLE) ? 1 : 0));
}

function levelOf(properties: PropertyRun | undefined): { level?: number } {
  const outline = properties?.modifiers.findLast(({ code }) => code === OUTLINE)?.operand[0];
  const style = properties?.style ?? 0;
  if (outline !== undefined) return outline < 9 ? { level: outline + 1 } : {};
  return style >= 1 && style <= 9 ? { level: style } : {};
}

/** Text without the codes of fields and the signs of Word. */
function plain(raw: string): string {
  let [text, codes] = ['', 0];
  const inResult: boolean[] = [];
  for (const char of raw) {
    if (char === '\x13') {
      inResult.push(false);
      codes++;
    } else if (char === '\x14' && inResult.at(-1) === false) {
      inResult[inResult.length - 1] = true;
      codes--;
    } else if (char === '\x15') {
      if (inResult.pop() === false) codes--;
    } else if (codes === 0) text += SIGNS[char] ?? (char < ' ' && char !== '\n' && char !== '\t' ? '' : char);
  }
  return tidy(text);
}

const SIGNS: Readonly<Record<string, string>> = { '\x0b': '\n', '\x0e': '\n', '\x1e': '-' };
