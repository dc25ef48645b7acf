import type { ContentBlock, ContentText } from '../../document.ts';
import { tooLarge } from '../container/refusals.ts';
import { gridOf } from './grid.ts';
import { tidy } from './inline.ts';
import { isLayoutTable } from './layout-tables.ts';
import { gridRows, type RowDefinition } from './row-edges.ts';

/** A paragraph of a format that marks the ends of cells and rows in the text. */
export interface FlowParagraph {
  /** With the sign `NOTE` where a note belongs. */
  readonly text: string;
  /** In how many tables it stands. */
  readonly depth: number;
  /** It ends a cell, or it only ends a row. */
  readonly ends?: 'cell' | 'row' | undefined;
  readonly row?: RowDefinition;
  readonly level?: number | undefined;
  readonly item?: ContentText['item'] | undefined;
}

export const NOTE = '\x02';
/** Tables in tables. */
const DEEPEST = 20;

/** A table while it is read; a nested table stands among the paragraphs of its cell. */
interface OpenTable {
  readonly rows: { cells: (string | OpenTable)[][]; definition: RowDefinition | undefined }[];
  cells: (string | OpenTable)[][];
  cell: (string | OpenTable)[];
}

/** Makes blocks of paragraphs in reading order. */
export class FlowReader {
  readonly blocks: ContentBlock[] = [];
  private readonly open: OpenTable[] = [];
  private tables = 0;

  constructor(private readonly notes: string[]) {}

  paragraph({ text, depth, ends, row, level, item }: FlowParagraph): void {
    if (depth > DEEPEST) throw tooLarge();
    this.close(depth);
    if (depth === 0) {
      this.text(text, { ...(level !== undefined && { level }), ...(item && { item }) });
      return;
    }
    while (this.open.length < depth) this.open.push({ rows: [], cells: [], cell: [] });
    const table = this.open[depth - 1] as OpenTable;
    if (ends === 'row') {
      table.rows.push({ cells: table.cells, definition: row });
      table.cells = [];
      return;
    }
    table.cell.push(text);
    if (ends === 'cell') {
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

  text(raw: string, about: Pick<ContentText, 'level' | 'item' | 'furniture'>): void {
    const text = plain(raw);
    if (text !== '') this.blocks.push({ kind: 'text', text, ...about, place: {} });
    for (let count = raw.split(NOTE).length; count > 1 && this.notes.length > 0; count--)
      this.text((this.notes.shift() ?? '').replaceAll(NOTE, ''), {});
  }

  /** A table is a grid; one that only holds other tables in place is read as what it holds. */
  private table({ rows }: OpenTable): void {
    const cells = rows.flatMap((row) => row.cells);
    if (isLayoutTable(cells, (cell) => cell.some((one) => typeof one !== 'string'))) {
      for (const content of cells.flat()) {
        if (typeof content === 'string') this.text(content, {});
        else this.table(content);
      }
      return;
    }
    const lines = rows.map(({ cells: line, definition }) => ({ texts: line.map(flat).map(plain), definition }));
    const grid = gridOf(gridRows(lines), this.tables + 1);
    if (grid.cells.every(({ text }) => text === '')) return;
    this.tables++;
    this.blocks.push(grid);
    this.text(NOTE.repeat(cells.map(flat).join('').split(NOTE).length - 1), {});
  }
}

const flat = (cell: readonly (string | OpenTable)[]): string =>
  cell
    .map((one) => (typeof one === 'string' ? one : one.rows.map((row) => row.cells.map(flat).join(' ')).join('\n')))
    .join('\n');

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
