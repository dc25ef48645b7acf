import type { ColumnDef, RowNodeDef, TableDef } from './types.ts';
import { isRowGroup, leafColumns } from './walk.ts';

/** How the rows of a skeleton are written. */
export interface RowLayout {
  /** Before the first key, and what each level adds. */
  readonly indent: string;
  readonly step: string;
  /** What stands in a row instead of null, by its dotted path: YAML on one line. */
  readonly values?: ReadonlyMap<string, string>;
  /** Put behind a row's official name, by its dotted path. */
  readonly remarks?: ReadonlyMap<string, string>;
}

const SECTION_NUMERALS = ['', '一', '二', '三', '四', '五', '六'];

/** A table with every row as null and the official wording beside each. Lines of YAML. */
export function tableLines(table: TableDef, layout: RowLayout): string[] {
  const { indent, step } = layout;
  const inner = { ...layout, indent: indent + step };
  const blocks = table.blocks.flatMap((block, index) => [
    ...(block.heading ? [`${inner.indent}# ${block.heading}`] : []),
    ...(sameColumns(table, index) ? [] : columnLines(leafColumns(block.columns), inner.indent)),
    ...block.rows.flatMap((node) => rowLines(node, table.key, inner)),
  ]);
  return [`${indent}# ${SECTION_NUMERALS[table.section]}、${table.label}`, `${indent}${table.key}:`, ...blocks];
}

/** A row, or a group with its rows, below the part of the form at `prefix`. Lines of YAML. */
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

/** The columns of a block were explained above it already. */
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
