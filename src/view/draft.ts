import type { GridCell, GridRow } from './grid.ts';
import type { SectionView } from './page.ts';

/** A finding as printed in a draft. Its number is its position in the list, from 1. */
export interface DraftNote {
  /** 错误; 警告，已豁免 */
  readonly severity: string;
  readonly rule: string;
  /** 第26行，一、本年新收政府信息公开申请数量 · 总计 */
  readonly place: string;
  readonly message: string;
  readonly hint?: string;
  /** The reason of the waiver, if the finding is waived. */
  readonly reason?: string;
  /** The number of the note that caused this one. */
  readonly cause?: number;
  /** Dotted path of the cell or text it is about. */
  readonly path: string;
}

/** The additions of a draft, which are not part of the official form. */
export interface DraftView {
  readonly notes: readonly (DraftNote & { readonly number: number })[];
}

/** Follows the title of a draft. */
export const DRAFT_SUFFIX = '〔草稿〕';

export const draftView = (notes: readonly DraftNote[]): DraftView => ({
  notes: notes.map((note, index) => ({ number: index + 1, ...note })),
});

/** The sections with the numbers of the notes at their cells and headers. */
export function withNotes(sections: readonly SectionView[], { notes }: DraftView): SectionView[] {
  const headings = new Set(sections.flatMap(cellsOf).map(nameOf));
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

const cellsOf = ({ table }: SectionView): readonly GridCell[] =>
  table ? [...table.grid.head, ...table.grid.bodies.flatMap(({ rows }) => rows)].flatMap(({ cells }) => cells) : [];

// The id of a row header is the path of its row, with dashes.
const nameOf = ({ path, id }: GridCell): string => (path === undefined ? (id ?? '') : path.replaceAll('.', '-'));

/** The cell at a path, or else the header of the row or group that contains it. */
function nearest(path: string, names: ReadonlySet<string>): string | undefined {
  const steps = path.split('.');
  while (steps.length > 1 && !names.has(steps.join('-'))) steps.pop();
  return steps.length > 1 ? steps.join('-') : undefined;
}
