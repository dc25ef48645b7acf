import type { RuleInfo } from '../../diagnostics/rule.ts';

const REVIEW = { zh: '豁免的写法', en: 'how waivers are written' };
const LATE = 'active_disclosure: { normative_documents: { issued: 2, in_force: 0 } }';
const waiver = (more: string): string => `${LATE}
waivers:
  - rule: in-force-below-issued
    at: active_disclosure.normative_documents.in_force
    reason: 本年制发的两件都在年内到期失效
${more}`;

/** What a waiver demands. A finding about a waiver can't itself be waived. */
export const WAIVER_RULES: readonly RuleInfo[] = [
  {
    id: 'waiver-invalid',
    severity: 'error',
    fixed: true,
    title: { zh: '豁免指向一条可以豁免的规则', en: 'A waiver names a rule that can be waived' },
    why: {
      zh: '规则写错的豁免什么也不豁免；语法、数的写法、空白单元格和表内勾稽关系不能豁免。',
      en: 'A waiver of a rule that does not exist waives nothing; syntax, numbers, blanks and the sums of the tables can not be waived.',
    },
    source: REVIEW,
    example: {
      good: waiver(''),
      bad: waiver('  - { rule: outcomes-total, at: applications.outcomes.total.total, reason: 不改 }'),
    },
  },
  {
    id: 'waiver-void',
    severity: 'warning',
    title: { zh: '豁免时的数没有变', en: 'The numbers of a waiver are still the same' },
    why: {
      zh: '豁免是对着当时的数作出的；数变了，要重新看过。',
      en: 'A waiver was given for the numbers of its time; when one changes, somebody has to look again.',
    },
    source: REVIEW,
    example: {
      good: waiver('    values: { active_disclosure.normative_documents.issued: 2 }'),
      bad: waiver('    values: { active_disclosure.normative_documents.issued: 3 }'),
    },
  },
  {
    id: 'waiver-expired',
    severity: 'warning',
    title: { zh: '豁免没有过期', en: 'A waiver has not expired' },
    why: {
      zh: '写了期限的豁免，到期要重新看过。',
      en: 'A waiver with a date is looked at again when that day has passed.',
    },
    source: REVIEW,
    example: { good: waiver('    expires: 2099-12-31'), bad: waiver('    expires: 2001-12-31') },
  },
  {
    id: 'waiver-unused',
    severity: 'warning',
    title: { zh: '豁免的问题还在', en: 'What a waiver lets stand is still there' },
    why: {
      zh: '问题已经没有了，豁免就该删去，免得盖住以后的问题。',
      en: 'When the finding is gone, the waiver goes too, or it would hide the next one.',
    },
    source: REVIEW,
    example: { good: waiver(''), bad: waiver('').replace('issued: 2', 'issued: 0') },
  },
];
