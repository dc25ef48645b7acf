import { type Paragraph, TableCell, TableRow, VerticalAlignTable } from 'docx';
import { elementsIn, type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree.ts';
import { charactersIn } from './row-heights.ts';
import { TABLE_WIDTH } from './styles.ts';
import { TEXT_SIZES } from './text-sizes.ts';
import { WordTable } from './word-table.ts';

/** Makes a paragraph of an element; `ProseWriter` does. */
interface Writer {
  paragraphOf(
    node: HtmlElement,
    around: object,
    options: { readonly style: string; readonly keepNext: boolean; readonly alignment?: 'left' | 'right' },
  ): Paragraph;
}

/** A table in the prose: columns as wide as their texts, rows that do not break, header rows that repeat. */
export function proseTable(node: HtmlElement, writer: Writer): WordTable {
  const rows = elementsIn(node, 'tr').map((row) => (row.children as HtmlNode[]).filter(isElement));
  const isHead = (cells: readonly HtmlElement[]) => cells.every(({ name }) => name === 'th');
  return new WordTable({
    caption: rows[0]?.map((cell) => textOf(cell.children as HtmlNode[])).join('、') ?? '',
    columnWidths: widths(
      rows.map((cells) => cells.map((cell) => charactersIn(textOf(cell.children as HtmlNode[]).trim()))),
    ),
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          ...(isHead(cells) && { tableHeader: true }),
          // The first rows and the last ones are never alone on a page.
          children: cells.map((cell) => proseCell(cell, writer, index < 2 || index === rows.length - 2)),
        }),
    ),
  });
}

function proseCell(cell: HtmlElement, writer: Writer, keepNext: boolean): TableCell {
  const side = /text-align:\s*(left|right)/.exec(cell.attribs.style ?? '')?.[1] as 'left' | 'right' | undefined;
  const paragraph = writer.paragraphOf(cell, {}, { style: 'Cell', keepNext, ...(side && { alignment: side }) });
  return new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [paragraph] });
}

/** Characters; a text longer than the widest has several lines. */
const [NARROWEST, WIDEST] = [4, 30];
/** The width of a character in twips, and how many of them the borders and margins of a column take. */
const CHARACTER = TEXT_SIZES.Cell.size * 10;
const EDGES = 1;
/** Latin letters and digits are wider than half a character in some fonts. */
const WIDER = 1.1;

/**
 * Column widths in twips. Together they fill the line. A column has the width of its longest text if there is enough for all;
 * else the columns with long texts share what is left.
 */
function widths(rows: readonly (readonly number[])[]): number[] {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const needs = Array.from(
    { length: columns },
    (_, column) => EDGES + WIDER * Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => row[column] ?? 0))),
  );
  const shares = sharesOf(needs, TABLE_WIDTH / CHARACTER);
  const sum = shares.reduce((all, one) => all + one, 0);
  let [end, share] = [0, 0];
  return shares.map((one) => {
    share += one;
    const start = end;
    end = Math.round((TABLE_WIDTH * share) / sum);
    return end - start;
  });
}

/** What each gets of a whole: those who need little all of it, the others the same. */
function sharesOf(needs: readonly number[], whole: number): number[] {
  let [left, others] = [whole, needs.length];
  const shares = new Map<number, number>();
  for (const need of needs.toSorted((a, b) => a - b)) {
    const share = Math.min(need, left / others--);
    left -= share;
    shares.set(need, share);
  }
  return needs.map((need) => shares.get(need) ?? 0);
}
