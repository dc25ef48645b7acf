import type { ColumnDef, TableDef } from '../types.ts';

const DOCUMENT_COLUMNS = [
  { key: 'newly_made', label: '本年新制作数量', kind: 'count', description: '本年新制作的件数' },
  { key: 'newly_disclosed', label: '本年新公开数量', kind: 'count', description: '本年新公开的件数' },
  {
    key: 'total_disclosed',
    label: '对外公开总数量',
    kind: 'count',
    description: '截至年末对外公开的总件数',
    span: 2,
  },
] as const satisfies readonly ColumnDef[];

const LAST_YEAR = {
  key: 'items_last_year',
  label: '上一年项目数量',
  kind: 'count',
  description: '上一年的事项数，不是办件数',
} as const;

const CHANGE = {
  key: 'items_change',
  label: '本年增/减',
  kind: 'change',
  description: '本年事项数的增减；减少用负数，例如 -8',
} as const;

// In this edition the header of these columns spans 1, 2, 1 and the cells below span 2, 1, 1.
const ITEM_COLUMNS = [
  { ...LAST_YEAR, span: 2, headerSpan: 1 },
  { ...CHANGE, headerSpan: 2 },
  { key: 'decisions', label: '处理决定数量', kind: 'count', description: '本年作出的处理决定数（办件数）' },
] as const satisfies readonly ColumnDef[];

const FEE_COLUMNS = [
  { ...LAST_YEAR, span: 2 },
  { ...CHANGE, span: 2 },
] as const satisfies readonly ColumnDef[];

const PROCUREMENT_COLUMNS = [
  { key: 'projects', label: '采购项目数量', kind: 'count', description: '政府集中采购的项目数', span: 2 },
  {
    key: 'total_amount',
    label: '采购总金额',
    kind: 'amount',
    description: '采购总金额，写明单位，例如 251000元 或 52.15万元；元最多两位小数，万元最多六位',
    span: 2,
  },
] as const satisfies readonly ColumnDef[];

/** 二、主动公开政府信息情况, edition of 2019: a grid of five columns. */
export const activeDisclosure = {
  key: 'active_disclosure',
  section: 2,
  label: '主动公开政府信息情况',
  description: '条例第二十条第（一）（五）（六）（八）（九）项的数量',
  layout: 'blocks',
  blocks: [
    {
      heading: '第二十条第（一）项',
      rowHeader: '信息内容',
      columns: DOCUMENT_COLUMNS,
      rows: [
        { key: 'rules', label: '规章', description: '国务院部门规章和地方政府规章' },
        { key: 'normative_documents', label: '规范性文件', description: '规章以外的规范性文件' },
      ],
    },
    {
      heading: '第二十条第（五）项',
      rowHeader: '信息内容',
      columns: ITEM_COLUMNS,
      rows: [
        { key: 'administrative_licensing', label: '行政许可', description: '行政许可' },
        {
          key: 'other_external_management_services',
          label: '其他对外管理服务事项',
          description: '行政许可以外的对外管理服务事项',
        },
      ],
    },
    {
      heading: '第二十条第（六）项',
      rowHeader: '信息内容',
      columns: ITEM_COLUMNS,
      rows: [
        { key: 'administrative_penalties', label: '行政处罚', description: '行政处罚' },
        { key: 'administrative_compulsion', label: '行政强制', description: '行政强制' },
      ],
    },
    {
      heading: '第二十条第（八）项',
      rowHeader: '信息内容',
      columns: FEE_COLUMNS,
      rows: [{ key: 'administrative_fees', label: '行政事业性收费', description: '行政事业性收费项目' }],
    },
    {
      heading: '第二十条第（九）项',
      rowHeader: '信息内容',
      columns: PROCUREMENT_COLUMNS,
      rows: [{ key: 'government_procurement', label: '政府集中采购', description: '政府集中采购' }],
    },
  ],
} as const satisfies TableDef;
