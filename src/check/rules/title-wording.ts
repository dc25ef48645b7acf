import type { Text } from '../../diagnostics/text.ts';
import type { Rule } from '../rule.ts';
import { wordsFinding } from '../texts/report-texts.ts';
import { TITLE_WORDS, type Title, titleOf } from '../texts/titles.ts';

/** A year can also be written as 二〇二三年. */
const YEAR_IN_WORDS = /[〇○零一二三四五六七八九]{4}年/;

/** Checks that a title in the file names the agency, the year and the official name of the report. */
export const titleWording: Rule = {
  id: 'title-wording',
  severity: 'warning',
  title: {
    zh: '标题写明机关、年度和“政府信息公开工作年度报告”',
    en: 'The title gives the agency, the year and 政府信息公开工作年度报告',
  },
  why: {
    zh: '报告单独下载、打印之后，只有标题说明它是谁的、哪一年的。条例的用语是“政府信息公开工作年度报告”，常见的漏字是少了“工作”二字。',
    en: 'Once a report is downloaded or printed, only the title says whose report it is and for which year. The Regulations call it 政府信息公开工作年度报告; 工作 is often left out.',
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条、第五十条的用语；标题的写法是实践中的做法（没有找到明文）',
    en: 'the wording of articles 49 and 50 of the Open Government Information Regulations; the form of the title is practice (no written rule was found)',
  },
  example: {
    good: 'title: 清溪县教育局2023年政府信息公开工作年度报告',
    bad: 'title: 清溪县教育局2023年政府信息公开年度报告',
  },
  check: ({ report }) => {
    const title = titleOf(report);
    const lacking = title ? missing(title) : [];
    if (!title || lacking.length === 0) return [];
    const message = {
      zh: `标题里没有${lacking.map(({ zh }) => zh).join('、')}`,
      en: `The title does not have ${lacking.map(({ en }) => en).join(', ')}`,
    };
    return [
      wordsFinding(title.text, '', message, {
        zh: `通常写成“${report.agencyName}${report.year ?? ''}年${TITLE_WORDS}”；不写 title 就是这个标题`,
        en: `Usual: "${report.agencyName}${report.year ?? ''}年${TITLE_WORDS}", which is also the title if you leave out title`,
      }),
    ];
  },
};

function missing({ text, years, namesReport, agency }: Title): Text[] {
  return [
    ...(agency === '' ? [{ zh: '机关名称', en: "the agency's name" }] : []),
    ...(years.length === 0 && !YEAR_IN_WORDS.test(text.text) ? [{ zh: '年度', en: 'the year' }] : []),
    ...(namesReport ? [] : [{ zh: `“${TITLE_WORDS}”`, en: `"${TITLE_WORDS}"` }]),
  ];
}
