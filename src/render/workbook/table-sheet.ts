import type { Cell, DataValidation, MergeRange, WriteSheet } from 'hucre';
import { displayWidth } from '../../diagnostics/display-width.ts';
import type { GridCell } from '../../view/grid.ts';
import type { SectionView, TableView } from '../../view/page-view.ts';
import type { WorkbookView } from '../../view/workbook.ts';
import { unescapeMarkup } from '../../writing/markup.ts';
import { type PlacedCheck, placedChecks, sumCell, type Values } from './checks.ts';
import { numberCell } from './number-cell.ts';
import { type CellInSheet, columnName, placedCells, rangesOf } from './places.ts';
import { CHECK, LABEL, LINE_HEIGHT, PLAIN, ROW_LABEL, SUM, TITLE, WIDTHS, WRONG } from './styles.ts';
import { validations } from './validations.ts';

type Cells = Map<string, Partial<Cell>>;

/** The sheet of a table: its title, the table as in the official form, its footnote; beside and below it the checks. */
export function tableSheet(section: SectionView, table: TableView, book: WorkbookView): WriteSheet {
  const placed = placedCells(table.grid, 1);
  const columns = table.grid.columns.length;
  const bottom = Math.max(...placed.map(({ row, rows }) => row + rows));
  const byPath = new Map(placed.flatMap((one) => (one.cell.path === undefined ? [] : [[one.cell.path, one] as const])));
  const sums = new Map(book.sums.map(({ path, parts }) => [path, parts]));
  const values: Values = ({ cell: { text, unknown } }) => (unknown ? undefined : Number(text));
  const cells: Cells = new Map();
  const set = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell);
  set(0, 0, { value: section.title, style: TITLE });
  const open: CellInSheet[] = [];
  for (const one of placed) {
    const { cell } = one;
    const parts = sums.get(cell.path ?? '')?.flatMap((path) => byPath.get(path) ?? []);
    const own = cellOf(cell, parts && sumCell(values, parts), book);
    for (const [row, column] of covered(one)) set(row, column, { value: null, ...(own.style && { style: own.style }) });
    set(one.row, one.column, own);
    if (cell.path !== undefined && !parts) open.push(one);
  }
  const footnote = textOf(table.footnote ?? '');
  if (footnote !== '') set(bottom, 0, { value: `注：${footnote}`, type: 'string', style: PLAIN });
  const end = bottom + (footnote === '' ? 0 : 1);
  const checks = placedChecks(book, byPath, values, { bottom: end + 1, right: columns + 1 });
  const area = { bottom: end, columns };
  writeChecks(set, checks, table, area);
  const widths = widthsOf(table, checks, columns);
  return {
    name: book.sheets[table.key] ?? table.key,
    columns: widths.map((width) => ({ width })),
    rows: [],
    cells,
    merges: mergesOf(placed, columns, footnote === '' ? [0] : [0, bottom], labelMerges(table, checks)),
    rowDefs: heights(placed, widths, { footnote, bottom }),
    dataValidations: validations(open, book.kinds) as DataValidation[],
    conditionalRules: checks.length === 0 ? [] : [redIfWrong(checks)],
    protection: { sheet: true },
    freezePane: { rows: 1 + table.grid.head.length, columns: table.layout === 'matrix' ? labelsOf(table) : 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // A last page with two rows of a table is easily overlooked.
      fitToHeight: 1,
      horizontalCentered: true,
      printTitlesRow: `$1:$${1 + table.grid.head.length}`,
      printArea: `$A$1:$${columnName(columns - 1)}$${end}`,
    },
  };
}

const labelsOf = ({ grid }: TableView): number => grid.columns.filter((kind) => kind === 'label').length;

function cellOf(cell: GridCell, sum: Partial<Cell> | undefined, { kinds }: WorkbookView): Partial<Cell> {
  if (cell.kind !== 'number')
    return { value: cell.text, type: 'string', style: cell.kind === 'row' && !cell.rowspan ? ROW_LABEL : LABEL };
  const number = numberCell(cell, kinds[cell.path ?? ''] ?? 'count');
  return sum ? { ...sum, style: { ...SUM, numFmt: number.style?.numFmt ?? '0' } } : number;
}

