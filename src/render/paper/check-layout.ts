import { type PageFault, pageLayout } from '../../diagnostics/page-faults.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { Sheet, SheetTable } from '../../in-page/sheet.ts';
import type { PageView } from '../../view/page-view.ts';

/** Checks that nothing on the page is cut off, overlaps something else or exceeds the edge. */
export function checkLayout({ sections }: Pick<PageView, 'sections'>, sheet: Sheet): PageFault[] {
  const keys = sections.flatMap(({ table }) => (table ? [table.key] : []));
  const tables = sheet.tables.flatMap((table, index) => tableFaults(table, keys[index], sheet.width));
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

function tableFaults({ width, cells }: SheetTable, key: string | undefined, room: number): PageFault[] {
  const path = key === undefined ? {} : { path: key };
  const own = cells.flatMap(({ fault: kind, path: cell, text }) => {
    if (kind === undefined) return [];
    const at = cell === undefined ? { words: text } : { path: cell };
    return [
      kind === 'clipped'
        ? fault(`“${text}”超出了它的单元格`, `"${text}" does not fit in its cell`, at)
        : fault(`“${text}”压住了旁边的单元格`, `"${text}" is printed over the next cell`, at),
    ];
  });
  if (own.length > 0 || width <= room + 1) return own;
  const longest = cells.filter((cell) => cell.path !== undefined).sort((a, b) => b.text.length - a.text.length)[0];
  return [fault('表格比版心宽', 'The table is wider than the page', longest?.path ? { path: longest.path } : path)];
}

/** The fault for a row that does not fit on a page; `path` is its longest cell. */
export const rowTooHigh = (path: string | undefined): PageFault =>
  fault('这一行比一页纸还高', 'This row does not fit on a page', path === undefined ? {} : { path }, {
    zh: '把长的说明写进表下的注：footnote',
    en: 'Move the long note below the table: footnote',
  });

const HINT: Text = {
  zh: '缩短说明，或者写进表下的注（footnote）；换过模板的，检查它的宽度和高度',
  en: 'Shorten the note or move it below the table (footnote); if you changed the template, check its widths and heights',
};

const fault = (zh: string, en: string, at: Pick<PageFault, 'path' | 'words'>, hint = HINT): PageFault => ({
  rule: pageLayout.id,
  message: { zh, en },
  hint,
  ...at,
});
