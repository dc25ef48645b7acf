import type { HeaderDef, RowNodeDef, TableDef } from '../form/types.ts';
import { isRowGroup } from '../form/walk.ts';

export const COLUMNS_IN_WORDS = '各行的数从左到右依次为';

/**
 * A sentence that names the columns of numbers, for websites that ignore the spans of cells, so that headers no longer
 * stand above their numbers. Undefined for a table whose headers do so even then.
 */
export function columnsInWords({ layout, blocks: [block] }: TableDef): string | undefined {
  if (layout === 'blocks' || !block) return undefined;
  const columns = withoutOutermost(block.columns);
  const words = layout === 'matrix' ? inWords(columns) : block.rows.map((row) => rowInWords(row, columns)).join('、');
  return `${COLUMNS_IN_WORDS}：${words}。表头没有对齐的，以此为准。`;
}

/** One header above all columns tells nothing about their order. */
const withoutOutermost = ([first, ...others]: readonly HeaderDef[]): readonly HeaderDef[] =>
  first && 'columns' in first && others.length === 0 ? first.columns : first ? [first, ...others] : [];

const inWords = (columns: readonly HeaderDef[]): string =>
  columns.map((one) => ('columns' in one ? `${one.label}（${inWords(one.columns)}）` : one.label)).join('、');

function rowInWords(row: RowNodeDef, columns: readonly HeaderDef[]): string {
  const inside = isRowGroup(row) ? row.rows.map((one) => rowInWords(one, columns)).join('、') : inWords(columns);
  return `${row.label}（${inside}）`;
}
