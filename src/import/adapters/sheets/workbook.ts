import type { Sheet, Workbook } from 'hucre';
import { usualTitle } from '../../../form/usual-title.ts';
import { MARK_SHEET, readMark, type WorkbookMark } from '../../../report/workbook-mark.ts';
import type { ContentBlock, DocumentProperties, PublishedDocument } from '../../document.ts';
import { blocksOf } from './blocks.ts';
import { emptyWorkbook } from './package.ts';
import { sheetContent } from './sheet.ts';

/** A report has some five sheets. */
const MOST_SHEETS = 200;

/** The content of a workbook. Hidden sheets are not read, but told. Throws a `Refusal` if it has none. */
export function documentOf({ sheets, properties: { title, modified } = {} }: Workbook): PublishedDocument {
  const mark = markOf(sheets);
  const read = sheets.slice(0, MOST_SHEETS).filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  const properties: DocumentProperties = {
    ...(title && { title }),
    ...(modified && { date: modified.toISOString().slice(0, 10) }),
  };
  if (mark) return { blocks: ownBlocks(read, mark, title), properties, workbook: mark };
  const blocks = blocksOf(read.map(sheetContent));
  if (blocks.every((block) => block.kind === 'text' && block.furniture)) throw emptyWorkbook();
  return { blocks: [...blocks, ...unread(sheets, read)], properties };
}

const unread = (sheets: readonly Sheet[], read: readonly Sheet[]): ContentBlock[] =>
  sheets
    .filter((sheet) => !read.includes(sheet) && sheet.rows.length > 0)
    .map(({ name }) => ({
      kind: 'text',
      text: `（工作表“${name}”没有读：是隐藏的，或者表太多）`,
      furniture: true,
      place: { sheet: name },
    }));

const markOf = (sheets: readonly Sheet[]): WorkbookMark | undefined => {
  const sheet = sheets.find(({ name }) => name === MARK_SHEET);
  return sheet && readMark(sheet.rows);
};

/** A workbook of this program: what it prints of its tables, without the checks beside them and the sheet that explains it. */
function ownBlocks(sheets: readonly Sheet[], mark: WorkbookMark, title: string | undefined): ContentBlock[] {
  // A renamed sheet keeps its area of print; the sheet of notes has none.
  const tables = sheets.filter(
    ({ name, pageSetup }) => pageSetup?.printArea !== undefined || mark.sheets.includes(name),
  );
  const text = title ?? usualTitle(mark.agency, mark.year);
  const read = blocksOf(tables.map(printed).map(sheetContent));
  return [
    { kind: 'text', text, level: 1, place: {} },
    ...read.filter((block) => block.kind === 'grid' || !block.furniture),
  ];
}

function printed(sheet: Sheet): Sheet {
  const [, right = '', bottom = ''] = /:\$?([A-Z]+)\$?(\d+)$/u.exec(sheet.pageSetup?.printArea ?? '') ?? [];
  if (bottom === '') return sheet;
  const columns = [...right].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { ...sheet, rows: sheet.rows.slice(0, Number(bottom)).map((row) => row.slice(0, columns)) };
}
