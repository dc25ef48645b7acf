import { identities } from '../2021/identities.ts';
import { SECTIONS } from '../2021/index.ts';
import { reconsiderationAndLitigation } from '../2021/reconsideration-and-litigation.ts';
import type { FormDef } from '../types.ts';
import { activeDisclosure } from './active-disclosure.ts';
import { applications } from './applications.ts';

/** The 2019 form, a trial form for reports for 2019 and 2020. */
export const form2019 = {
  id: '2019',
  years: { from: 2019, to: 2020 },
  notice: {
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    number: '国办公开办函〔2019〕60号',
  },
  sections: SECTIONS,
  tables: [activeDisclosure, applications, reconsiderationAndLitigation],
  identities,
} as const satisfies FormDef;
