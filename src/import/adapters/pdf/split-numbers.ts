import type { PageCell, PageContent, PageGrid, PageItem } from './page-content.ts';

const DIGITS = /^[\d.,]+$/u;

/**
 * A row can be cut by the end of a page in the middle of a number: 93 stands in a full cell on one page and 2 below it on the
 * next. Without other words in the row, they are one number; with words, it may be the number of another row, and the cell
 * has both.
 */
export function joinSplitNumbers(pages: readonly PageContent[]): PageContent[] {
  const result = pages.map((page) => ({ ...page, items: [...page.items] }));
  for (let index = 1; index < result.length; index++) {
    const [before, after] = [result[index - 1]?.items ?? [], result[index]?.items ?? []];
    const [last, first] = [before.findLastIndex(isGrid), after.findIndex(isGrid)];
    const [upper, lower] = [before[last], after[first]];
    if (upper?.kind !== 'grid' || lower?.kind !== 'grid' || upper.columns !== lower.columns) continue;
    const joined = joinGrids(upper, lower);
    before[last] = { kind: 'grid', ...joined[0] };
    after[first] = { kind: 'grid', ...joined[1] };
  }
  return result;
}

const isGrid = ({ kind }: PageItem): boolean => kind === 'grid';

function joinGrids(upper: PageGrid, lower: PageGrid): readonly [PageGrid, PageGrid] {
  const header = new Set(upper.cells.filter(({ text }) => !DIGITS.test(text)).map(({ text }) => text));
  // The header can be printed again.
  const row = Math.min(...lower.cells.filter(({ text }) => text !== '' && !header.has(text)).map((cell) => cell.row));
  const digits = lower.cells.filter((cell) => cell.row === row && DIGITS.test(cell.text));
  const isAlone = lower.cells.every((cell) => cell.row !== row || cell.text === '' || DIGITS.test(cell.text));
  const above = upper.cells.filter((cell) => cell.row + cell.rowSpan === upper.rows && DIGITS.test(cell.text));
  // Beside words, a number below every number is the next row.
  if (!isAlone && above.every(({ column }) => digits.some((cell) => cell.column === column))) return [upper, lower];
  const rests = new Map<PageCell, PageCell>();
  for (const cell of digits) {
    const start = above.find((one) => one.full && one.column === cell.column);
    if (start) rests.set(start, cell);
  }
  const used = new Set(isAlone ? rests.values() : []);
  return [
    {
      ...upper,
      cells: upper.cells.map((cell) => {
        const rest = rests.get(cell);
        return rest ? { ...cell, text: `${cell.text}${isAlone ? '' : '\n'}${rest.text}` } : cell;
      }),
    },
    { ...lower, cells: lower.cells.map((cell) => (used.has(cell) ? { ...cell, text: '' } : cell)) },
  ];
}
