/** The rows of a table that is longer than a page. All lengths are in the same unit. */
export interface LongTable {
  readonly rows: readonly RowMeasure[];
  /** `first` and `next`: the space for rows on the first page and on each of the others. */
  readonly first: number;
  readonly next: number;
}

export interface RowMeasure {
  readonly height: number;
  /** The number of labels that span this row and the one above. */
  readonly open: number;
  /** True if no page may start with this row, because that would separate a heading from its content. */
  readonly kept: boolean;
}

/** Few pages are most important; then complete groups; then groups and pages of more than one row. */
const COST = { page: 1000, label: 20, loneRow: 15, shortPage: 60 };
/** A last page with fewer rows than this costs more. */
const FEW = 3;

/**
 * Returns the indices of the rows that start a page, for the cheapest arrangement; of equal ones, that with the fuller
 * first pages. Undefined if a row does not fit on a page.
 */
export function pageBreaks({ rows, first, next }: LongTable): readonly number[] | undefined {
  // best[end]: the cheapest arrangement of the rows before `end` as complete pages.
  const best: ({ cost: number; breaks: readonly number[] } | undefined)[] = [{ cost: 0, breaks: [] }];
  for (let end = 1; end <= rows.length; end++) {
    let height = 0;
    for (let start = end - 1; start >= 0; start--) {
      height += rows[start]?.height ?? 0;
      const before = best[start];
      if (!before || rows[start]?.kept || height > (start === 0 ? first : next)) continue;
      const cost = before.cost + pageCost(rows, start, end);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost, breaks: start === 0 ? [] : [...before.breaks, start] };
    }
  }
  return best[rows.length]?.breaks;
}

function pageCost(rows: readonly RowMeasure[], start: number, end: number): number {
  const last = end === rows.length;
  const short = last && start > 0 && end - start < FEW ? COST.shortPage : 0;
  if (start === 0) return COST.page;
  const open = rows[start]?.open ?? 0;
  // A label that continues for only one row, or that starts one row above.
  const endsNext = (rows[start + 1]?.open ?? 0) < open;
  const beganAbove = (rows[start - 1]?.open ?? 0) < open;
  return COST.page + COST.label * open + (endsNext || beganAbove ? COST.loneRow : 0) + short;
}
