/** Among the cells of a table that arranges others, at most this many without a table to each with one. */
const MOST_BESIDE = 3;

/** True if a table only holds other tables in their places: hardly any of its cells has only text. */
export function isLayoutTable<Cell>(cells: readonly Cell[], hasTable: (cell: Cell) => boolean): boolean {
  const nesting = cells.filter(hasTable).length;
  return nesting > 0 && cells.length - nesting <= MOST_BESIDE * nesting;
}
