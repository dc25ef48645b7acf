import type { Rule } from '../rule.ts';
import { PROBLEMS_IN_REPORT } from '../sources.ts';
import { finishedSection, sectionTexts } from '../texts/report-texts.ts';
import { isStub } from '../texts/stubs.ts';

/** Reports a section five that has only a few characters. */
export const problemsStub: Rule = {
  id: 'problems-stub',
  severity: 'warning',
  title: { zh: '第五部分不是“无”，也不是几个字', en: 'Section five is more than a word or two' },
  why: {
    zh: '主要问题及改进情况是法定内容。写“无”“略”，或者只有几个字，等于没有报告这一项。',
    en: 'The Regulations require the main problems and the improvements. 无, 略 or a few characters do not report anything.',
  },
  source: PROBLEMS_IN_REPORT,
  example: {
    good: 'problems: { text: 政策解读的形式不够多样，将增加图解和问答。 }',
    bad: 'problems: { text: 无。 }',
  },
  check: ({ report }) => {
    const text = finishedSection(report, 'problems') ?? '';
    if (!isStub(text)) return [];
    const said = sectionTexts(report, 'problems')
      .map(({ raw }) => raw.trim())
      .join(' ');
    return [
      {
        path: ['problems', 'text'],
        message: { zh: `第五部分只写了“${said}”`, en: `Section five only says "${said}"` },
        hint: {
          zh: '写明这一年工作中的主要问题，以及已经采取或者准备采取的改进措施',
          en: 'Write about the main problems of the year and about what was done or will be done to solve them',
        },
      },
    ];
  },
};
