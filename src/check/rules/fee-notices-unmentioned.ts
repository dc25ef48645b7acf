import type { FeeField } from '../../form/fee.ts';
import { proseText } from '../../prose/section-text.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { feeAmount, feeCell } from './shared/fee.ts';

const UNPAID = 'applications.outcomes.other_handling.fee_unpaid.total';

/** If fees were not paid in time, notices were issued: checks that section six mentions them. */
export const feeNoticesUnmentioned: Rule = {
  id: 'fee-notices-unmentioned',
  severity: 'warning',
  title: {
    zh: '有逾期未缴费的申请，第六部分就说明收费通知',
    en: 'If fees were not paid in time, section six mentions the fee notices',
  },
  why: {
    zh: '（六）2.是收到收费通知而逾期没有缴费的申请，所以必定发出过收费通知。通知可能是上年发出的，所以只是警告：在第六部分说明即可。',
    en: 'Row （六）2. counts applications whose fee was notified but not paid in time, so notices were issued. They may be from last year, so this is only a warning; it is enough to say so in section six.',
  },
  source: {
    zh: '表三（六）2.的名称；第六部分报告收费通知是实践中的做法（没有找到明文）',
    en: 'the name of row （六）2. of table 三; that section six reports fee notices is practice (no written rule was found)',
  },
  example: {
    good: `
applications: { received: { natural_person: 1 }, outcomes: { other_handling: { fee_unpaid: { natural_person: 1 } } } }
other_matters: { text: 发出信息处理费收费通知1件，申请人逾期没有缴费。 }`,
    bad: `
applications: { received: { natural_person: 1 }, outcomes: { other_handling: { fee_unpaid: { natural_person: 1 } } } }
other_matters: { text: 没有收取信息处理费。 }`,
  },
  check: ({ report }) => {
    const unpaid = report.cells.get(UNPAID);
    if (!unpaid?.value || tellsOfNotices(report)) return [];
    return [
      {
        path: unpaid.path.split('.'),
        message: {
          zh: `“${unpaid.name}”是 ${unpaid.text}，第六部分没有说明发出过收费通知`,
          en: `"${unpaid.name}" is ${unpaid.text}, but section six does not mention any fee notice`,
        },
        hint: {
          zh: '在第六部分写明发出收费通知的件数和金额；通知是上年发出的，也在那里说明',
          en: 'Give the number and amount of the notices in section six; if they are from last year, say so there',
        },
      },
    ];
  },
};

const FIELDS: readonly FeeField[] = [
  'notices_issued',
  'amount_notified_yuan',
  'amount_collected_yuan',
  'cases_collected',
];
const NOTICE = /通知|缴费|缴纳|交费/;
const NO_NOTICE = /(未|没有|没|不存在|无)[^，。；]{0,8}(发出|发放|下达|通知)|通知(书|单)?\s*0\s*[件份]/;
const UNPAID_IN_TIME = /逾期|未按/;
const CHARGED = /[1-9][0-9]*(\.[0-9]+)?\s*万?元/;

/** Whether numbers or words in section six show that fees were notified. A collected fee counts, because it was notified first. */
function tellsOfNotices(report: Report): boolean {
  const figures = FIELDS.map((field) => feeCell(report, field)).filter((cell) => cell !== undefined);
  // A number that is not known yet may turn out to be more than 0.
  if (figures.some((cell) => cell.state === 'unknown' || feeAmount(cell) !== 0n)) return true;
  const clauses = proseText(report, 'other_matters').split(/[，。；！\n]/u);
  return clauses.some(
    (clause) => UNPAID_IN_TIME.test(clause) || CHARGED.test(clause) || (NOTICE.test(clause) && !NO_NOTICE.test(clause)),
  );
}
