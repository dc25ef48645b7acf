import type { GridCell, GridRow } from './grid.ts';
import type { SectionView } from './page.ts';

/** A finding of the checks, in the words of the page; its number is its position in the list, from 1. */
export interface DraftNote {
  /** 错误; 警告，已豁免 */
  readonly severity: string;
  readonly rule: string;
  /** 第26行，一、本年新收政府信息公开申请数量 · 总计 */
  readonly place: string;
  readonly message: string;
  readonly hint?: string;
  /** Why it may stand, where a waiver says so. */
  readonly reason?: string;
  /** The number of the note that it follows from. */
  readonly cause?: number;
  /** The dotted path of the cell or text it concerns. */
  readonly path: string;
}

/** What a draft says beside the report: never part of the official form. */
export interface DraftView {
  readonly notes: readonly (DraftNote & { readonly number: number })[];
}

/** Stands behind the title of a draft. */
export const DRAFT_SUFFIX = '〔草稿〕';

export const draftView = (notes: readonly DraftNote[]): DraftView => ({
  notes: notes.map((note, index) => ({ number: index + 1, ...note })),
});

/** The sections with the numbers of the notes on the cells and headers that they concern. */
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

// Headers have the path of their row as id, with dashes.
const nameOf = ({ path, id }: GridCell): string => (path === undefined ? (id ?? '') : path.replaceAll('.', '-'));

/** The cell at a path, or the header of the row or group above it. */
function nearest(path: string, names: ReadonlySet<string>): string | undefined {
  const steps = path.split('.');
  while (steps.length > 1 && !names.has(steps.join('-'))) steps.pop();
  return steps.length > 1 ? steps.join('-') : undefined;
}
