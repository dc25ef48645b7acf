import type { GridCell, GridRow } from '../view/grid.ts';
import type { PageView, SectionView } from '../view/page-view.ts';
import type { Format } from './format.ts';
import { checkBlocks } from './readback/check-page.ts';

/** A workbook in which colleagues fill in the tables. It has none of the prose. Its code is loaded only when needed. */
export const xlsx: Format = {
  extension: 'xlsx',
  needsBrowser: false,
  needsPage: false,
  forPublisher: true,
  render: async ({ publication }) => (await load()).workbookOf(publication),
  readBack: async (content, { publication }) =>
    checkBlocks(await (await load()).readWorkbook(content), withTablesOnly(publication.view)),
};

/** The view of a workbook: the tables, with blank cells for unknown numbers. */
function withTablesOnly({ draft: _, ...view }: PageView): PageView {
  const plain = (cell: GridCell): GridCell => {
    const { notes: __, ...rest } = cell;
    return cell.unknown ? { ...rest, text: '' } : rest;
  };
  const rowsOf = (rows: readonly GridRow[]) => rows.map((row) => ({ ...row, cells: row.cells.map(plain) }));
  const sections = view.sections.flatMap((section): SectionView[] => {
    const { table } = section;
    if (!table) return [];
    const { head, bodies } = table.grid;
    const grid = { ...table.grid, head: rowsOf(head), bodies: bodies.map(({ rows }) => ({ rows: rowsOf(rows) })) };
    return [{ ...section, above: '', html: '', parts: [], table: { ...table, grid } }];
  });
  return { ...view, sections };
}

const load = () => import('./workbook/workbook.ts');
