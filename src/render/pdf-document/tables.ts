import type { PDFRef } from '@cantoo/pdf-lib';
import {
  childrenOf,
  descendantsOf,
  type Element,
  kidsOf,
  type Mark,
  markOf,
  NAME,
  roleOf,
  setKids,
  wrapElements,
} from './structure.ts';
import { headersOf, isColumnHeader, type TableCell, tableCellsOf, writeAttributes } from './table-cells.ts';

/**
 * Puts the rows of a table into THead and TBody, and gives each cell its headers. Returns the content that becomes
 * artifacts: lines, and the header where it is repeated on another page.
 */
export function mendTable(table: Element, newId: () => string): Mark[] {
  const rows = childrenOf(table).filter(({ dict }) => roleOf(dict) === 'TR');
  const cells = tableCellsOf(rows);
  nameHeaders(cells, newId);
  const lines = takeMarks(table, () => true);
  const [head = [], ...bodies] = groupsOf(rows, cells);
  const repeated = head.flatMap(takeRepeated);
  const refs = (elements: readonly Element[]) => elements.map(({ ref }) => ref);
  const inRows = new Set(refs(rows));
  const grouped = [
    ...(head.length > 0 ? [wrapElements('THead', refs(head), table)] : []),
    ...bodies.map((body) => wrapElements('TBody', refs(body), table)),
  ];
  const others = kidsOf(table.dict).filter((kid) => !inRows.has(kid as PDFRef));
  setKids(table.dict, [...others, ...refs(grouped)]);
  return [...lines, ...repeated];
}

function nameHeaders(cells: readonly TableCell[], newId: () => string): void {
  const headers = headersOf(cells);
  const named = new Set([...headers.values()].flat());
  const ids = new Map(cells.filter((cell) => named.has(cell)).map((cell) => [cell, newId()]));
  for (const cell of cells) {
    const own = (headers.get(cell) ?? []).map((header) => ids.get(header) as string);
    writeAttributes(cell, own, ids.get(cell));
  }
}

/**
 * Returns the header rows, then the bodies. If each block of rows has its own header, the table has no header rows and
 * each block is a body.
 */
function groupsOf(rows: readonly Element[], cells: readonly TableCell[]): Element[][] {
  const isHead = rows.map(() => true);
  for (const cell of cells) if (!isColumnHeader(cell)) isHead[cell.row] = false;
  const blocks: Element[][] = [];
  for (const [row, element] of rows.entries()) {
    if (row === 0 || (isHead[row] && !isHead[row - 1])) blocks.push([]);
    blocks.at(-1)?.push(element);
  }
  const [only = []] = blocks;
  if (blocks.length > 1) return [[], ...blocks];
  const body = isHead.indexOf(false);
  return body < 0 ? [[], only] : [only.slice(0, body), only.slice(body)];
}

/** Removes the copies of a header row on the following pages and returns them. */
function takeRepeated(row: Element): Mark[] {
  return descendantsOf(row).flatMap((element) => {
    const first = element.dict.get(NAME.page);
    return takeMarks(element, ({ page }) => page !== first);
  });
}

/** Removes the wanted marked content from an element and returns it. */
function takeMarks({ dict }: Element, wanted: (mark: Mark) => boolean): Mark[] {
  const kids = kidsOf(dict).map((kid) => ({ kid, mark: markOf(dict, kid) }));
  const isTaken = ({ mark }: { mark: Mark | undefined }) => mark !== undefined && wanted(mark);
  if (!kids.some(isTaken)) return [];
  setKids(
    dict,
    kids.filter((own) => !isTaken(own)).map(({ kid }) => kid),
  );
  return kids.filter(isTaken).map(({ mark }) => mark as Mark);
}
