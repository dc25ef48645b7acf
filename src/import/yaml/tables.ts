import { columnComments } from '../../form/skeleton-rows.ts';
import { TABLE_TEXTS } from '../../form/table-texts.ts';
import type { ColumnDef, RowDef, RowNodeDef, TableDef } from '../../form/types.ts';
import { isRowGroup, leafColumns } from '../../form/walk.ts';
import { chineseNumeral } from '../../writing/numerals.ts';
import type { ImportedCell } from '../reading.ts';
import { placeText, remarkWithPlace } from '../words.ts';
import { block, comment, foreignProse, needsBlock, numberScalar } from './scalars.ts';
import type { Written } from './written.ts';

const STEP = '  ';

/** The lines of a table: rows in printed order with their official names, zeros folded, a comment at every cell in doubt. */
export function tableLines(table: TableDef, written: Written): string[] {
  const { reading, texts } = written;
  const { missing, remarks } = reading.tables;
  const textLines = TABLE_TEXTS.map(({ key, title }) => {
    const text = texts.take(`${table.key}.${key}`);
    return text === undefined ? [] : [`${STEP}${comment(title)}`, `${STEP}${key}: ${block(text, STEP + STEP)}`];
  });
  const blocks = table.blocks.flatMap((part, index) => [
    ...(part.heading ? [`${STEP}${comment(part.heading)}`] : []),
    ...columnComments(table, index, STEP),
    ...part.rows.flatMap((node) => nodeLines(node, table.key, leafColumns(part.columns), STEP, written)),
  ]);
  return [
    comment(`${chineseNumeral(table.section)}、${table.label}`),
    ...(missing.includes(table.key) ? [comment('文件里没有找到这张表')] : []),
    ...remarks
      .filter((one) => one.table === table.key)
      .map(({ text, place }) => comment([text, placeText(place).zh].filter((part) => part !== '').join('，'))),
    `${table.key}:`,
    ...(textLines[0] ?? []),
    ...blocks,
    ...textLines.slice(1).flat(),
    '',
  ];
}

function nodeLines(
  node: RowNodeDef,
  prefix: string,
  columns: readonly ColumnDef[],
  indent: string,
  written: Written,
): string[] {
  const path = `${prefix}.${node.key}`;
  if (!isRowGroup(node)) return rowLines(node, path, columns, indent, written);
  if (isPlainZero(node, path, columns, written)) return [`${indent}${node.key}: 0 ${comment(node.label)}`];
  return [
    `${indent}${node.key}: ${comment(node.label)}`,
    ...node.rows.flatMap((child) => nodeLines(child, path, columns, indent + STEP, written)),
  ];
}

/** True if every cell of a row or group is plainly 0. */
function isPlainZero(node: RowNodeDef, path: string, columns: readonly ColumnDef[], written: Written): boolean {
  if (isRowGroup(node)) {
    return node.rows.every((child) => isPlainZero(child, `${path}.${child.key}`, columns, written));
  }
  return columns.every(({ key }) => {
    const cell = written.cell(`${path}.${key}`);
    return isZero(cell) && remarkWithPlace(cell) === undefined;
  });
}

const isZero = ({ value, note }: ImportedCell): boolean => value === '0' && note === undefined;

function rowLines(
  { key, label }: RowDef,
  path: string,
  columns: readonly ColumnDef[],
  indent: string,
  written: Written,
): string[] {
  const cells = columns.map((column) => ({ column, cell: written.cell(`${path}.${column.key}`) }));
  const remarks = new Set(cells.map(({ cell }) => wholeRemark(cell, written)));
  const [remark] = remarks;
  const said = comment(remarks.size > 1 || !remark ? label : `${label}；${remark}`);
  const head = `${indent}${key}:`;
  if (remarks.size === 1 && cells.every(({ cell }) => isZero(cell))) return [`${head} 0 ${said}`];
  if (remarks.size === 1 && cells.every(({ cell }) => cell.value === undefined)) return [`${head} null ${said}`];
  // A column that is left out is 0, a total that is left out is computed.
  const shown = cells.filter(({ column, cell }) => column.total || !isZero(cell) || remarkWithPlace(cell));
  if (cells.every(({ cell }) => cell.note === undefined && remarkWithPlace(cell) === undefined)) {
    const entries = shown.map(({ column, cell }) => `${column.key}: ${numberOf(cell)}`);
    return [`${head} { ${entries.join(', ')} } ${said}`];
  }
  return [
    `${head} ${comment(label)}`,
    ...shown.flatMap(({ column, cell }) => cellLines(column.key, cell, indent + STEP)),
  ];
}

const numberOf = ({ value }: ImportedCell): string => (value === undefined ? 'null' : numberScalar(value));

/** A cell on a line of its own, with what stood there; a note that cannot stand on that line has its own. */
function cellLines(key: string, cell: ImportedCell, indent: string): string[] {
  const remark = remarkWithPlace(cell)?.zh;
  const said = remark ? ` ${comment(remark)}` : '';
  const note = cell.value === undefined ? '' : foreignProse(cell.note ?? '');
  const number = numberOf(cell);
  if (note === '') return [`${indent}${key}: ${number}${said}`];
  if (!needsBlock(note)) return [`${indent}${key}: { value: ${number}, note: ${JSON.stringify(note)} }${said}`];
  const inner = indent + STEP;
  return [`${indent}${key}:${said}`, `${inner}value: ${number}`, `${inner}note: ${block(note, inner + STEP, '|-')}`];
}

/** What a row can say of all its cells at once: the remark without the column. */
function wholeRemark(cell: ImportedCell, { reading }: Written): string | undefined {
  const [table = ''] = cell.path.split('.');
  if (cell.reason === 'missing' && reading.tables.missing.includes(table)) return '';
  const { column: _, ...place } = cell.place ?? {};
  return remarkWithPlace({ ...cell, place })?.zh;
}
