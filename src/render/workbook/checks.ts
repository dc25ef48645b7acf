import type { Cell } from 'hucre';
import type { WorkbookCheck, WorkbookView } from '../../view/workbook.ts';
import { type CellInSheet, rangesOf } from './places.ts';

/** A formula with the value that it has now. */
export function sumCell(values: Values, parts: readonly CellInSheet[]): Partial<Cell> {
  const ranges = rangesOf(parts);
  const known = parts.map(values);
  const sum = known.reduce<number>((total, value) => total + (value ?? 0), 0);
  return formula(`IF(COUNT(${ranges})=${parts.length},SUM(${ranges}),"")`, known.includes(undefined) ? '' : sum);
}

/** The number of a cell; undefined if unknown. */
export type Values = (cell: CellInSheet) => number | undefined;

const formula = (text: string, result: string | number): Partial<Cell> => ({
  value: result,
  type: 'formula',
  formula: text,
  formulaResult: result,
});

/** A check and the cell in which it shows its difference. */
export interface PlacedCheck {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** It stands in a column of its own, beside the row that it checks; otherwise in a row below the table. */
  readonly beside: boolean;
  readonly cell: Partial<Cell>;
}

interface Area {
  /** The first row and column that are free. */
  readonly bottom: number;
  readonly right: number;
}

/** The checks of a table: one column beside it for those of its rows, one row below it for each of the others. */
export function placedChecks(
  { checks }: WorkbookView,
  byPath: ReadonlyMap<string, CellInSheet>,
  values: Values,
  { bottom, right }: Area,
): PlacedCheck[] {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const next = (map: Map<string, number>, id: string, first: number) => {
    const at = map.get(id) ?? first + map.size;
    map.set(id, at);
    return at;
  };
  const tall = new Set([...byPath.values()].map(({ row }) => row)).size > 1;
  return checks.flatMap((check): PlacedCheck[] => {
    const [left, other] = [check.left, check.right].map((paths) => paths.flatMap((path) => byPath.get(path) ?? [])) as [
      CellInSheet[],
      CellInSheet[],
    ];
    const [first] = left;
    if (!first || left.length < check.left.length || other.length < check.right.length) return [];
    const beside = tall && [...left, ...other].every(({ row }) => row === first.row);
    return [
      {
        name: check.name,
        row: beside ? first.row : next(rows, check.identity, bottom),
        column: beside ? next(columns, check.identity, right) : first.column,
        beside,
        cell: difference(check, left, other, values),
      },
    ];
  });
}

function difference(
  _: WorkbookCheck,
  left: readonly CellInSheet[],
  right: readonly CellInSheet[],
  values: Values,
): Partial<Cell> {
  const all = [...left, ...right];
  const sum = (cells: readonly CellInSheet[]) => cells.reduce((total, cell) => total + (values(cell) ?? 0), 0);
  const known = all.every((cell) => values(cell) !== undefined);
  const text = `IF(COUNT(${rangesOf(left)},${rangesOf(right)})=${all.length},SUM(${rangesOf(left)})-SUM(${rangesOf(right)}),"")`;
  return formula(text, known ? sum(left) - sum(right) : '');
}
