import { type Paragraph, TableCell, TableRow, VerticalAlignTable } from 'docx';
import { elementsIn, type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree.ts';
import { charactersIn } from './row-heights.ts';
import { TABLE_WIDTH } from './styles.ts';
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
    margins: { top: 50, bottom: 50, left: 40, right: 40 },
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

/** Characters: beyond the widest, a text has several lines. */
const [NARROWEST, WIDEST] = [5, 30];

/** Column widths in twips, in proportion to the longest text of each column. Together they fill the line. */
function widths(rows: readonly (readonly number[])[]): number[] {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  const shares = Array.from({ length: columns }, (_, column) =>
    Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => row[column] ?? 0))),
  );
  const sum = shares.reduce((all, one) => all + one, 0);
  let [end, share] = [0, 0];
  return shares.map((one) => {
    share += one;
    const start = end;
    end = Math.round((TABLE_WIDTH * share) / sum);
    return end - start;
  });
}
