import { type PageFault, pageLayout } from '../../diagnostics/page-faults.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Sheet, SheetTable } from '../../in-page/sheet.ts';
import { cellsOf, type GridCell } from '../../view/grid.ts';
import type { PageView, TableView } from '../../view/page-view.ts';

/** Checks that nothing on the page is cut off, overlaps something else or exceeds the edge. */
export function checkLayout({ sections }: Pick<PageView, 'sections'>, sheet: Sheet): PageFault[] {
  const views = sections.flatMap(({ table }) => table ?? []);
  const tables = sheet.tables.flatMap((table, index) => tableFaults(table, views[index], sheet.width));
  const outside = sheet.outside.map((words) =>
    fault(`“${words}”起的文字超出版心`, `The text that starts with "${words}" is wider or higher than its space`, {
      words,
    }),
  );
  const overlaps = sheet.overlaps.map(([above, below]) =>
    fault(`“${below}”压住了“${above}”`, `"${below}" is printed over "${above}"`, { words: below }),
  );
  // A table that is too wide is also in `outside`; report it only once.
  return tables.length > 0 ? tables : [...outside, ...overlaps];
}

function tableFaults({ width, cells }: SheetTable, view: TableView | undefined, room: number): PageFault[] {
  const withNote = new Set(
    view ? cellsOf(view.grid).flatMap(({ note, path }) => (note === undefined ? [] : path)) : [],
  );
  const hintFor = (path: string | undefined) => {
    if (path === undefined) return TEMPLATE;
    return withNote.has(path) ? NOTE : NUMBER;
  };
  const own = cells.flatMap(({ fault: kind, path: cell, text }) => {
    if (kind === undefined) return [];
    const at = cell === undefined ? { words: text } : { path: cell };
    return [
      kind === 'clipped'
        ? fault(`“${text}”超出了它的单元格`, `"${text}" does not fit in its cell`, at, hintFor(cell))
        : fault(`“${text}”压住了旁边的单元格`, `"${text}" is printed over the next cell`, at, hintFor(cell)),
    ];
  });
  if (own.length > 0 || width <= room + 1) return own;
  const longest = cells.filter((cell) => cell.path !== undefined).sort((a, b) => b.text.length - a.text.length)[0];
  const path = longest?.path ?? view?.key;
  const at = path === undefined ? {} : { path };
  return [fault('表格比版心宽', 'The table is wider than the page', at, hintFor(longest?.path))];
}

/** The fault for a row that does not fit on a page; `cell` is its longest one. */
export function rowTooHigh(cell: GridCell | undefined): PageFault {
  const at = cell?.path === undefined ? {} : { path: cell.path };
  return fault(
    '这一行比一页纸还高',
    'This row does not fit on a page',
    at,
    cell?.note === undefined ? TEMPLATE : LONG_NOTE,
  );
}

const NOTE: Text = {
  zh: '缩短说明，或者写进表下的注（footnote）；换过模板的，检查它的宽度和高度',
  en: 'Shorten the note or move it below the table (footnote); if you changed the template, check its widths and heights',
};
const LONG_NOTE: Text = {
  zh: '把长的说明写进表下的注：footnote',
  en: 'Move the long note below the table: footnote',
};
const NUMBER: Text = {
  zh: '官方模板把表格的字缩到 7 磅也放不下这么长的数：请核对它的位数和单位；换过模板的，检查它的宽度',
  en: 'The number is too long even for type of 7 points, the smallest of the official template. Check its digits and its unit; if you changed the template, check its widths',
};
const TEMPLATE: Text = {
  zh: '检查模板的宽度和高度；没有换过模板的，请把这份报告发给我们',
  en: 'Check the widths and heights of your template. If you use the official template, please report this as a bug',
};

const fault = (zh: string, en: string, at: Pick<PageFault, 'path' | 'words'>, hint = TEMPLATE): PageFault => ({
  rule: pageLayout.id,
  message: { zh, en },
  hint,
  ...at,
});
