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
    names: {
      received: { zh: '新收', en: 'received' },
      carried_over: { zh: '上年结转', en: 'carried over' },
      'outcomes.total': { zh: '办结', en: 'concluded' },
      carried_forward: { zh: '结转下年', en: 'carried forward' },
    },
    reference: { zh: '表三左上角的勾稽关系', en: 'the identity printed in the top left corner of table 三' },
    title: { zh: '表三每一列：一加二等于三加四', en: 'Table 三, each column: 一 plus 二 equals 三 plus 四' },
    why: {
      zh: '收到的和上年没办完的申请，年底不是办结了就是结转下年，一件也不能多、不能少。格式把这条关系印在表三的左上角，上级核对年报先看它。',
      en: 'Every application received or carried over from last year is concluded or carried forward by the end of the year. The form prints this identity in the top left corner of table 三, and it is the first thing that higher authorities check.',
    },
    formula: {
      zh: '一 ＋ 二 ＝ 三（七） ＋ 四（七列逐列）',
      en: '一 + 二 = 三（七） + 四, in each of the seven columns',
    },
    example: {
      good: `
applications:
  received: { natural_person: 3 }
  outcomes: { disclosed: { natural_person: 2 } }
  carried_forward: { natural_person: 1 }`,
      bad: `
applications:
  received: { natural_person: 3 }
  outcomes: { disclosed: { natural_person: 2 } }
  carried_forward: { natural_person: 0 }`,
    },
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
    names: { 'outcomes.total': { zh: '（七）总计', en: '（七）总计' } },
    rightName: { zh: '（一）至（六）各行', en: 'rows （一） to （六）' },
    reference: { zh: '表三“（七）总计”', en: 'row （七）总计 of table 三' },
    title: {
      zh: '表三（七）总计等于（一）至（六）各行之和',
      en: 'Table 三: （七） is the sum of the rows of （一） to （六）',
    },
    why: {
      zh: '每一件办结的申请都归在（一）至（六）的某一行，而且只归一行（区分处理的只计“部分公开”）；加起来就是办结的件数。',
      en: 'Every concluded application counts in exactly one row of （一） to （六） (a partial disclosure counts only in 部分公开); together they are all applications concluded.',
    },
    formula: {
      zh: '（七） ＝ （一）＋（二）＋（三）＋（四）＋（五）＋（六）各行（七列逐列）',
      en: '（七） = the sum of the rows of （一） to （六）, in each of the seven columns',
    },
    example: {
      good: `
applications:
  received: { natural_person: 3 }
  outcomes:
    disclosed: { natural_person: 3 }
    total: { natural_person: 3 }`,
      bad: `
applications:
  received: { natural_person: 3 }
  outcomes:
    disclosed: { natural_person: 2 }
    total: { natural_person: 3 }`,
    },
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
    reference: { zh: '表三“总计”列', en: 'column 总计 of table 三' },
    title: {
      zh: '表三每一行：总计等于各类申请人之和',
      en: 'Table 三, each row: 总计 is the sum of the kinds of applicants',
    },
    why: {
      zh: '每一件申请都由一类申请人提出：自然人，或者五类法人和其他组织中的一类。',
      en: 'Every application comes from one kind of applicant: a natural person, or one of the five kinds of organizations.',
    },
    formula: {
      zh: '总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ 社会公益组织 ＋ 法律服务机构 ＋ 其他（每一行）',
      en: '总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他, in every row',
    },
    example: {
      good: `
applications:
  received: { natural_person: 3, commercial_enterprise: 1, total: 4 }
  carried_forward: { natural_person: 3, commercial_enterprise: 1, total: 4 }`,
      bad: `
applications:
  received: { natural_person: 3, commercial_enterprise: 1, total: 5 }
  carried_forward: { natural_person: 3, commercial_enterprise: 1, total: 4 }`,
    },
  },
  {
    id: 'T4-1',
    rule: 'results-total',
    table: 'reconsideration_and_litigation',
    across: 'rows',
    left: ['total'],
    right: ['upheld', 'corrected', 'other_result', 'pending'],
    definesLeft: true,
    reference: { zh: '表四“总计”', en: '总计 of table 四' },
    title: { zh: '表四：总计等于四种结果之和', en: 'Table 四: 总计 is the sum of the four results' },
    why: {
      zh: '每一件复议、诉讼，不是有了结果（维持、纠正、其他），就是尚未审结。',
      en: 'Every reconsideration and litigation case has ended in one of three ways (维持, 纠正, 其他) or is pending.',
    },
    formula: {
      zh: '总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结（复议、两类诉讼各自）',
      en: '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, for reconsideration and both kinds of litigation',
    },
    example: {
      good: `
reconsideration_and_litigation:
  reconsideration: { upheld: 2, corrected: 1, total: 3 }`,
      bad: `
reconsideration_and_litigation:
  reconsideration: { upheld: 2, corrected: 1, total: 2 }`,
    },
  },
] as const satisfies readonly IdentityDef[];
