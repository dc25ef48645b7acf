import type { FormDef } from '../types.ts';
import { activeDisclosure } from './active-disclosure.ts';
import { applications } from './applications.ts';
import { identities } from './identities.ts';
import { reconsiderationAndLitigation } from './reconsideration-and-litigation.ts';

export const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const;

/** The 2021 form, for reports for 2021 and later. */
export const form2021 = {
  id: '2021',
  years: { from: 2021 },
  notice: {
    title: '国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知',
    number: '国办公开办函〔2021〕30号',
  },
  sections: SECTIONS,
  tables: [activeDisclosure, applications, reconsiderationAndLitigation],
  identities,
} as const satisfies FormDef;
