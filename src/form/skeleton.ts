import type { ColumnDef, FormDef, RowNodeDef, TableDef } from './types.ts';
import { isRowGroup, leafColumns } from './walk.ts';

/** What `report init` knows of the new report. */
export interface SkeletonOptions {
  readonly year: number;
  /** Full name of the agency, if known. */
  readonly name?: string | undefined;
  /** Where an editor finds the JSON Schema. */
  readonly schema: string;
}

/** A report file with every row of the form as null, and the official wording beside each. YAML text. */
export function skeleton(form: FormDef, options: SkeletonOptions): string {
  const [overview, , , , problems, otherMatters] = form.sections;
  return [
    ...head(form, options),
    `# 一、${overview}`,
    'overview:',
    '  text: null  # 综述；也可以只写下面的分项',
    '  parts:  # （一）（二）……由程序编号；{{applications.received.total}} 这样的写法印出表里的数',
    ...part('active_disclosure', '主动公开'),
    ...part('on_request', '依申请公开'),
    ...part('information_management', '政府信息管理'),
    ...part('platforms', '政府信息公开平台建设'),
    ...part('supervision', '监督保障'),
    '',
    ...form.tables.flatMap(tableLines),
    `# 五、${problems}`,
    'problems:',
    '  text: null  # 问题和改进措施都要写',
    '',
    `# 六、${otherMatters}`,
    'other_matters:',
    '  # text: 不写时，由下面的数写成一句话',
    '  information_processing_fee:  # 信息处理费；没有就都是 0',
    '    notices_issued: 0  # 发出收费通知件数',
    '    amount_collected_yuan: 0  # 实际收取金额（元）',
    '',
  ].join('\n');
}

function head(form: FormDef, { year, name, schema }: SkeletonOptions): string[] {
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# 政府信息公开工作年度报告（${form.notice.number}）`,
    '#',
    '# null 是“还不知道”：定稿之前都要换掉。没有就写 0；一整行、一整组都是零，写一个 0。',
    '# 写好之后：report validate 核对，report build 生成网页和 PDF。',
    '',
    `year: ${year}`,
    'agency:',
    `  name: ${name === undefined ? 'null' : JSON.stringify(name)}  # 机关全称`,
    '  # short_name: 正文里用的简称',
    '  level: null  # national 国家 | province 省 | city 设区的市 | county 县 | township 乡镇',
    '  kind: null  # government 人民政府 | office 代表政府的办公厅（室） | department 部门 | dispatched 街道、开发区 | authorized 授权的组织',
    '  # contact: { office: 办公室, address: …, postcode: "…", phone: …, email: … }',
    `published: null  # 向社会公布的日期，例如 ${year + 1}-01-20`,
    '',
  ];
}

const part = (aspect: string, heading: string): string[] => [
  `    - aspect: ${aspect}`,
  `      heading: ${heading}`,
  '      text: null',
];

const SECTION_NUMERALS = ['', '一', '二', '三', '四', '五', '六'];

function tableLines(table: TableDef): string[] {
  const blocks = table.blocks.flatMap((block, index) => [
    ...(block.heading ? [`  # ${block.heading}`] : []),
    ...(sameColumns(table, index) ? [] : columnLines(leafColumns(block.columns))),
    ...block.rows.flatMap((node) => nodeLines(node, '  ')),
  ]);
  return [`# ${SECTION_NUMERALS[table.section]}、${table.label}`, `${table.key}:`, ...blocks, ''];
}

/** The columns of a block were explained above it already. */
const sameColumns = ({ blocks }: TableDef, index: number): boolean =>
  blocks[index - 1]?.columns === blocks[index]?.columns;

function columnLines(columns: readonly ColumnDef[]): string[] {
  const example = columns
    .map(({ key }) => `${key}: …`)
    .slice(0, 2)
    .join(', ');
  return [
    `  # 一行写成 { ${example}${columns.length > 2 ? ', …' : ''} }；不写的列是 0${columns.some(({ total }) => total) ? '，total 不写就由程序算出' : ''}：`,
    ...columns.map(({ key, label }) => `  #   ${key} ${label}`),
  ];
}

function nodeLines(node: RowNodeDef, indent: string): string[] {
  if (isRowGroup(node)) {
    return [`${indent}${node.key}:  # ${node.label}`, ...node.rows.flatMap((child) => nodeLines(child, `${indent}  `))];
  }
  if (node.total) return [`${indent}# ${node.key}:  # ${node.label}：不写就由程序算出`];
  return [`${indent}${node.key}: null  # ${node.label}`];
}
