import type { Rule } from '../rule.ts';
import { wordsFinding } from '../texts/report-texts.ts';
import { titleOf } from '../texts/titles.ts';

/** Checks that a title in the file has the year of the report. */
export const titleYear: Rule = {
  id: 'title-year',
  severity: 'error',
  title: { zh: '标题里的年份是报告的年度', en: 'The year in the title is the year of the report' },
  why: {
    zh: '标题写着另一个年度，不是标题忘了改，就是年度（year）写错了：公布出去就是另一年的报告。标题里有报告年度的，出现别的年份不提示。',
    en: "If the title has another year, either the title was not changed or year is wrong, and the report would be published as another year's. If the title has the year of the report, other years in it are fine.",
  },
  source: { zh: '报告的标题和年度（year）说的是同一个年度', en: 'the title and year mean the same year' },
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: 清溪县教育局2022年政府信息公开工作年度报告',
  },
  check: ({ report }) => {
    const title = titleOf(report);
    const [first] = title?.years ?? [];
    if (!title || !first || !report.year || title.years.includes(String(report.year))) return [];
    return [
      wordsFinding(
        title.text,
        first,
        {
          zh: `标题写的是 ${first} 年，报告的年度是 ${report.year} 年`,
          en: `The title says ${first}, but the report is for ${report.year}`,
        },
        {
          zh: '改正标题；不写 title 时，标题由机关全称和年度写成',
          en: "Correct the title; if you leave out title, the tool makes it from the agency's name and the year",
        },
      ),
    ];
  },
};
