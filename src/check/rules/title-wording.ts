import type { Text } from '../../diagnostics/text.ts';
import type { Rule } from '../rule.ts';
import { wordsFinding } from '../texts/report-texts.ts';
import { TITLE_WORDS, type Title, titleOf } from '../texts/titles.ts';

/** 二〇二三年 is a year too. */
const YEAR_IN_WORDS = /[〇○零一二三四五六七八九]{4}年/;

/** A title of its own says whose report it is, for which year, and what it is called in the law. */
export const titleWording: Rule = {
  id: 'title-wording',
  severity: 'warning',
  title: {
    zh: '标题写明机关、年度和“政府信息公开工作年度报告”',
    en: 'The title gives the agency, the year and 政府信息公开工作年度报告',
  },
  why: {
    zh: '报告单独下载、打印之后，只有标题说明它是谁的、哪一年的。条例的用语是“政府信息公开工作年度报告”，常见的漏字是少了“工作”二字。',
    en: 'Once it is downloaded or printed, only the title says whose report it is. The law calls it 政府信息公开工作年度报告; the word 工作 is often lost.',
  },
  source: {
    zh: '《中华人民共和国政府信息公开条例》第四十九条、第五十条的用语；标题的写法是实践中的做法（没有找到明文）',
    en: 'the words of articles 49 and 50 of the Regulations; the form of the title is practice (no text found)',
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
      en: `The title lacks ${lacking.map(({ en }) => en).join(', ')}`,
    };
    return [
      wordsFinding(title.text, '', message, {
        zh: `通常写成“${report.agencyName}${report.year ?? ''}年${TITLE_WORDS}”；不写 title 就是这个标题`,
        en: `Usual: "${report.agencyName}${report.year ?? ''}年${TITLE_WORDS}", which is what it is without \`title\``,
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
