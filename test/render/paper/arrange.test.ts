import { describe, expect, test } from 'vitest';
import { type Arrangement, arrange, isPoor, TOO_WHITE } from '../../../src/render/paper/arrange.ts';
import { isTable, type PageFlow, type RowMeasure, type TableForm } from '../../../src/render/paper/flow.ts';
import { picker } from '../../check/sums/picker.ts';
import { flow, form, LINE, lines, PAGE, row, tableFour, tableThree, tableTwo } from './simulated.ts';

const arranged = (of: PageFlow, free = true) => arrange(of, { free }) as Arrangement;
const whitePages = ({ white }: Arrangement) => white.slice(0, -1).filter((share) => share > TOO_WHITE);

describe('a table that is longer than a page', () => {
  const rows = (count: number, height = 10) => Array.from({ length: count }, () => row(height));
  /** The breaks of a table alone on pages of a height; `first` is the room on the first. */
  const breaks = (all: readonly RowMeasure[], first: number, next: number) =>
    arrange(
      { height: next + 1.5, line: 1, items: [{ gap: 0, forms: [form(all, { top: next - first })] }] },
      { free: true },
    )?.tables[0]?.breaks;

  test('has as few pages as there can be, the first ones fuller', () => {
    expect(breaks(rows(10), 100, 100)).toEqual([]);
    expect(breaks(rows(17), 80, 100)).toEqual([8]);
    expect(breaks(rows(24), 80, 100)).toEqual([8, 18]);
  });

  test('does not leave a row or two on its last page', () => {
    expect(breaks(rows(9), 80, 80)).toEqual([6]);
  });

  test('does not leave a row or two on its first page', () => {
    const far = rows(10).map((one, index) => ({ ...one, open: index > 1 ? 1 : 0 }));
    expect(breaks(far, 80, 80)?.[0]).toBeGreaterThan(2);
  });

  test('breaks where no label spans, if that costs no page', () => {
    const labelled = rows(12).map((one, index) => (index > 6 && index < 9 ? { ...one, open: 1 } : one));
    expect(breaks(labelled, 80, 80)).toEqual([6]);
  });

  test('does not part a heading from what it heads', () => {
    const headed = rows(12).map((one, index) => (index === 8 || index === 7 ? { ...one, kept: true } : one));
    expect(breaks(headed, 80, 80)).toEqual([6]);
  });

  test('has no arrangement with a row that is higher than a page', () => {
    expect(breaks([row(10), row(102)], 100, 100)).toBeUndefined();
  });
});

describe('the pages of a report', () => {
  test('a table that just does not fit becomes tighter', () => {
    const report = flow(...lines(33), tableTwo(), tableThree(), tableFour(), ...lines(6));
    expect(whitePages(arranged(report, false))).toHaveLength(2);
    const { tables, white } = arranged(report);
    expect(tables.map(({ form: size, breaks }) => [size, breaks])).toEqual([
      [1, []],
      [0, []],
      [0, []],
    ]);
    expect(white).toHaveLength(4);
  });

  test('table two breaks between its blocks rather than leave half a page', () => {
    const report = flow(...lines(34), tableTwo(), ...lines(22));
    const { tables } = arranged(report);
    expect(tables[0]?.breaks).toEqual([7]);
  });

  test('a table stays in one piece if less than a third of the page is white', () => {
    const report = flow(...lines(38), tableTwo(), ...lines(6));
    const { tables } = arranged(report);
    expect(tables[0]).toMatchObject({ form: 0, breaks: [], newPage: false });
  });

  test('what is right already is not planned', () => {
    const report = flow(...lines(26), tableTwo(), tableThree(), tableFour(), ...lines(6));
    expect(isPoor(arranged(report, false))).toBe(false);
    expect(isPoor(arranged(flow(...lines(34), tableTwo(), ...lines(22)), false))).toBe(true);
  });

  test('a last page with a line or two is spared where a tighter table can', () => {
    const report = flow(...lines(8), tableTwo(), ...lines(2));
    expect(arranged(report, false).white).toHaveLength(2);
    expect(arranged(report).white).toHaveLength(1);
  });

  test('a footnote is on the page of the last rows', () => {
    const foot = 12 * 24;
    const { tables } = arranged(flow(...lines(2), tableThree(27, foot), ...lines(3)));
    const last = tables[0]?.breaks.at(-1) ?? 0;
    expect(last).toBeGreaterThan(0);
    expect(25 + 84 + (25 - last) * 27 + foot).toBeLessThan(PAGE);
  });
});

