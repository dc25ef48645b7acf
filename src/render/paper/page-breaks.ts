/** A table of rows that is longer than a page. Lengths in any one unit. */
export interface LongTable {
  readonly rows: readonly RowMeasure[];
  /** Room for rows on the first page and on every further one. */
  readonly first: number;
  readonly next: number;
}

export interface RowMeasure {
  readonly height: number;
  /** How many labels span from the row above into this one. */
  readonly open: number;
  /** No page may begin with it: it would part a heading from what it heads. */
  readonly kept: boolean;
}

/** Pages are dear; then groups stay whole, and neither a group nor a page is left with a single row. */
const COST = { page: 1000, label: 20, loneRow: 15, shortPage: 60 };
/** Fewer rows than this on the last page look lost. */
const FEW = 3;

/**
 * The rows that begin a page, of the arrangement that costs least; of equals the one whose first pages are fuller.
 * Undefined where a row is higher than a page.
 */
export function pageBreaks({ rows, first, next }: LongTable): readonly number[] | undefined {
  // best[end]: the cheapest arrangement of the rows before `end` in whole pages.
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
  // A label that goes on for one row only, or that began one row above.
  const endsNext = (rows[start + 1]?.open ?? 0) < open;
  const beganAbove = (rows[start - 1]?.open ?? 0) < open;
  return COST.page + COST.label * open + (endsNext || beganAbove ? COST.loneRow : 0) + short;
}
