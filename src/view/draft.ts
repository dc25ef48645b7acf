import { cellsOf, type GridCell, type GridRow } from './grid.ts';
import type { DraftNote, DraftView, SectionView } from './page-view.ts';

/** Follows the title of a draft. */
export const DRAFT_SUFFIX = '〔草稿〕';

export const draftView = (notes: readonly DraftNote[]): DraftView => ({
  notes: notes.map((note, index) => ({ number: index + 1, ...note })),
});

/** The sections with the numbers of the notes at their cells and headers. */
export function withNotes(sections: readonly SectionView[], { notes }: DraftView): SectionView[] {
  const headings = new Set(sections.flatMap(({ table }) => (table ? cellsOf(table.grid) : [])).map(nameOf));
  const numbers = new Map<string, number[]>();
  for (const { path, number } of notes) {
    const name = nearest(path, headings);
    if (name !== undefined) numbers.set(name, [...(numbers.get(name) ?? []), number]);
  }
  const cell = (one: GridCell): GridCell => {
    const own = numbers.get(nameOf(one));
    return own ? { ...one, notes: own } : one;
  };
  const rows = (all: readonly GridRow[]) => all.map((row) => ({ ...row, cells: row.cells.map(cell) }));
  return sections.map((section) => {
    if (!section.table) return section;
    const { grid } = section.table;
    const bodies = grid.bodies.map((body) => ({ ...body, rows: rows(body.rows) }));
    return { ...section, table: { ...section.table, grid: { ...grid, head: rows(grid.head), bodies } } };
  });
}

// The id of a row header is the path of its row, with dashes.
const nameOf = ({ path, id }: GridCell): string => (path === undefined ? (id ?? '') : path.replaceAll('.', '-'));

/** The cell at a path, or else the header of the row or group that contains it. */
function nearest(path: string, names: ReadonlySet<string>): string | undefined {
  const steps = path.split('.');
  while (steps.length > 1 && !names.has(steps.join('-'))) steps.pop();
  return steps.length > 1 ? steps.join('-') : undefined;
}
