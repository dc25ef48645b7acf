import type { IdentityDef } from '../types.ts';

/** The linear identities of tables 三 and 四; the same in both editions. */
export const identities = [
  {
    id: 'T3-1',
    rule: 'applications-balance',
    table: 'applications',
    across: 'columns',
    left: ['received', 'carried_over'],
    right: ['outcomes.total', 'carried_forward'],
    statement: {
      zh: '第一项加第二项之和，等于第三项加第四项之和',
      en: 'received plus carried over equals outcomes plus carried forward',
    },
    reference: { zh: '表三左上角的勾稽关系', en: 'the relation printed in the corner of table 三' },
  },
  {
    id: 'T3-2',
    rule: 'outcomes-total',
    table: 'applications',
    across: 'columns',
    left: ['outcomes.total'],
    right: [
      'outcomes.disclosed',
      'outcomes.partially_disclosed',
      'outcomes.not_disclosed',
      'outcomes.unable_to_provide',
      'outcomes.not_processed',
      'outcomes.other_handling',
    ],
    definesLeft: true,
    statement: {
      zh: '（七）总计等于（一）至（六）各行之和',
      en: '（七）总计 equals the sum of the rows of （一） to （六）',
    },
    reference: { zh: '表三“（七）总计”', en: 'row （七）总计 of table 三' },
  },
  {
    id: 'T3-3',
    rule: 'applicants-total',
    table: 'applications',
    across: 'rows',
    left: ['total'],
    right: [
      'natural_person',
      'commercial_enterprise',
      'research_institution',
      'public_interest_organization',
      'legal_service_institution',
      'other_organization',
    ],
    definesLeft: true,
    statement: {
      zh: '“总计”列等于自然人与法人或其他组织各列之和',
      en: 'the 总计 column equals the sum of the six applicant columns',
    },
    reference: { zh: '表三“总计”列', en: 'column 总计 of table 三' },
  },
  {
    id: 'T4-1',
    rule: 'results-total',
    table: 'reconsideration_and_litigation',
    across: 'rows',
    left: ['total'],
    right: ['upheld', 'corrected', 'other_result', 'pending'],
    definesLeft: true,
    statement: {
      zh: '“总计”等于结果维持、结果纠正、其他结果、尚未审结之和',
      en: '总计 equals the sum of the four results',
    },
    reference: { zh: '表四“总计”', en: '总计 of table 四' },
  },
] as const satisfies readonly IdentityDef[];
