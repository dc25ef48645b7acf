import type { Rule } from '../rule.ts';
import { PROBLEMS_IN_REPORT } from '../sources.ts';
import { finishedSection, isGovernment, missingFrom, sectionText } from '../texts/report-texts.ts';
import { ACCOUNTABILITY, namesOf } from '../texts/section-words.ts';

const SECTIONS = ['overview', 'problems', 'other_matters'];

/** Checks that a government's report gives the results of assessment, public appraisal and accountability. */
export const governmentAccountability: Rule = {
  id: 'government-accountability',
  severity: 'warning',
  title: {
    zh: '政府的报告写明工作考核、社会评议和责任追究结果',
    en: "A government's report gives the results of assessment, public appraisal and accountability",
  },
  why: {
    zh: '各级人民政府的年度报告，除各机关都要写的内容以外，还应当包括工作考核、社会评议和责任追究结果情况，一般写在总体情况的监督保障方面；没有发生的也要写明没有。',
    en: "In addition to what every agency reports, a people's government reports the results of assessment, public appraisal and accountability, usually under 监督保障 in section one; if there were none, it says so.",
  },
  source: PROBLEMS_IN_REPORT,
  example: {
    good: `
agency: { name: 清溪县人民政府, kind: government }
overview: { text: 主动公开、依申请公开、政府信息管理、平台建设正常开展，组织年度考核和社会评议各1次，没有发生责任追究的情形，电话0570-5550123。 }`,
    bad: `
agency: { name: 清溪县人民政府, kind: government }
overview: { text: 主动公开、依申请公开、政府信息管理、平台建设正常开展，组织年度考核和社会评议各1次，电话0570-5550123。 }`,
  },
  check: ({ report }) => {
    if (!isGovernment(report) || finishedSection(report, 'overview') === undefined) return [];
    // The Regulations do not say in which part of the report, so all prose is searched.
    const text = SECTIONS.map((section) => sectionText(report, section)).join('\n');
    const missing = missingFrom(text, ACCOUNTABILITY);
    if (missing.length === 0) return [];
    const names = namesOf(missing);
    return [
      {
        path: ['overview'],
        at: 'key',
        message: {
          zh: `政府的报告没有写${names.zh}情况`,
          en: `A government's report must cover ${names.en}, which this one does not mention`,
        },
        hint: {
          zh: '写在总体情况的监督保障方面；没有发生的，写明没有',
          en: 'Write about it under 监督保障 in section one; if there were no results, say so',
        },
      },
    ];
  },
};
