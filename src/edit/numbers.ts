import { isMap, isScalar, Scalar } from 'yaml';
import { INFORMATION_PROCESSING_FEE } from '../form/fee.ts';
import type { FormDef, RowNodeDef, TableDef } from '../form/types.ts';
import { isRowGroup } from '../form/walk.ts';
import type { Cell } from '../report/cell.ts';
import { normalizeNumber } from '../report/normalize-number.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import { isCutShort } from './doubtful-rows.ts';
import type { Correction } from './edit.ts';
import { scalarRange } from './positions.ts';

interface FormPart {
  readonly path: string;
  readonly name: string;
}

/** Rewrites numbers whose meaning is certain in the notation of report files. */
export function correctNumbers(source: Source, report: Report): Correction[] {
  const cells = [...report.cells.values()].filter(({ state, reason }) => state === 'unknown' && reason === 'text');
  return [...zeroCorrections(source, report, cells), ...cells.flatMap((cell) => cellCorrection(source, cell))];
}

function cellCorrection(source: Source, cell: Cell): Correction[] {
  const keys = cell.path.split('.');
  const [row, there] = [nodeAt(source, keys.slice(0, -1)), nodeAt(source, keys)];
  if (isMap(row) && isCutShort(row, keys.at(-1) ?? '')) return [];
  if (isMap(there) && isCutShort(there, 'value')) return [];
  const node = isMap(there) ? nodeAt(source, [...keys, 'value']) : there;
  const number = isScalar(node)
    ? normalizeNumber(writtenIn(node), { key: keys.at(-1) ?? '', kind: cell.kind })
    : undefined;
  return number === undefined ? [] : correction(source, node as Scalar, cell, number);
}

/** `received: ０`: a zero for all cells of a row, a group or a table. */
function zeroCorrections(source: Source, report: Report, cells: readonly Cell[]): Correction[] {
  return partsOf(report.form).flatMap((part) => {
    const node = nodeAt(source, part.path.split('.'));
    const below = isScalar(node) ? cells.filter(({ path }) => path.startsWith(`${part.path}.`)) : [];
    const isZero = ({ path, kind }: Cell) =>
      normalizeNumber(writtenIn(node as Scalar), { key: path.slice(path.lastIndexOf('.') + 1), kind }) === '0';
    if (below.length > 0 && below.every(isZero)) return correction(source, node as Scalar, part, '0');
    return below.length === 1 && below[0] ? columnCorrection(source, node as Scalar, part, below[0]) : [];
  });
}

/** `administrative_compulsion: 12` in a row with one column: `{ decisions: 12 }`. */
function columnCorrection(source: Source, node: Scalar, part: FormPart, { path, kind }: Cell): Correction[] {
  const key = path.slice(part.path.length + 1);
  const number = key.includes('.') ? undefined : normalizeNumber(writtenIn(node), { key, kind });
  const [start = 0, end = 0] = node.range ?? [];
  if (number === undefined || number === '0' || !scalarRange(source.text, node)) return [];
  const [was, text] = [writtenIn(node).trim(), `{ ${key}: ${number} }`];
  const message = { zh: `${part.name}：“${was}”改成 ${text}`, en: `${part.name}: "${was}" is now ${text}` };
  return [{ start, end, text, path: part.path, message }];
}

/** The text of a value as it is in the file, including `012` and `+12`. */
const writtenIn = (node: Scalar): string =>
  node.type === Scalar.PLAIN ? (node.source ?? String(node.value)) : String(node.value);

function correction(source: Source, node: Scalar, { path, name }: FormPart, number: string): Correction[] {
  const range = scalarRange(source.text, node);
  if (!range) return [];
  const was = writtenIn(node).trim();
  const message = { zh: `${name}：“${was}”改成 ${number}`, en: `${name}: "${was}" is now ${number}` };
  return [{ ...range, text: number, path, message }];
}

/** Rows, groups and tables, which can be 0 for all cells below them. */
function partsOf(form: FormDef): FormPart[] {
  const below = (node: RowNodeDef, prefix: string): FormPart[] => {
    const path = `${prefix}.${node.key}`;
    const rows = isRowGroup(node) ? node.rows : [];
    return [{ path, name: node.label }, ...rows.flatMap((child) => below(child, path))];
  };
  const rowsOf = ({ key, blocks }: TableDef) => blocks.flatMap(({ rows }) => rows.flatMap((node) => below(node, key)));
  const tables = form.tables.flatMap((table) => [{ path: table.key, name: table.label }, ...rowsOf(table)]);
  return [...tables, { path: INFORMATION_PROCESSING_FEE.path, name: INFORMATION_PROCESSING_FEE.label }];
}
