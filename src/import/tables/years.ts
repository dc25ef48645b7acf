import { plainLabel } from './labels.ts';
import { allCells, turned, type View, type ViewCell, without } from './view.ts';

/** A cell that says from which year the numbers below or beside it are. */
interface YearCell {
  readonly cell: ViewCell;
  /** 0 for a comparison of years. */
  readonly year: number;
  /** The rest of its label: 自然人 of 自然人（2023年）. */
  readonly rest: string;
}

const YEAR = /[（(]?(?<!\d)(20\d\d)年度?[)）]?/u;
const BARE = /^20\d\d$/u;
const HEADER = /^(?:年度|年份)$/u;
const COMPARED = /^(?:同比|增减|增长|变化|变动|比上年|较上年)/u;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:本年度?|今年|本期)(?:数|数据)?$/u, 0],
  [/^(?:上年度?|上一年度?|去年|上年同期|上期)(?:数|数据)?$/u, -1],
];

/**
 * A table that has the numbers of several years, with a column or a row for each: the same without those of other years.
 * If it is not known which year is the report's, the last one is taken and nothing of it is sure.
 */
export function ofYear(view: View, year: number | undefined): View {
  const around = turned(view);
  const columns = ofRows(around, year);
  return ofRows(columns === around ? view : turned(columns), year);
}

/** The same for years that stand below each other. */
function ofRows(view: View, year: number | undefined): View {
  const column = yearsBelowEachOther(view, year);
  const years = column.filter((one) => one.year > 0).map((one) => one.year);
  if (new Set(years).size < 2) return view;
  const own = year !== undefined && years.includes(year) ? year : Math.max(...years);
  const others = column.flatMap((one, index) =>
    one.year === own ? [] : linesFrom(one.cell, column[index + 1]?.cell, view),
  );
  const labels = new Map(column.map(({ cell, rest }) => [cell.cell, rest]));
  const left = without(view, new Set(others), labels);
  return own === year ? left : { ...left, unknownYear: true };
}

/** The rows that a cell covers; below one that stands alone in its row, all rows to the next one. */
function linesFrom(cell: ViewCell, next: ViewCell | undefined, view: View): number[] {
  const isCaption = view.row(cell.top).every((one) => one === cell || one.blank) && cell.top === cell.bottom;
  const last = isCaption ? (next?.top ?? view.rows) - 1 : cell.bottom;
  return Array.from({ length: last - cell.top + 1 }, (_, index) => cell.top + index);
}

/** The years in the first column that has several: years alone, or years behind labels that come again for each. */
function yearsBelowEachOther(view: View, year: number | undefined): YearCell[] {
  const columns: ViewCell[][] = Array.from({ length: view.columns }, () => []);
  for (const cell of allCells(view)) columns[cell.left]?.push(cell);
  for (const own of columns) {
    const isNamed = own.some(({ label }) => HEADER.test(label));
    const found = own.flatMap((cell) => yearCell(cell, year, isNamed) ?? []);
    const alone = found.filter(({ rest }) => rest === '');
    if (severalYears(alone)) return alone;
    const again = found.filter(({ rest, year: mine }) =>
      found.some((other) => other.rest === rest && other.year !== mine && rest !== ''),
    );
    if (severalYears(again)) return again;
  }
  return [];
}

const severalYears = (cells: readonly YearCell[]): boolean =>
  new Set(cells.flatMap(({ year }) => (year > 0 ? [year] : []))).size > 1;

function yearCell(cell: ViewCell, year: number | undefined, isNamed: boolean): YearCell | undefined {
  const { label } = cell;
  if (COMPARED.test(label)) return { cell, year: 0, rest: '' };
  const relative = RELATIVE.find(([words]) => words.test(label));
  if (relative) return { cell, year: (year ?? 9000) + relative[1], rest: '' };
  if (isNamed && BARE.test(label)) return { cell, year: Number(label), rest: '' };
  const [written = '', named = ''] = YEAR.exec(cell.cell.text) ?? [];
  if (named === '' || label.length > LONGEST) return undefined;
  return {
    cell,
    year: Number(named),
    rest: plainLabel(cell.cell.text.replace(written, '')).replace(EMPTY_REST, ''),
  };
}

const EMPTY_REST = /^(?:数|数据|情况|本年度?|上年度?)$/u;

/** Longer texts are no labels with a year. */
const LONGEST = 40;
