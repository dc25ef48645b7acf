import { roomBelow } from '../../in-page/room-below.ts';
import { type FlowTable, isTable, type PageFlow, type TableForm } from './flow.ts';

/** How a table is arranged. */
export interface PlacedTable {
  /** The index of its size. */
  readonly form: number;
  /** The height on its page above it. */
  readonly start: number;
  /** True if it is divided although it begins a new page. */
  readonly newPage: boolean;
  /** The rows that begin a page. */
  readonly breaks: readonly number[];
}

export interface Arrangement {
  readonly cost: number;
  readonly tables: readonly PlacedTable[];
  /** The share of each page that is white below its content. */
  readonly white: readonly number[];
}

/** More white than this on a page is a fault: a third, less what is white below the last line of a text anyway. */
export const TOO_WHITE = 0.32;
/** A last page with less content than this share is short. */
const SHORT = 0.12;
/** Fewer rows of a table on a page than this cost more. */
const FEW = 3;
/** White pages are worst, then divided tables, then more pages; a reader hardly sees the rest. */
const COST = { tooWhite: 200, white: 15, split: 45, label: 8, loneRow: 12, fewRows: 40, page: 30, shortEnd: 12 };
/** The pixels that a planned page has left at least, because the browser rounds heights; and by which it lets a page be exceeded. */
const SAFETY = 1.5;
const TOLERANCE = 0.5;

/**
 * The cheapest arrangement of a report on pages; undefined if a row of a table does not fit on a page. If it is not `free`,
 * what the browser does by itself: tables in their first size, divided only if they are longer than a page.
 */
export const arrange = (flow: PageFlow, { free }: { readonly free: boolean }): Arrangement | undefined =>
  new Arranging(flow, free).from({ index: 0, used: 0, gap: undefined });

/** True if another arrangement may be better: a page is too white, the last one is short, or a table is divided. */
export const isPoor = ({ white, tables }: Arrangement): boolean =>
  white.slice(0, -1).some((share) => share > TOO_WHITE) ||
  (white.length > 1 && (white.at(-1) ?? 0) > 1 - SHORT) ||
  tables.some(({ breaks }) => breaks.length > 0);

/** An item and the page above it: the used height, and the distance to it if the item's own does not count. */
interface State {
  readonly index: number;
  readonly used: number;
  readonly gap: number | undefined;
}

/** The rows of a table from one that begins a page, or from the first, which comes after `start`. */
interface Piece {
  readonly index: number;
  readonly form: TableForm;
  readonly row: number;
  readonly start: number;
}

class Arranging {
  private readonly flow: PageFlow;
  private readonly free: boolean;
  private readonly known = new Map<string, Arrangement | undefined>();

  constructor(flow: PageFlow, free: boolean) {
    this.flow = flow;
    this.free = free;
  }

  from(state: State): Arrangement | undefined {
    const { height, items } = this.flow;
    let { index, used, gap } = state;
    const white: number[] = [];
    for (let item = items[index]; item && !isTable(item); item = items[++index]) {
      const bottom = used + (used === 0 ? 0 : (gap ?? item.gap)) + item.height;
      gap = undefined;
      if (used > 0 && bottom > height + TOLERANCE) {
        white.push(1 - used / height);
        used = item.height;
      } else used = bottom;
      // A drawing or code that is longer than a page.
      for (; used > height + TOLERANCE; used -= height) white.push(0);
    }
    const rest = index < items.length ? this.table({ index, used, gap }) : this.end(used);
    return rest && white.reduceRight((after, share) => onNextPage(share, after), rest);
  }

  private end(used: number): Arrangement {
    const white = 1 - used / this.flow.height;
    return { cost: white > 1 - SHORT ? COST.shortEnd : 0, tables: [], white: [white] };
  }

  private table(state: State): Arrangement | undefined {
    const { forms } = this.flow.items[state.index] as FlowTable;
    const sizes = this.free ? forms : forms.slice(0, 1);
    const key = `${state.index} ${state.used.toFixed(2)} ${state.gap?.toFixed(2)}`;
    return this.once(key, () => cheapest(sizes.flatMap((form, index) => this.inSize(state, form, index))));
  }

  private once(key: string, make: () => Arrangement | undefined): Arrangement | undefined {
    if (!this.known.has(key)) this.known.set(key, make());
    return this.known.get(key);
  }

