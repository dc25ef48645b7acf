import type { ColumnDef, TableDef } from '../types.ts';

const DOCUMENT_COLUMNS = [
  { key: 'issued', label: '本年制发件数', kind: 'count', description: '本年制定并发布的件数' },
  { key: 'repealed', label: '本年废止件数', kind: 'count', description: '本年宣布废止的件数' },
  { key: 'in_force', label: '现行有效件数', kind: 'count', description: '年末仍然有效的件数' },
] as const satisfies readonly ColumnDef[];

const DECISION_COLUMNS = [
  {
    key: 'decisions',
    label: '本年处理决定数量',
    kind: 'count',
    description: '本年作出的全部决定，包括已公开的和依法未公开的',
    span: 3,
  },
] as const satisfies readonly ColumnDef[];

const FEE_COLUMNS = [
  {
    key: 'amount_wan_yuan',
    label: '本年收费金额（单位：万元）',
    kind: 'wan_yuan',
    description: '本年收费金额，单位万元，最多六位小数（精确到分）',
    span: 3,
  },
] as const satisfies readonly ColumnDef[];

/** 二、主动公开政府信息情况, edition of 2021: four columns, fourteen printed rows. */
export const activeDisclosure = {
  key: 'active_disclosure',
  section: 2,
  label: '主动公开政府信息情况',
  description: '条例第二十条第（一）（五）（六）（八）项的数量',
  layout: 'blocks',
  blocks: [
    {
      heading: '第二十条第（一）项',
      rowHeader: '信息内容',
      columns: DOCUMENT_COLUMNS,
      rows: [
        { key: 'rules', label: '规章', description: '国务院部门规章和地方政府规章' },
        { key: 'normative_documents', label: '行政规范性文件', description: '规章以外的行政规范性文件' },
      ],
    },
    {
      heading: '第二十条第（五）项',
      rowHeader: '信息内容',
      columns: DECISION_COLUMNS,
      rows: [{ key: 'administrative_licensing', label: '行政许可', description: '行政许可决定' }],
    },
    {
      heading: '第二十条第（六）项',
      rowHeader: '信息内容',
      columns: DECISION_COLUMNS,
      rows: [
        { key: 'administrative_penalties', label: '行政处罚', description: '行政处罚决定' },
        { key: 'administrative_compulsion', label: '行政强制', description: '行政强制措施和行政强制执行决定' },
      ],
    },
    {
      heading: '第二十条第（八）项',
      rowHeader: '信息内容',
      columns: FEE_COLUMNS,
      rows: [{ key: 'administrative_fees', label: '行政事业性收费', description: '行政事业性收费' }],
    },
  ],
} as const satisfies TableDef;
