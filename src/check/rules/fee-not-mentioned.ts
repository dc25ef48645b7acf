import { proseText } from '../../prose/section-text.ts';
import { getIn, isData } from '../../report/access.ts';
import type { Rule } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { hasFeeFigures } from './shared/fee.ts';

const SECTION = 'other_matters';
const FEE = /处理费|收费|费用|缴费/;

/** Checks that section six says whether the information processing fee was collected. */
export const feeNotMentioned: Rule = {
  id: 'fee-not-mentioned',
  severity: 'warning',
  title: {
    zh: '第六部分说明信息处理费的收取情况',
    en: 'Section six says whether the information processing fee was collected',
  },
  why: {
    zh: '各地的报告几乎都在第六部分报告信息处理费，没有收取的也写一句。这里既没有数、也没有文字时，印出的第六部分不会提到它。',
    en: 'Nearly every report mentions the information processing fee in section six, even if none was collected. If the file has neither numbers nor prose about it, the printed section does not mention it.',
  },
  source: PRACTICE,
  example: {
    good: 'other_matters: { text: 没有收取信息处理费，没有其他需要报告的事项。 }',
    bad: 'other_matters: { text: 没有其他需要报告的事项。 }',
  },
  check: ({ report }) => {
    // The schema reports a section that is missing or has the wrong type.
    if (!isData(getIn(report.data, SECTION)) || hasFeeFigures(report)) return [];
    if (FEE.test(proseText(report, SECTION))) return [];
    return [
      {
        path: [SECTION],
        message: {
          zh: '“六、其他需要报告的事项”没有说明信息处理费的收取情况',
          en: '"六、其他需要报告的事项" does not say whether the information processing fee was collected',
        },
        hint: {
          zh: '没有收取的，写 information_processing_fee: 0；收取的，填写件数和金额',
          en: 'If none was collected, write information_processing_fee: 0; otherwise give the cases and amounts',
        },
      },
    ];
  },
};
