import type { ContentBlock, ContentGrid, ContentText } from '../../document.ts';
import type { SheetContent, ShownCell } from './sheet.ts';

/** A row of a sheet with the cells that begin in it. */
interface Row {
  readonly index: number;
  readonly cells: readonly ShownCell[];
  /** A cell from above reaches into it. */
  readonly reached: boolean;
}

/** A heading of a section: 三、… A sheet can be named like one, too. */
const SECTION = /^[一二三四五六七八九十]+、/u;
/** A line in a table that names an article of the law. */
const ARTICLE = /^第\S{1,12}[条款项]$/u;
const NOTE = /^[（(]?(注|备注|说明|填表|填报|单位)[^\d]{0,8}[:：]/u;
const LONG = 40;

/**
 * The content of the sheets in reading order. A sheet is cut into pieces at its empty rows; a row with one cell that is a
 * title, a heading, a note or prose becomes a text, everything else a grid.
 */
export function blocksOf(sheets: readonly SheetContent[]): ContentBlock[] {
  let tables = 0;
  return sheets.flatMap((sheet) => {
    const blocks: ContentBlock[] = [];
    if (SECTION.test(sheet.name) && sheet.cells.every(({ text }) => text !== sheet.name))
      blocks.push({ kind: 'text', text: sheet.name, level: 1, place: { sheet: sheet.name } });
    for (const piece of pieces(sheet.cells).flatMap(parts)) {
      if (piece.every(isLonely)) for (const row of piece) blocks.push(...textsOf(row, sheet.name));
      else blocks.push(gridOf(piece, { sheet: sheet.name, table: ++tables }));
    }
    if (sheet.hidden.length > 0) blocks.push(toldOf(sheet));
    return blocks;
  });
}

const toldOf = ({ name, hidden }: SheetContent): ContentText => ({
  kind: 'text',
  text: `（工作表“${name}”里隐藏的没有读：${hidden.slice(0, 20).join('、')}${hidden.length > 20 ? '等' : ''}）`,
  furniture: true,
  place: { sheet: name },
});

/** The rows of a sheet between its empty rows. */
function pieces(cells: readonly ShownCell[]): Row[][] {
  const starts = new Map<number, ShownCell[]>();
  for (const cell of cells) {
    const row = starts.get(cell.row);
    if (row) row.push(cell);
    else starts.set(cell.row, [cell]);
  }
  const filled = cells.filter(({ text }) => text !== '');
  const last = filled.reduce((end, { row, rowSpan }) => Math.max(end, row + rowSpan - 1), -1);
  const found: Row[][] = [];
  let [here, reach]: [Row[], number] = [[], -1];
  for (let index = 0; index <= last; index++) {
    const own = starts.get(index) ?? [];
    const reached = index <= reach;
    const full = own.some(({ text }) => text !== '');
    if (full || reached) here.push({ index, cells: own, reached });
    else if (here.length > 0) {
      found.push(here);
      here = [];
    }
    for (const { row, rowSpan, text } of own) if (text !== '') reach = Math.max(reach, row + rowSpan - 1);
  }
  return here.length > 0 ? [...found, here] : found;
}

const filledIn = ({ cells }: Row): ShownCell[] => cells.filter(({ text }) => text !== '');

const isLonely = (row: Row): boolean =>
  !row.reached && filledIn(row).length === 1 && row.cells.every(({ rowSpan }) => rowSpan === 1);

/** Cuts the rows of a piece where texts and tables meet. */
function parts(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  const ruled = rows.some((row) => !isLonely(row) && row.cells.some((cell) => cell.ruled));
  const all = rows.flatMap(({ cells }) => cells);
  const width = all.reduce((end, { column, columnSpan }) => Math.max(end, column + columnSpan), 0);
  const before = rows.findIndex((row) => !isLonely(row));
  let wasText: boolean | undefined;
  rows.forEach((row, at) => {
    const place = { leading: before < 0 || at < before, next: rows[at + 1], ruled, width };
    const text = isLonely(row) && isText(row, place);
    if (text === wasText) found.at(-1)?.push(row);
    else found.push([row]);
    wasText = text;
  });
  return found;
}

interface Surroundings {
  /** Every row above it has one cell, too. */
  readonly leading: boolean;
  readonly next: Row | undefined;
  /** The table beside it has lines. */
  readonly ruled: boolean;
  readonly width: number;
}

function isText(row: Row, { leading, next, ruled, width }: Surroundings): boolean {
  const cell = filledIn(row)[0] as ShownCell;
  const { text } = cell;
  if (ruled && !cell.ruled) return true;
  if (ARTICLE.test(text)) return false;
  if (text.length >= LONG || /[。！？]$/u.test(text) || NOTE.test(text)) return true;
  if (leading) return !(ruled && cell.ruled) || SECTION.test(text);
  return SECTION.test(text) && (cell.columnSpan >= width || (next !== undefined && isHeader(next)));
}

/** Several labels and no number: the header of a table. */
function isHeader(row: Row): boolean {
  const filled = filledIn(row);
  return filled.length > 1 && filled.every(({ text }) => !/^[\d.,/—-]+$/u.test(text));
}

const textsOf = (row: Row, sheet: string): ContentText[] =>
  filledIn(row).flatMap(({ text, column }) =>
    text
      .split(/\n+/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({
        kind: 'text' as const,
        text: line,
        place: { sheet, row: row.index + 1, column: column + 1 },
      })),
  );

function gridOf(rows: readonly Row[], place: { readonly sheet: string; readonly table: number }): ContentGrid {
  const all = rows.flatMap(({ cells }) => cells);
  const columns = [
    ...new Set(all.flatMap(({ column, columnSpan }) => Array.from({ length: columnSpan }, (_, at) => column + at))),
  ];
  const columnAt = new Map(columns.sort((a, b) => a - b).map((column, at) => [column, at]));
  const first = rows[0]?.index ?? 0;
  const end = (rows.at(-1)?.index ?? 0) + 1;
  const cells = [...all, ...blankCells(all, rows, columns)].map(({ row, column, rowSpan, columnSpan, text }) => ({
    row: row - first,
    column: columnAt.get(column) ?? 0,
    rowSpan: Math.min(rowSpan, end - row),
    columnSpan,
    text,
    place: { ...place, row: row + 1, column: column + 1 },
  }));
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return { kind: 'grid', rows: end - first, columns: columns.length, cells, place };
}

/** The places between the cells that have text: every place of a sheet is a cell. */
function blankCells(cells: readonly ShownCell[], rows: readonly Row[], columns: readonly number[]) {
  const taken = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of cells)
    for (let down = 0; down < rowSpan; down++)
      for (let right = 0; right < columnSpan; right++) taken.add(`${row + down},${column + right}`);
  return rows.flatMap(({ index }) =>
    columns
      .filter((column) => !taken.has(`${index},${column}`))
      .map((column) => ({ row: index, column, rowSpan: 1, columnSpan: 1, text: '' })),
  );
}
