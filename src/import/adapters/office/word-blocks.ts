import type { ContentBlock, ContentText } from '../../document.ts';
import { gridOf, type OfficeRow, type RowCell } from './grid.ts';
import { inlineText, tidy } from './inline.ts';
import { isLayoutTable } from './layout-tables.ts';
import type { Run } from './markdown.ts';
import { isItem } from './numbering.ts';
import { contentOf, type ParagraphContent } from './paragraph.ts';
import { isOn, listOf, outlineLevel, valOf, type WordPackage } from './word-package.ts';
import { childOf, elementsOf, has, type XmlNode } from './xml.ts';

const WRAPPERS = new Set([
  'sdt',
  'sdtContent',
  'smartTag',
  'customXml',
  'ins',
  'moveTo',
  'sect',
  'sub-section',
  'annotation',
  'content',
]);

/** The blocks of a Word document in reading order; page headers first, footers last, both as furniture. */
export function wordBlocks(file: WordPackage): ContentBlock[] {
  const reader = new BlockReader(file);
  for (const header of file.headers) reader.read(header, true);
  reader.read(file.body);
  for (const footer of file.footers) reader.read(footer, true);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: ContentBlock[] = [];
  private tables = 0;
  /** Runs of paragraphs whose mark was deleted: they go on in the next paragraph. */
  private carried: Run[] = [];
  private readonly outsideRead = new Set<XmlNode>();

  constructor(private readonly file: WordPackage) {}

  read(node: XmlNode, furniture = false): void {
    for (const child of elementsOf(node)) {
      if (child.name === 'p') this.paragraph(child, furniture);
      else if (child.name === 'tbl') this.table(child, furniture);
      else if (WRAPPERS.has(child.name) && !/Deletion/u.test(child.attributes.type ?? '')) this.read(child, furniture);
    }
  }

  private paragraph(node: XmlNode, furniture: boolean): void {
    const content = contentOf(node, this.file);
    const properties = childOf(node, 'pPr');
    const runs = [...this.carried, ...content.runs];
    if (childOf(properties, 'rPr', 'del')) this.carried = runs;
    else {
      this.carried = [];
      this.text(runs, properties, furniture);
    }
    this.outside(content, furniture);
  }

  /** Text boxes and notes, each note once. */
  private outside({ boxes, notes }: ParagraphContent, furniture: boolean): void {
    for (const part of [...boxes, ...notes]) {
      if (this.outsideRead.has(part)) continue;
      this.outsideRead.add(part);
      this.read(part, furniture);
    }
  }

  private text(runs: readonly Run[], properties: XmlNode | undefined, furniture: boolean): void {
    const style = this.file.styles.get(valOf(properties, 'pStyle') ?? '');
    const level = outlineLevel(properties) ?? style?.level ?? 0;
    const shown = inlineText(runs);
    if (shown.text === '' || style?.hidden) return;
    const number = this.number(properties);
    const item = number && level === 0 && isItem(number);
    const label = number && !item ? number.label : '';
    const block: ContentText = {
      kind: 'text',
      ...shown,
      text: label + shown.text,
      ...(shown.markdown !== undefined && { markdown: label + shown.markdown }),
      ...(level > 0 && { level }),
      ...(item && { item: { ordered: !number.bullet, depth: number.depth } }),
      place: {},
      ...((furniture || style?.contents) && { furniture: true as const }),
    };
    this.blocks.push(block);
  }

  /** The number that Word writes before a paragraph. */
  private number(properties: XmlNode | undefined) {
    const style = this.file.styles.get(valOf(properties, 'pStyle') ?? '');
    const list = { ...style?.list, ...listOf(childOf(properties, 'numPr')) };
    return list.id === undefined || list.id === '0' ? undefined : this.file.numbering(list.id, list.depth ?? 0);
  }

  /** A table is a grid; one that only holds other tables in place is read as what it holds. */
  private table(node: XmlNode, furniture: boolean): void {
    const rows = rowsOf(node).map((row) => ({ row, cells: cellsOf(row) }));
    const cells = rows.flatMap((row) => row.cells);
    if (isLayoutTable(cells, (cell) => has(cell, 'tbl'))) {
      for (const cell of cells) this.read(cell, furniture);
      return;
    }
    const after: ParagraphContent[] = [];
    const lines = rows.map(
      ({ row, cells: line }): OfficeRow => ({
        before: Number(valOf(childOf(row, 'trPr'), 'gridBefore') ?? 0) || 0,
        cells: line.map((cell) => this.cell(cell, after)),
      }),
    );
    const grid = gridOf(lines, this.tables + 1);
    if (furniture || grid.cells.every(({ text }) => text === '')) {
      for (const { text } of grid.cells)
        if (text !== '') this.blocks.push({ kind: 'text', text, place: {}, furniture: true });
    } else {
      this.tables++;
      this.blocks.push(grid);
    }
    for (const content of after) this.outside({ ...content, boxes: [] }, furniture);
  }

  private cell(node: XmlNode, after: ParagraphContent[]): RowCell {
    const properties = childOf(node, 'tcPr');
    const [vertical, across] = ['vmerge', 'hmerge'].map((name) =>
      elementsOf(properties).find((child) => child.name.toLowerCase() === name),
    );
    return {
      text: tidy(this.cellText(node, after)),
      columnSpan: Math.max(1, Number(valOf(properties, 'gridSpan') ?? 1) || 1),
      merge: vertical && (vertical.attributes.val === 'restart' ? 'start' : 'below'),
      joined: across !== undefined && across.attributes.val !== 'restart',
    };
  }

  private cellText(node: XmlNode, after: ParagraphContent[]): string {
    const lines: string[] = [];
    for (const child of elementsOf(node)) {
      if (child.name === 'p') {
        const content = contentOf(child, this.file);
        after.push(content);
        // A number that was struck out is replaced by the one beside it.
        const text = content.runs.map(({ text: own, struck }) => (struck ? '' : own)).join('');
        const label = text.trim() === '' ? '' : (this.number(childOf(child, 'pPr'))?.label ?? '');
        lines.push(label + text, ...content.boxes.map((box) => this.cellText(box, after)));
      } else if (child.name === 'tbl')
        for (const row of rowsOf(child))
          lines.push(
            cellsOf(row)
              .map((cell) => this.cellText(cell, after))
              .join(' '),
          );
      else if (WRAPPERS.has(child.name)) lines.push(this.cellText(child, after));
    }
    return lines.join('\n').replace(/\n{2,}/gu, '\n');
  }
}

/** The rows of a table that are printed. */
const rowsOf = (table: XmlNode): XmlNode[] =>
  partsOf(table, 'tr').filter((row) => !childOf(row, 'trPr', 'del') && !isOn(childOf(row, 'trPr', 'hidden')));

const cellsOf = (row: XmlNode): XmlNode[] => partsOf(row, 'tc');

/** Children with this name, also those in wrappers. */
function partsOf(node: XmlNode, name: string): XmlNode[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? partsOf(child, name) : [];
  });
}