  /** The table whole where it is or on the next page, or divided from either. */
  private inSize({ index, used, gap }: State, form: TableForm, size: number): (Arrangement | undefined)[] {
    const { height, items } = this.flow;
    const start = used === 0 ? 0 : used + (gap ?? items[index]?.gap ?? 0);
    const whole = form.rows.reduce((sum, row) => sum + row.height, form.top + form.foot);
    const limit = this.free && form.fit !== '' ? height - SAFETY : height + TOLERANCE;
    const placed = (from: number, after: Arrangement | undefined, newPage = false) =>
      after && placedTable({ form: size, start: from, newPage }, form.cost, after);
    const left = (after: Arrangement | undefined) => after && onNextPage(1 - used / height, after);
    if (start + whole <= limit) return [placed(start, this.below(index, start, whole))];
    const moved = used > 0 && whole <= limit ? left(placed(0, this.below(index, 0, whole))) : undefined;
    if (!this.free && moved) return [moved];
    const here = placed(start, this.piece({ index, form, row: 0, start }));
    const next = used > 0 ? left(placed(0, this.piece({ index, form, row: 0, start: 0 }), true)) : undefined;
    return [moved, here, next];
  }

  /** What is below a table or its last part: the text there is on the lines of the page again. The table gets its place later. */
  private below(index: number, start: number, height: number): Arrangement | undefined {
    const after = this.from({ index: index + 1, used: start + height, gap: roomBelow(height, this.flow.line) });
    return after && { ...after, tables: [WHOLE, ...after.tables] };
  }

  /** The cheapest way to divide a table from a row on. */
  private piece({ index, form, row, start }: Piece): Arrangement | undefined {
    const { height } = this.flow;
    const { rows, foot, growth } = form;
    const limit = height - SAFETY - growth.most;
    const found: (Arrangement | undefined)[] = [];
    const few = (end: number) => (end - row < FEW ? COST.fewRows : 0);
    let bottom = start + (row === 0 ? form.top : form.again + (rows[row]?.repeated ?? 0));
    for (let end = row + 1; end <= rows.length; end++) {
      bottom += rows[end - 1]?.height ?? 0;
      if (bottom > limit) break;
      if (end < rows.length) {
        if (rows[end]?.kept) continue;
        const next = this.once(`${index} ${form.fit} row ${end}`, () =>
          this.piece({ index, form, row: end, start: 0 }),
        );
        if (next) found.push(brokenAt(end, few(end) + breakCost(rows, end), onNextPage(1 - bottom / height, next)));
      } else if (bottom + foot <= limit) {
        const below = this.below(index, start, bottom + foot + growth.last - start);
        found.push(below && { ...below, cost: below.cost + (row > 0 ? few(end) : 0) });
      }
    }
    return cheapest(found);
  }
}

const WHOLE: PlacedTable = { form: 0, start: 0, newPage: false, breaks: [] };

function placedTable(place: Omit<PlacedTable, 'breaks'>, cost: number, after: Arrangement): Arrangement {
  const [{ breaks } = WHOLE, ...others] = after.tables;
  return { ...after, cost: after.cost + cost, tables: [{ ...place, breaks }, ...others] };
}

function brokenAt(row: number, cost: number, after: Arrangement): Arrangement {
  const [first = WHOLE, ...others] = after.tables;
  const tables = [{ ...first, breaks: [row, ...first.breaks] }, ...others];
  return { ...after, cost: after.cost + cost, tables };
}

/** The cost of a break above the row `end`. */
function breakCost(rows: TableForm['rows'], end: number): number {
  const open = rows[end]?.open ?? 0;
  // A label that continues for only one row, or that starts one row above.
  const isLone = (rows[end + 1]?.open ?? 0) < open || (rows[end - 1]?.open ?? 0) < open;
  return COST.split + COST.label * open + (isLone ? COST.loneRow : 0);
}

function onNextPage(white: number, after: Arrangement): Arrangement {
  const cost = COST.page + COST.white * white + (white > TOO_WHITE ? COST.tooWhite : 0);
  return { ...after, cost: after.cost + cost, white: [white, ...after.white] };
}

/** The first of the cheapest. */
const cheapest = (all: readonly (Arrangement | undefined)[]): Arrangement | undefined =>
  all.reduce((best, one) => (one && (!best || one.cost < best.cost) ? one : best), undefined);
