import type { RuleExample, RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';
import { identities } from '../../form/2021/identities.ts';

type IdentityRule = (typeof identities)[number]['rule'];

/** What is known of an identity beyond the form: why it matters, and what it looks like right and wrong. */
const MORE: Readonly<Record<IdentityRule, { title: Text; why: Text; formula: Text; example: RuleExample }>> = {
  'applications-balance': {
    title: { zh: '表三每一列：一加二等于三加四', en: 'Table 三, each column: 一 plus 二 equals 三 plus 四' },
    why: {
      zh: '收到的和上年没办完的申请，年底不是办结了就是结转下年，一件也不能多、不能少。格式把这条关系印在表三的左上角，上级核对年报先看它。',
      en: 'Every request received or left over from last year is dealt with or carried forward by the end of the year. The form prints this relation in the corner of table 三, and it is the first thing a reader checks.',
    },
    formula: { zh: '一 ＋ 二 ＝ 三（七） ＋ 四（七列逐列）', en: '一 + 二 = 三（七） + 四, in each of seven columns' },
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
  'outcomes-total': {
    title: {
      zh: '表三（七）总计等于（一）至（六）各行之和',
      en: 'Table 三: （七） is the sum of the rows of （一） to （六）',
    },
    why: {
      zh: '每一件办结的申请都归在（一）至（六）的某一行，而且只归一行（区分处理的只计“部分公开”）；加起来就是办结的件数。',
      en: 'Every request dealt with stands in one row of （一） to （六） and in one only; together they are the requests dealt with.',
    },
    formula: {
      zh: '（七） ＝ （一）＋（二）＋（三）＋（四）＋（五）＋（六）各行（七列逐列）',
      en: '（七） = the rows of （一） to （六）, in each of seven columns',
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
  'applicants-total': {
    title: {
      zh: '表三每一行：总计等于各类申请人之和',
      en: 'Table 三, each row: the total is the sum of the applicants',
    },
    why: {
      zh: '每一件申请都由一类申请人提出：自然人，或者五类法人和其他组织中的一类。',
      en: 'Every request comes from one kind of applicant: a natural person, or one of the five kinds of organizations.',
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
  'results-total': {
    title: { zh: '表四：总计等于四种结果之和', en: 'Table 四: the total is the sum of the four results' },
    why: {
      zh: '每一件复议、诉讼，不是有了结果（维持、纠正、其他），就是尚未审结。',
      en: 'Every reconsideration and every suit has ended in one of three ways, or is pending.',
    },
    formula: {
      zh: '总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结（复议、两类诉讼各自）',
      en: '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, for reconsideration and both kinds of suits',
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
};

/** The linear identities of the form as rules. They stand as data in `src/form`; nothing can switch them off. */
export const IDENTITY_RULES: readonly RuleInfo[] = identities.map(({ rule, reference }) => ({
  id: rule,
  severity: 'error',
  ...MORE[rule],
  source: reference,
  fixed: true,
}));
