import type { Rule } from '../rule.ts';
import { PROBLEMS_IN_REPORT } from '../sources.ts';
import { finishedSection, missingFrom } from '../texts/report-texts.ts';
import { IMPROVEMENTS, namesOf, PROBLEMS } from '../texts/section-words.ts';
import { isStub } from '../texts/stubs.ts';

const LETTER = /\p{L}/u;

/** Checks that section five covers both problems and improvements. */
export const problemsAndImprovements: Rule = {
  id: 'problems-and-improvements',
  severity: 'warning',
  title: { zh: '第五部分问题和改进都写到', en: 'Section five covers problems and improvements' },
  why: {
    zh: '条例要求报告“存在的主要问题及改进情况”，两者缺一不可。标题、正文里有常用的说法（不足、有待……；加强、完善、下一步……）就算写到。',
    en: 'The Regulations require both the main problems and the improvements. For each, one of the usual words in a heading or in the prose is enough.',
  },
  source: PROBLEMS_IN_REPORT,
  example: {
    good: 'problems: { text: 政策解读的形式还不够丰富多样，下一步增加图解。 }',
    bad: 'problems: { text: 政策解读的形式还不够丰富多样，图解很少。 }',
  },
  check: ({ report }) => {
    const text = finishedSection(report, 'problems') ?? '';
    if (!LETTER.test(text) || isStub(text)) return [];
    const missing = missingFrom(text, [PROBLEMS, IMPROVEMENTS]);
    if (missing.length === 0) return [];
    const names = namesOf(missing);
    return [
      {
        path: ['problems'],
        at: 'key',
        message: { zh: `第五部分没有写${names.zh}`, en: `Section five does not cover ${names.en}` },
        hint: {
          zh: '问题和改进措施都要写，并且相互对应',
          en: 'Write about the problems and, for each one, about the improvements',
        },
      },
    ];
  },
};
