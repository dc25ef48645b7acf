import { isMap, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import { type PlacedRow, rowName, tableRows } from '../form/walk.ts';
import type { Cell, UnknownReason } from '../report/cell.ts';
import type { Report } from '../report/report.ts';
import { computeTotals, sumOf } from '../report/totals.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { doubtfulRows } from './doubtful-rows.ts';
import type { Correction, Edit } from './edit.ts';
import { insertKey } from './insert.ts';
import { fillIn, pairOf } from './positions.ts';

/** Writes totals that are missing or null if all their parts are known. A total that is already written is never changed. */
export function fillTotals(source: Source, report: Report): Correction[] {
  const cells = withTotals(source, report);
  const broken = inBrokenSums(report, cells);
  const rows = report.form.tables.flatMap(tableRows);
  return rows.flatMap((row) => {
    const node = nodeAt(source, row.path.split('.'));
    if (isMap(node)) return node.items.length > 0 ? fillColumns(source, node, row, cells) : [];
    return row.row.total ? fillRow(source, row, cells, broken) : [];
  });
}

/** The cells of sums that do not add up. */
const inBrokenSums = ({ equations }: Report, cells: ReadonlyMap<string, Cell>): ReadonlySet<string> =>
  new Set(
    equations.flatMap(({ left, right }) => {
      const [one, other] = [sumOf(cells, left), sumOf(cells, right)];
      return one === undefined || other === undefined || one === other ? [] : [...left, ...right];
    }),
  );

/** Every cell, including the missing and null totals that can be computed from others. */
function withTotals(source: Source, report: Report): ReadonlyMap<string, Cell> {
  const doubtful = doubtfulRows(source, report);
  const known = new Map(report.cells);
  for (const cell of report.cells.values()) {
    const { state: _state, value: _value, ...rest } = cell;
    const unknown = (reason: UnknownReason): Cell => ({ ...rest, state: 'unknown', text: '', reason });
    if (doubtful.has(cell.path.slice(0, cell.path.lastIndexOf('.')))) known.set(cell.path, unknown('text'));
    else if (cell.state === 'computed' || (cell.total && cell.reason === 'blank'))
      known.set(cell.path, unknown('total'));
  }
  computeTotals(known, report.equations);
  return known;
}

/** The totals in the rows that the file has. */
function fillColumns({ text }: Source, map: YAMLMap, row: PlacedRow, cells: ReadonlyMap<string, Cell>): Correction[] {
  const order = row.columns.map(({ key }) => key);
  return row.columns.flatMap(({ key }) => {
    const cell = cells.get(`${row.path}.${key}`);
    if (cell?.state !== 'computed') return [];
    const pair = pairOf(map, key);
    const block = (indent: string) => [`${indent}${key}: ${cell.text}`];
    const edit = pair
      ? fillIn(text, valuePair(pair), cell.text)
      : insertKey(text, map, { key, order, flow: cell.text, block });
    return edit ? [correction(edit, cell.path, cell.name, cell.text)] : [];
  });
}

/** The pair that has the value: `total: null`, or the `value: null` of `total: { value: null, note: … }`. */
const valuePair = (pair: Pair): Pair => (isMap(pair.value) && pairOf(pair.value, 'value')) || pair;

/**
 * A row of totals that is missing or null. Where its sums do not add up, it is left out: added up from a wrong number, it would
 * hide which number is wrong.
 */
function fillRow(
  source: Source,
  row: PlacedRow,
  cells: ReadonlyMap<string, Cell>,
  broken: ReadonlySet<string>,
): Correction[] {
  const own = row.columns.map(({ key }) => cells.get(`${row.path}.${key}`));
  // A missing column would count as zero, so the row is written only if all of it is known.
  if (!own.every((cell) => cell?.state === 'computed' && !broken.has(cell.path))) return [];
  const above = nodeAt(source, row.path.split('.').slice(0, -1));
  if (!isMap(above) || above.items.length === 0) return [];
  const key = row.row.key;
  const parts = row.columns.map((column, index) => ({ ...column, text: own[index]?.text ?? '' }));
  const written = parts.filter(({ text, total }) => text !== '0' || total);
  const value = written.every(({ text }) => text === '0')
    ? '0'
    : `{ ${written.map((part) => `${part.key}: ${part.text}`).join(', ')} }`;
  const order = (row.groups.at(-1) ?? row.block).rows.map((sibling) => sibling.key);
  const pair = pairOf(above, key);
  const block = (indent: string) => [`${indent}${key}: ${value}  # ${row.row.label}`];
  const edit = pair
    ? writeRow(source.text, pair, value)
    : insertKey(source.text, above, { key, order, flow: value, block });
  const said = value === '0' ? '0' : written.map(({ label, text }) => `${label} ${text}`).join('、');
  return edit ? [correction(edit, row.path, rowName(row), said)] : [];
}

/** Empty quotes are replaced by the row, because inside quotes the row would be text. */
function writeRow(text: string, pair: Pair, row: string): Edit | undefined {
  const { value } = pair;
  const [start = 0, end = 0] = isScalar(value) ? (value.range ?? []) : [];
  const quoted = isScalar(value) && (value.type === Scalar.QUOTE_DOUBLE || value.type === Scalar.QUOTE_SINGLE);
  return quoted ? { start, end, text: row } : fillIn(text, pair, row);
}

const correction = (edit: Edit, path: string, name: string, said: string): Correction => ({
  ...edit,
  path,
  message: { zh: `${name}：填上 ${said}`, en: `${name}: filled in ${said}` },
});
