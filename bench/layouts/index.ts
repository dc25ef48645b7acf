import { DOCX_LAYOUTS } from './docx.ts';
import { HARD_LAYOUTS } from './hard-html.ts';
import { HTML_LAYOUTS } from './html.ts';
import type { Layout, MadeFile } from './layout.ts';
import { truthOf } from './page.ts';
import { PDF_LAYOUTS } from './pdf.ts';
import { PROSE_LAYOUTS } from './prose-html.ts';
import { type MadeReport, makeReport } from './report.ts';
import { SAVED_LAYOUTS } from './saved-pages.ts';
import { SHEET_LAYOUTS } from './sheets.ts';

export const LAYOUTS: readonly Layout[] = [
  ...HTML_LAYOUTS,
  ...HARD_LAYOUTS,
  ...PROSE_LAYOUTS,
  ...SAVED_LAYOUTS,
  ...DOCX_LAYOUTS,
  ...SHEET_LAYOUTS,
  ...PDF_LAYOUTS,
];

export const reportFor = (layout: Layout, seed: number): MadeReport =>
  makeReport(seed, layout.edition, layout.hybrid ?? false);

/** The file of a layout with the numbers of a seed, or of another report of the same form. */
export async function makeFile(layout: Layout, seed: number, report = reportFor(layout, seed)): Promise<MadeFile> {
  const { prose, ...truth } = truthOf(report, layout.page);
  return {
    name: `${layout.name}-${seed}.${layout.format}`,
    format: layout.format,
    bytes: await layout.make(report, layout.page),
    truth: { ...truth, ...(!layout.tablesOnly && prose && { prose }) },
  };
}
