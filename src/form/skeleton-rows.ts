import { chineseNumeral } from '../writing/numerals.ts';
import { TABLE_TEXTS } from './table-texts.ts';
import type { ColumnDef, RowNodeDef, TableDef } from './types.ts';
import { isRowGroup, leafColumns } from './walk.ts';

/** Options for the rows of a new report file. */
export interface RowLayout {
  /** The indentation of the first key, and of each further level. */
  readonly indent: string;
  readonly step: string;
  /** Values of rows in place of null, by dotted path: YAML on one line. */
  readonly values?: ReadonlyMap<string, string>;
  /** Comments after the official names of rows, by dotted path. */
  readonly remarks?: ReadonlyMap<string, string>;
}

/** Lines of YAML for a table: every row is null and has the official wording as a comment. */
export function tableLines(table: TableDef, layout: RowLayout): string[] {
  const { indent, step } = layout;
  const inner = { ...layout, indent: indent + step };
  const blocks = table.blocks.flatMap((block, index) => [
    ...(block.heading ? [`${inner.indent}# ${block.heading}`] : []),
    ...columnComments(table, index, inner.indent),
    ...block.rows.flatMap((node) => rowLines(node, table.key, inner)),
  ]);
  const texts = TABLE_TEXTS.map((text) => textLine(text, table.key, inner));
  return [
    `${indent}# ${chineseNumeral(table.section)}、${table.label}`,
    `${indent}${table.key}:`,
    ...texts.slice(0, 1),
    ...blocks,
    ...texts.slice(1),
  ];
}

/** The line for a text of a table: to be filled in if last year's table had one, otherwise a comment. */
const textLine = (
  { key, title }: (typeof TABLE_TEXTS)[number],
  table: string,
  { indent, values }: RowLayout,
): string => {
  const value = values?.get(`${table}.${key}`);
  return value === undefined
    ? `${indent}# ${key}: …  # ${title}，可以不写`
    : `${indent}${key}: ${value}  # ${title}；上年有，不写就删去这一行`;
};

/** Lines of YAML for a row, or for a group with its rows, below `prefix`. */
export function rowLines(node: RowNodeDef, prefix: string, layout: RowLayout): string[] {
  const { indent, step, values, remarks } = layout;
  const path = `${prefix}.${node.key}`;
  if (isRowGroup(node)) {
    const inner = { ...layout, indent: indent + step };
    return [`${indent}${node.key}:  # ${node.label}`, ...node.rows.flatMap((child) => rowLines(child, path, inner))];
  }
  if (node.total) return [`${indent}# ${node.key}:  # ${node.label}：不写就由程序算出`];
  const remark = remarks?.get(path);
  return [`${indent}${node.key}: ${values?.get(path) ?? 'null'}  # ${node.label}${remark ? `；${remark}` : ''}`];
}

/** Comments with the keys and official names of the columns of a block, unless the block above it has the same. */
export function columnComments(table: TableDef, index: number, indent: string): string[] {
  const block = table.blocks[index];
  return !block || sameColumns(table, index) ? [] : columnLines(leafColumns(block.columns), indent);
}

/** Whether the columns of a block were already explained above it. */
const sameColumns = ({ blocks }: TableDef, index: number): boolean =>
  blocks[index - 1]?.columns === blocks[index]?.columns;

function columnLines(columns: readonly ColumnDef[], indent: string): string[] {
  const example = columns
    .map(({ key }) => `${key}: …`)
    .slice(0, 2)
    .join(', ');
  return [
    `${indent}# 一行写成 { ${example}${columns.length > 2 ? ', …' : ''} }；不写的列是 0${columns.some(({ total }) => total) ? '，total 不写就由程序算出' : ''}：`,
    ...columns.map(({ key, label }) => `${indent}#   ${key} ${label}`),
  ];
}
