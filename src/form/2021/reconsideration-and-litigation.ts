import type { ColumnDef, TableDef } from '../types.ts';

const RESULT_COLUMNS = [
  { key: 'upheld', label: '结果维持', kind: 'count', description: '维持原行政行为或者驳回的案件' },
  { key: 'corrected', label: '结果纠正', kind: 'count', description: '撤销、变更、确认违法或者责令履行的案件' },
  { key: 'other_result', label: '其他结果', kind: 'count', description: '撤回、终止等其他结果的案件' },
  { key: 'pending', label: '尚未审结', kind: 'count', description: '年末尚未审结的案件' },
  { key: 'total', label: '总计', kind: 'count', total: true, description: '前四列之和；可以不写，由程序算出' },
] as const satisfies readonly ColumnDef[];

/** 四、政府信息公开行政复议、行政诉讼情况: fifteen columns, one line of numbers; the same in both editions. */
export const reconsiderationAndLitigation = {
  key: 'reconsideration_and_litigation',
  section: 4,
  label: '政府信息公开行政复议、行政诉讼情况',
  description: '因政府信息公开引起的行政复议和行政诉讼案件，按结果分列',
  layout: 'side-by-side',
  blocks: [
    {
      columns: RESULT_COLUMNS,
      rows: [
        { key: 'reconsideration', label: '行政复议', description: '行政复议案件' },
        {
          key: 'litigation',
          label: '行政诉讼',
          description: '行政诉讼案件',
          rows: [
            { key: 'direct', label: '未经复议直接起诉', description: '没有经过行政复议、直接起诉的案件' },
            { key: 'after_reconsideration', label: '复议后起诉', description: '经过行政复议之后起诉的案件' },
          ],
        },
      ],
    },
  ],
} as const satisfies TableDef;
