import type { ContentBlock } from '../../document.ts';
import { tooLarge } from '../container/refusals.ts';
import { gridOf, type OfficeRow, type RowCell } from './grid.ts';
import { inlineText, tidy } from './inline.ts';
import { isLayoutTable } from './layout-tables.ts';
import type { Run } from './markdown.ts';
import { type OdtStyle, odtStyles } from './odt-styles.ts';
import { descendants, elementsOf, has, type XmlNode } from './xml.ts';

/** An empty cell or row stands once with a count, which can be any number. */
const MOST_REPEATS = 1_000;

/** The blocks of an OpenDocument text in reading order; page headers first, footers last, both as furniture. */
export function odtBlocks(content: XmlNode, styles: XmlNode, body: XmlNode): ContentBlock[] {
  const reader = new OdtReader(odtStyles(content, styles));
  const pages = [...descendants(styles, 'master-page')].flatMap(elementsOf);
  for (const part of pages) if (/^header/u.test(part.name)) reader.read(part, { furniture: true });
  reader.read(body, {});
  for (const part of pages) if (/^footer/u.test(part.name)) reader.read(part, { furniture: true });
  return reader.blocks;
}

interface Around {
  readonly furniture?: true;
  readonly depth?: number;
  readonly ordered?: boolean;
}

class OdtReader {
  readonly blocks: ContentBlock[] = [];
  private tables = 0;

  constructor(private readonly styles: ReadonlyMap<string, OdtStyle>) {}

  read(node: XmlNode, around: Around): void {
    for (const child of elementsOf(node)) {
      const { name } = child;
      if (name === 'p' || name === 'h') this.paragraph(child, around);
      else if (name === 'table') this.table(child, around);
      else if (name === 'list') this.read(child, { ...around, depth: (around.depth ?? -1) + 1 });
      else if (name === 'table-of-content') this.read(child, { furniture: true });
      else if (!LEFT_OUT.has(name)) this.read(child, around);
    }
  }

  private paragraph(node: XmlNode, { furniture, depth }: Around): void {
    const outside: XmlNode[] = [];
    const shown = inlineText(this.runsOf(node, outside));
    const { level: styled } = this.styles.get(node.attributes['style-name'] ?? '') ?? {};
    const level = node.name === 'h' ? Number(node.attributes['outline-level'] ?? 1) : styled;
    if (shown.text !== '')
      this.blocks.push({
        kind: 'text',
        ...shown,
        ...(level !== undefined && { level }),
        ...(level === undefined && depth !== undefined && { item: { ordered: false, depth } }),
        place: {},
        ...(furniture && { furniture }),
      });
    for (const part of outside) this.read(part, furniture ? { furniture } : {});
  }

  /** The runs of a paragraph; text boxes and notes are collected apart. */
  private runsOf(node: XmlNode, outside: XmlNode[], style: Omit<Run, 'text'> = {}): Run[] {
    return node.children.flatMap((child): Run[] => {
      if (typeof child === 'string') return [{ ...style, text: child.replace(/\s+/gu, ' ').replaceAll('\u2011', '-') }];
      const { name, attributes } = child;
      if (name === 's' || name === 'tab') return [{ ...style, text: ' ' }];
      if (name === 'line-break') return [{ ...style, text: '\n' }];
      if (name === 'note-body' || name === 'text-box') outside.push(child);
      if (name === 'note-body' || name === 'text-box' || name === 'note-citation' || LEFT_OUT.has(name)) return [];
      const link = name === 'a' && /^(https?|mailto):/iu.test(attributes.href ?? '') ? { link: attributes.href } : {};
      const bold = this.styles.get(attributes['style-name'] ?? '')?.bold ? { bold: true } : {};
      return this.runsOf(child, outside, { ...style, ...link, ...bold });
    });
  }

  private table(node: XmlNode, around: Around): void {
    const rows = rowsOf(node).map(cellsOf);
    const cells = rows.flat().filter(({ name }) => name === 'table-cell');
    if (isLayoutTable(cells, (cell) => has(cell, 'table'))) {
      for (const cell of cells) this.read(cell, around);
      return;
    }
    const outside: XmlNode[] = [];
    const grid = gridOf(
      mergedRows(rows, (cell) => tidy(this.cellText(cell, outside))),
      this.tables + 1,
    );
    if (grid.cells.some(({ text }) => text !== '')) {
      this.tables++;
      this.blocks.push(grid);
    }
    for (const part of outside) this.read(part, around);
  }

  private cellText(cell: XmlNode, outside: XmlNode[]): string {
    return elementsOf(cell)
      .map((child) => {
        if (child.name !== 'p' && child.name !== 'h') return this.cellText(child, outside);
        return this.runsOf(child, outside)
          .map(({ text }) => text)
          .join('');
      })
      .join('\n');
  }
}

/** Deleted text, comments and pictures. */
const LEFT_OUT = new Set([
  'tracked-changes',
  'annotation',
  'image',
  'sequence-decls',
  'forms',
  'desc',
  'title',
  'ruby-text',
]);

const rowsOf = (table: XmlNode): XmlNode[] =>
  elementsOf(table).flatMap((child) => {
    if (child.name === 'table-row') return repeated(child, child.attributes['number-rows-repeated']);
    return /^table-(header-rows|rows|row-group)$/u.test(child.name) ? rowsOf(child) : [];
  });

const cellsOf = (row: XmlNode): XmlNode[] =>
  elementsOf(row)
    .filter(({ name }) => name === 'table-cell' || name === 'covered-table-cell')
    .flatMap((cell) => repeated(cell, cell.attributes['number-columns-repeated']));

function repeated(node: XmlNode, times: string | undefined): XmlNode[] {
  const count = Number(times ?? 1) || 1;
  if (count > MOST_REPEATS) throw tooLarge();
  return Array.from({ length: count }, () => node);
}

/** Spans down are told at their first cell here; `gridOf` wants each row to say what goes on in it. */
function mergedRows(rows: readonly (readonly XmlNode[])[], textOf: (cell: XmlNode) => string): OfficeRow[] {
  const below = new Map<number, { rows: number; columnSpan: number }>();
  return rows.map((row) => {
    const cells: RowCell[] = [];
    for (let column = 0; column < row.length; ) {
      const upper = below.get(column);
      const cell = row[column] as XmlNode;
      if (upper && upper.rows > 0) {
        upper.rows--;
        cells.push({ text: '', columnSpan: upper.columnSpan, merge: 'below' });
        column += upper.columnSpan;
        continue;
      }
      const columnSpan = Math.max(1, Number(cell.attributes['number-columns-spanned'] ?? 1) || 1);
      const rowSpan = Number(cell.attributes['number-rows-spanned'] ?? 1) || 1;
      if (rowSpan > 1) below.set(column, { rows: rowSpan - 1, columnSpan });
      cells.push({ text: textOf(cell), columnSpan, merge: rowSpan > 1 ? 'start' : undefined });
      column += columnSpan;
    }
    return { before: 0, cells };
  });
}
