import { HEAD_KEYS, NOT_BLANK, part, proseSection, TAIL_KEYS } from './envelope-schema.ts';
import { INFORMATION_PROCESSING_FEE } from './fee.ts';
import { LARGEST_NUMBER, NUMBER_PATTERNS } from './numbers.ts';
import type { JsonSchema } from './schema-types.ts';
import { TABLE_TEXTS } from './table-texts.ts';
import type { ColumnDef, FormDef, RowNodeDef, TableDef, ValueKind } from './types.ts';
import { isRowGroup, leafColumns } from './walk.ts';

const known = new WeakMap<FormDef, JsonSchema>();

/** The JSON Schema (draft 2020-12) of a report in this form. Forms don't change, so the result is kept. */
export function reportSchema(form: FormDef): JsonSchema {
  const schema = known.get(form) ?? schemaOf(form);
  known.set(form, schema);
  return schema;
}

function schemaOf(form: FormDef): JsonSchema {
  const tables = Object.fromEntries(form.tables.map((table) => [table.key, tableSchema(table)]));
  const [overview, , , , problems, otherMatters] = form.sections;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ogi-report:report-${form.id}`,
    title: `政府信息公开工作年度报告（${form.notice.number}）`,
    description: `${form.notice.title}（${form.notice.number}）规定的年度报告格式`,
    type: 'object',
    additionalProperties: false,
    required: ['year', 'agency', 'published', 'overview', ...Object.keys(tables), 'problems', 'other_matters'],
    properties: {
      form: {
        title: '格式',
        description: '不写时由年度决定：2019、2020 年用 2019 年格式，以后用 2021 年格式',
        enum: [form.id, Number(form.id)],
      },
      ...HEAD_KEYS,
      overview: {
        ...proseSection(`一、${overview}`, '综述主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面'),
        minProperties: 1,
      },
      ...tables,
      problems: { ...proseSection(`五、${problems}`, '主要问题和改进措施都要写；不能只写“无”'), minProperties: 1 },
      other_matters: proseSection(`六、${otherMatters}`, '正文不写时，由信息处理费的数写成一句话', {
        information_processing_fee: feeSchema(),
      }),
      ...TAIL_KEYS,
    },
    $defs: { part, ...numberDefs(), ...rowDefs(form) },
  };
}

function numberDefs(): Record<string, JsonSchema> {
  const kinds: ValueKind[] = ['count', 'change', 'wan_yuan', 'yuan', 'amount'];
  return Object.fromEntries(kinds.map((kind) => [kind, numberSchema(kind)]));
}

/** A number, with or without quotes, null (unknown), or `{ value, note }`. `pattern` applies only to text, `minimum` only to numbers. */
function numberSchema(kind: ValueKind): JsonSchema {
  const value: JsonSchema = {
    pattern: NUMBER_PATTERNS[kind],
    minimum: kind === 'change' ? -LARGEST_NUMBER : 0,
    maximum: LARGEST_NUMBER,
  };
  const number = kind === 'count' || kind === 'change' ? 'integer' : 'number';
  return {
    ...value,
    type: [number, 'string', 'object', 'null'],
    additionalProperties: false,
    required: ['value'],
    properties: {
      value: { title: '数', description: '单元格里的数', ...value, type: [number, 'string', 'null'] },
      note: { title: '注', description: '印在数后面括号里的话，例如：二审', type: 'string', pattern: NOT_BLANK },
    },
  };
}

/** The values of a row, group or table other than an object: 0 (all zeros) and null (unknown). */
const ZERO_OR = {
  type: ['object', 'integer', 'string', 'null'],
  minimum: 0,
  maximum: 0,
  pattern: '^0$',
  minProperties: 1,
  additionalProperties: false,
} as const satisfies JsonSchema;

const rowDefName = (table: TableDef, index: number) =>
  index === 0 ? `${table.key}_row` : `${table.key}_row_${index + 1}`;

function rowDefs(form: FormDef): Record<string, JsonSchema> {
  return Object.fromEntries(
    form.tables.flatMap((table) =>
      table.blocks.map((block, index) => [
        rowDefName(table, index),
        { ...ZERO_OR, properties: fieldSchemas(leafColumns(block.columns)) },
      ]),
    ),
  );
}

function fieldSchemas(fields: readonly ColumnDef[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    fields.map(({ key, label, description, kind }) => [key, { title: label, description, $ref: `#/$defs/${kind}` }]),
  );
}

function feeSchema(): JsonSchema {
  const { label, description, fields } = INFORMATION_PROCESSING_FEE;
  return { title: label, description, ...ZERO_OR, properties: fieldSchemas(fields) };
}

function tableSchema(table: TableDef): JsonSchema {
  const rows = table.blocks.flatMap((block, index) =>
    block.rows.map((node) => [node, rowDefName(table, index)] as const),
  );
  return {
    title: table.label,
    description: table.description,
    ...ZERO_OR,
    required: rows.filter(([node]) => !isTotal(node)).map(([node]) => node.key),
    properties: {
      ...Object.fromEntries(rows.map(([node, row]) => [node.key, nodeSchema(node, row)])),
      ...Object.fromEntries(
        TABLE_TEXTS.map(({ key, ...own }) => [key, { ...own, type: 'string', pattern: NOT_BLANK }]),
      ),
    },
  };
}

function nodeSchema(node: RowNodeDef, row: string): JsonSchema {
  const heading = { title: node.label, description: node.description };
  if (!isRowGroup(node)) return { ...heading, $ref: `#/$defs/${row}` };
  const group: JsonSchema = {
    ...ZERO_OR,
    required: node.rows.filter((child) => !isTotal(child)).map((child) => child.key),
    properties: Object.fromEntries(node.rows.map((child) => [child.key, nodeSchema(child, row)])),
  };
  if (!node.mayBeRow) return { ...heading, ...group };
  // If one of the group's own rows is there, it is written as a group; otherwise it can be one row of columns.
  const written = { type: 'object', anyOf: node.rows.map((child) => ({ required: [child.key] })) } as const;
  return { ...heading, if: written, then: group, else: { $ref: `#/$defs/${row}` } };
}

const isTotal = (node: RowNodeDef): boolean => !isRowGroup(node) && node.total === true;