/** The heights of the pieces of a table. */
function piecesOf({ rows, top, again, foot }: TableForm, breaks: readonly number[]): number[] {
  const cuts = [0, ...breaks, rows.length];
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    const above = index === 0 ? top : again + (rows[from]?.repeated ?? 0);
    const below = to === rows.length ? foot : 0;
    return rows.slice(from, to).reduce((sum, one) => sum + one.height, above + below);
  });
}

/** Checks every page of an arrangement, in another way than it was made: page after page from the top. */
function check({ items, height, line }: PageFlow, { tables, white }: Arrangement): number[] {
  const pages = [0];
  const add = (gap: number, part: number) => {
    const used = pages.at(-1) ?? 0;
    const bottom = used + (used === 0 ? 0 : gap) + part;
    if (used > 0 && bottom > height + 0.5) pages.push(part);
    else pages[pages.length - 1] = bottom;
  };
  let below: number | undefined;
  const placed = [...tables];
  for (const item of items) {
    const gap = below ?? item.gap;
    below = undefined;
    if (!isTable(item)) {
      add(gap, item.height);
      continue;
    }
    const place = placed.shift();
    const size = item.forms[place?.form ?? 0];
    if (!place || !size) throw new Error('no place for a table');
    expect(place.breaks.filter((at) => size.rows[at]?.kept)).toEqual([]);
    expect(place.breaks).toEqual([...new Set(place.breaks)].sort((a, b) => a - b));
    const pieces = piecesOf(size, place.breaks);
    if (place.newPage && (pages.at(-1) ?? 0) > 0) pages.push(0);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) pages.push(0);
      const before = pages.length;
      add(gap, piece);
      if (pieces.length > 1) expect(pages).toHaveLength(before);
    }
    const last = pieces.at(-1) ?? 0;
    below = Math.ceil(last / line + 0.25) * line - last;
  }
  for (const used of pages) expect(used).toBeLessThanOrEqual(height + 0.5);
  expect(white.map((share) => share.toFixed(4))).toEqual(pages.map((used) => (1 - used / height).toFixed(4)));
  return pages;
}

test('400 reports: pages are as planned, never worse than the browser alone, and none is needlessly white', () => {
  const next = picker(20);
  for (let count = 0; count < 400; count++) {
    const foot = () => (next(4) === 0 ? 24 * (1 + next(8)) : 0);
    const report = flow(
      ...lines(8 + next(60)),
      tableTwo(foot()),
      ...lines(next(3) === 0 ? next(12) : 0),
      tableThree(20 + next(22), foot()),
      ...lines(next(3) === 0 ? next(12) : 0),
      tableFour(foot()),
      ...lines(2 + next(30)),
    );
    const [planned, alone] = [arranged(report), arranged(report, false)];
    check(report, planned);
    check(report, alone);
    expect(whitePages(planned)).toEqual([]);
    expect(planned.white.length).toBeLessThanOrEqual(alone.white.length + 1);
    if (!isPoor(alone)) expect(planned.tables.every(({ breaks }) => breaks.length === 0)).toBe(true);
  }
});

test('a drawing that leaves a page white is the only thing that does', () => {
  const chart = { gap: LINE / 2, height: 0.7 * PAGE };
  const report = flow(...lines(10), chart, chart, ...lines(3), tableTwo(), tableThree(), ...lines(3));
  const planned = arranged(report);
  check(report, planned);
  expect(planned.white.map((share) => share > TOO_WHITE)).toEqual(
    [true, false, false, false, false].slice(0, planned.white.length),
  );
});
