import type { ColumnDef } from './types.ts';

/** 信息处理费, the information processing fee of section 六. It is not a table of the form, but prose and checks refer to its numbers. */
export const INFORMATION_PROCESSING_FEE = {
  path: 'other_matters.information_processing_fee',
  label: '信息处理费',
  description: '本年收取政府信息公开信息处理费的情况；每一项都可以不写',
  fields: [
    { key: 'notices_issued', label: '发出收费通知件数', kind: 'count', description: '本年发出收费通知的件数' },
    { key: 'amount_notified_yuan', label: '通知收费金额（元）', kind: 'yuan', description: '通知收取的总金额，单位元' },
    {
      key: 'amount_collected_yuan',
      label: '实际收取金额（元）',
      kind: 'yuan',
      description: '实际收取的总金额，单位元',
    },
    { key: 'cases_collected', label: '实际收费件数', kind: 'count', description: '实际收取了费用的申请件数' },
  ],
} as const satisfies {
  path: string;
  label: string;
  description: string;
  fields: readonly ColumnDef[];
};

/** The key of one of the fee's figures. */
export type FeeField = (typeof INFORMATION_PROCESSING_FEE)['fields'][number]['key'];
