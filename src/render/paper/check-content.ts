import { type PageFault, pageContent } from '../../diagnostics/page-faults.ts';
import type { Sheet, SheetCell } from '../../in-page/sheet.ts';
import { cellsOf, cellText, type GridCell } from '../../view/grid.ts';
import type { PageView } from '../../view/page-view.ts';
import { unescapeMarkup } from '../../writing/markup.ts';
import { withoutNumber } from '../../writing/numerals.ts';

/** Checks that the page shows all headings and cells of a view, unchanged and in the same order. */
export function checkContent(view: PageView, sheet: Sheet): PageFault[] {
  return [...headingFaults(view, sheet), ...cellFaults(view, sheet)];
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The text that the HTML of Markdown shows. */
const shownText = (html: string): string => plain(unescapeMarkup(html.replace(/<[^>]*>/gu, '')));

function headingFaults({ title, sections }: PageView, { headings }: Sheet): PageFault[] {
  const expected = [
    plain(title),
    ...sections.flatMap((section) => [plain(section.title), ...section.parts.map((part) => shownText(part.heading))]),
  ];
  const shown = headings.filter(({ seen }) => seen).map(({ text }) => text);
  let at = 0;
  return expected.flatMap((heading) => {
    const found = shown.indexOf(heading, at);
    if (found >= 0) {
      at = found + 1;
      return [];
    }
    const elsewhere = shown.includes(heading);
    return [
      fault(
        elsewhere ? `标题“${heading}”不在它的位置上` : `页面上没有标题“${heading}”`,
        elsewhere ? `The heading ${heading} is in the wrong place` : `The page does not show the heading ${heading}`,
        { words: withoutNumber(heading) },
      ),
    ];
  });
}

function cellFaults({ sections }: PageView, { tables }: Sheet): PageFault[] {
  const expected = sections.flatMap(({ table }) => (table ? cellsOf(table.grid) : []));
  const shown = tables.flatMap(({ cells }) => cells);
  const byPath = new Map(shown.flatMap((cell) => (cell.path === undefined ? [] : [[cell.path, cell] as const])));
  const numbers = expected.flatMap((cell) =>
    cell.path === undefined ? [] : numberFaults(cell, cell.path, byPath.get(cell.path)),
  );
  return numbers.length > 0 ? numbers : orderFaults(expected, shown);
}

function numberFaults(cell: GridCell, path: string, found: SheetCell | undefined): PageFault[] {
  const text = cellText(cell);
  if (!found || (!found.seen && text !== ''))
    return [fault('页面上没有这个单元格', 'The page does not show this cell', { path })];
  if (found.text === text) return [];
  return [
    fault(`页面上是“${found.text}”，应为“${text}”`, `The page shows "${found.text}" instead of "${text}"`, { path }),
  ];
}

/** Compares cells and labels one by one. Returns a fault for the first one in the wrong place. */
function orderFaults(expected: readonly GridCell[], shown: readonly SheetCell[]): PageFault[] {
  for (let index = 0; index < Math.max(expected.length, shown.length); index++) {
    const [cell, found] = [expected[index], shown[index]];
    if (cell && found && cell.path === found.path && cellText(cell) === found.text && (found.seen || found.text === ''))
      continue;
    if (cell?.path !== undefined)
      return [fault('单元格不在它的位置上', 'The cell is in the wrong place', { path: cell.path })];
    const label = cell?.text ?? found?.text ?? '';
    return [
      fault(`表格的“${label}”没有照格式印出来`, `The table does not show "${label}" as in the form`, {
        words: label,
      }),
    ];
  }
  return [];
}

const HINT = {
  zh: '页面模板须照样印出每个标题和单元格；没有换过模板的，请把这份报告发给我们',
  en: 'A page template must show every heading and cell unchanged. If you use the official template, please report this as a bug',
};

const fault = (zh: string, en: string, at: Pick<PageFault, 'path' | 'words'>): PageFault => ({
  rule: pageContent.id,
  message: { zh, en },
  hint: HINT,
  ...at,
});
