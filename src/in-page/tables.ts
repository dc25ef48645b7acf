import { dividedHeight } from './footnotes.ts';
import type { SheetCell, SheetTable } from './sheet.ts';
import { blankOf, heightOf, isSeen, textBox, textOf } from './text.ts';

/** The tables that contain cells of the report. Without `cells` only their sizes are measured. */
export const tables = (cells = true): SheetTable[] =>
  [...document.querySelectorAll('table')]
    .filter((table) => table.querySelector('[data-path]'))
    .map((table) => ({
      width: table.getBoundingClientRect().width,
      captionHeight: heightOf(table.caption),
      headHeight: heightOf(table.tHead),
      footHeight: footHeightOf(table),
      rows: [...table.tBodies].flatMap(({ rows }) => [...rows]).map(rowOf),
      cells: cells ? [...table.rows].filter((row) => !row.matches('.continued, .repeated')).flatMap(cellsOf) : [],
    }));

function footHeightOf(table: HTMLTableElement): number {
  const note = table.closest('.table')?.nextElementSibling;
  if (!note?.matches('.footnote')) return 0;
  return note.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom - dividedHeight(note);
}

const rowOf = (row: HTMLTableRowElement): SheetTable['rows'][number] => ({
  height: heightOf(row),
  startsPage: getComputedStyle(row).breakBefore === 'page',
});

function cellsOf({ cells }: HTMLTableRowElement): SheetCell[] {
  let before: DOMRect | undefined;
  return [...cells].map((element) => {
    const box = element.getBoundingClientRect();
    const text = textBox(element);
    const fault = faultOf(element, box, text, before);
    before = box;
    const { path } = element.dataset;
    return {
      text: textOf(element),
      seen: isSeen(element, text),
      ...(path !== undefined && { path }),
      ...(fault && { fault }),
    };
  });
}

function faultOf(element: Element, box: DOMRect, text: DOMRect, before?: DOMRect): SheetCell['fault'] {
  const blank = blankOf(element);
  const isInside =
    text.width === 0 ||
    (text.left >= box.left - 0.5 &&
      text.right <= box.right + blank + 0.5 &&
      text.top >= box.top - 0.5 &&
      text.bottom <= box.bottom + 0.5);
  if (!isInside || element.scrollWidth > element.clientWidth + 1.5 + blank) return 'clipped';
  return before && box.left < before.right - 1 && box.top < before.bottom - 1 ? 'overlap' : undefined;
}
