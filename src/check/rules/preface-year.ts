import { textIn } from '../../report/access.ts';
import type { Report } from '../../report/report.ts';
import type { Rule } from '../rule.ts';
import { findAll, plain, sectionTexts, wordsFinding } from '../texts/report-texts.ts';

/** Names of the report in the Regulations and in practice. */
const REPORT = '政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?报告';
const SELF = [
  '本机关',
  '本单位',
  '我单位',
  '我局',
  '我委',
  '我办',
  '我厅',
  '我市',
  '我县',
  '我区',
  '我镇',
  '我街道',
  '本局',
  '全市',
  '全县',
  '全区',
];

/** Checks that the year that the preface gives for the report is the year of the report. */
export const prefaceYear: Rule = {
  id: 'preface-year',
  severity: 'warning',
  title: { zh: '前言里报告的年度是本年度', en: 'The preface gives the right year for the report' },
  why: {
    zh: '前言年年相似，最容易留下上一年的年份，例如“现将2022年……报告公布如下”。只看“某年政府信息公开工作年度报告”和“现将某年……报告”这两种写法。',
    en: "Prefaces are often copied from the year before, and last year's number is left in. The rule checks only two phrases: the name of the report with its year, and 现将…年…报告.",
  },
  source: { zh: '实践中的做法（没有找到明文）', en: 'practice (no written rule was found)' },
  example: {
    good: 'preface: { text: 现将清溪县教育局2023年政府信息公开工作年度报告公布如下。 }',
    bad: 'preface: { text: 现将清溪县教育局2022年政府信息公开工作年度报告公布如下。 }',
  },
  check: ({ report }) => {
    const { year } = report;
    if (year === undefined) return [];
    const own = String(year);
    return sectionTexts(report, 'preface').flatMap((text) => {
      const named = patterns(report).flatMap((pattern) => findAll(text, pattern));
      // If the preface also gives the right year, the other year may belong to another report.
      if (named.some(({ match }) => match[1] === own)) return [];
      const [first] = named;
      if (!first) return [];
      const message = {
        zh: `前言说的是 ${first.match[1]} 年的报告，这份报告的年度是 ${own} 年`,
        en: `The preface names the report for ${first.match[1]}, but this report is for ${own}`,
      };
      const hint = {
        zh: `改成 ${own} 年，或者写 {{year}}，年度改了它也跟着改`,
        en: `Write ${own}, or {{year}}, which always prints the year of the report`,
      };
      return [wordsFinding(text, first.words, message, hint)];
    });
  },
};

function patterns({ data, agencyName }: Report): RegExp[] {
  const names = [agencyName, textIn(data, 'agency.short_name') ?? ''].map((name) => plain(name).replaceAll('\n', ''));
  const who = [...names.filter(Boolean).map(escaped), ...SELF].join('|');
  return [
    new RegExp(`(20[0-9]{2})年度?(?:${who})?(?:的)?${REPORT}`, 'g'),
    new RegExp(`现(?:将|就|公布|发布)(?:${who})?(20[0-9]{2})年度?[^。;\\n0-9]{0,20}(?:报告|情况)`, 'g'),
  ];
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