/** The places that a merged cell covers; they have its lines. */
const covered = ({ row, column, rows, columns }: CellInSheet): [number, number][] =>
  Array.from({ length: rows * columns }, (_, at) => [row + Math.floor(at / columns), column + (at % columns)]);

function writeChecks(
  set: (row: number, column: number, cell: Partial<Cell>) => void,
  checks: readonly PlacedCheck[],
  table: TableView,
  { columns }: { readonly columns: number },
): void {
  for (const { name, row, column, beside, cell } of checks) {
    set(row, column, { ...cell, style: { ...CHECK, numFmt: '0' } });
    const label = { value: `差额应为0：${name}`, type: 'string' as const, style: CHECK };
    if (beside) set(1, column, label);
    else set(row, labelsOf(table) > 0 ? 0 : columns + 1, label);
  }
}

const redIfWrong = (checks: readonly PlacedCheck[]) => {
  const first = checks[0] as PlacedCheck;
  const ranges = rangesOf(checks).replaceAll(',', ' ');
  const name = `${columnName(first.column)}${first.row + 1}`;
  return {
    type: 'expression' as const,
    priority: 1,
    formula: `AND(ISNUMBER(${name}),${name}<>0)`,
    style: WRONG,
    range: ranges,
  };
};

/** The labels of the checks: of a row over the columns of labels, of a column as high as the header. */
function labelMerges(table: TableView, checks: readonly PlacedCheck[]): MergeRange[] {
  const labels = labelsOf(table);
  const columns = new Set(checks.flatMap(({ beside, column }) => (beside ? [column] : [])));
  const rows = new Set(checks.flatMap(({ beside, row }) => (beside || labels < 2 ? [] : [row])));
  const head = table.grid.head.length;
  return [
    ...[...columns].map((column) => ({ startRow: 1, endRow: head, startCol: column, endCol: column })),
    ...[...rows].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: labels - 1 })),
  ];
}

const mergesOf = (
  placed: readonly CellInSheet[],
  columns: number,
  wide: readonly number[],
  more: readonly MergeRange[],
): MergeRange[] => [
  ...wide.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: columns - 1 })),
  ...placed
    .filter((one) => one.rows * one.columns > 1)
    .map(({ row, column, rows, columns: wide }) => ({
      startRow: row,
      endRow: row + rows - 1,
      startCol: column,
      endCol: column + wide - 1,
    })),
  ...more,
];

function widthsOf({ grid, layout }: TableView, checks: readonly PlacedCheck[], columns: number): number[] {
  const { labels = [], number = 12 } = WIDTHS[layout] ?? {};
  const own = grid.columns.map((kind, at) => (kind === 'label' ? (labels[at] ?? 14) : number));
  const beside = new Set(checks.flatMap((one) => (one.beside ? [one.column] : [])));
  const labelled = checks.length > 0 && beside.size === 0 && !grid.columns.includes('label');
  return [...own, ...(checks.length > 0 ? [2] : []), ...[...beside].map(() => 18), ...(labelled ? [24] : [])].slice(
    0,
    columns + 8,
  );
}

/** Programs do not make rows higher for merged cells, so the height of each row is given. */
function heights(
  placed: readonly CellInSheet[],
  widths: readonly number[],
  { footnote, bottom }: { readonly footnote: string; readonly bottom: number },
) {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const lines = new Map<number, number>([[bottom, Math.ceil(displayWidth(footnote) / Math.max(1, all - 4)) + 1]]);
  for (const { cell, row, column, rows, columns } of placed) {
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    const own = Math.ceil(displayWidth(cell.text) / Math.max(2, width - 2));
    for (let at = row; at < row + rows; at++) lines.set(at, Math.max(lines.get(at) ?? 1, Math.ceil(own / rows)));
  }
  const rowDefs = [...lines].map(([row, count]) => [row, { height: Math.max(22, count * LINE_HEIGHT + 4) }] as const);
  return new Map([[0, { height: 30 }] as const, ...rowDefs.filter(([row]) => row !== bottom || footnote !== '')]);
}

const textOf = (html: string): string => unescapeMarkup(html.replace(/<[^>]*>/gu, '')).trim();
