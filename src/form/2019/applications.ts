import {
  APPLICANT_COLUMNS,
  CARRIED_FORWARD,
  CARRIED_OVER,
  COMMON_OUTCOMES,
  CORNER,
  OUTCOMES_TOTAL,
  RECEIVED,
} from '../2021/applications.ts';
import type { TableDef } from '../types.ts';

/** 三、收到和处理政府信息公开申请情况, edition of 2019: as that of 2021, but （六）其他处理 is one row. */
export const applications = {
  key: 'applications',
  section: 3,
  label: '收到和处理政府信息公开申请情况',
  description: '本年收到、办理和结转的政府信息公开申请，按申请人分列',
  layout: 'matrix',
  corner: CORNER,
  blocks: [
    {
      columns: APPLICANT_COLUMNS,
      rows: [
        RECEIVED,
        CARRIED_OVER,
        {
          key: 'outcomes',
          label: '三、本年度办理结果',
          description: '本年办结的申请，按结果分列',
          rows: [
            ...COMMON_OUTCOMES,
            { key: 'other_handling', label: '（六）其他处理', description: '以上各项之外的，例如申请人撤回申请' },
            OUTCOMES_TOTAL,
          ],
        },
        CARRIED_FORWARD,
      ],
    },
  ],
} as const satisfies TableDef;
