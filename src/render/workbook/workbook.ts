import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { MARK_SHEET } from '../../view/workbook.ts';
import { timeOf, zippedWithoutTimes } from '../fixed-package.ts';
import type { Publication } from '../publication.ts';
import { NOTES_SHEET, notesSheet } from './notes-sheet.ts';
import { FONT } from './styles.ts';
import { tableSheet } from './table-sheet.ts';

export { readWorkbook } from './read.ts';

/**
 * The tables of a report as a workbook in which colleagues fill in the numbers: a sheet of notes, one sheet for each table,
 * and a hidden one that says which report it is. The same report gives the same bytes.
 */
export async function workbookOf({ view, workbook, date, epoch }: Publication): Promise<Uint8Array> {
  const tables = view.sections.flatMap((section) =>
    section.table ? [tableSheet(section, section.table, workbook)] : [],
  );
  const time = new Date(timeOf({ date, epoch }));
  const bytes = await writeXlsx({
    sheets: [
      notesSheet(view, workbook),
      ...tables,
      { name: MARK_SHEET, rows: workbook.mark.map((row) => [...row]), hidden: true, protection: { sheet: true } },
    ],
    properties: { title: view.title, creator: view.agency, lastModifiedBy: view.agency, created: time, modified: time },
    defaultFont: FONT,
    activeSheet: 0,
    workbookProtection: { lockStructure: true },
  });
  return zippedWithoutTimes(unzipSync(bytes));
}

export { NOTES_SHEET };
