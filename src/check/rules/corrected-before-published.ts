import { dayAt } from '../../report/day.ts';
import type { Rule } from '../rule.ts';

/** Checks that the correction is not earlier than the publication. */
export const correctedBeforePublished: Rule = {
  id: 'corrected-before-published',
  severity: 'error',
  title: { zh: '更正日期不早于发布日期', en: 'The correction date is not before the publication date' },
  why: {
    zh: '更正的是发布过的报告，两个日期都印在报告里：颠倒的，必有一个写错了。重新发布的，发布日期仍写最初的那一天。',
    en: 'Only a published report can be corrected, and both dates are printed: if they are in the wrong order, one of them is wrong. When a report is published again, the publication date is still the first one.',
  },
  source: { zh: '两个日期的含义', en: 'the meaning of the two dates' },
  formula: { zh: '更正日期 ≥ 发布日期', en: 'corrected ≥ published' },
  example: {
    good: '{ published: 2024-01-22, corrected: { date: 2024-03-01, note: 更正了表三合计 } }',
    bad: '{ published: 2024-01-22, corrected: { date: 2024-01-02, note: 更正了表三合计 } }',
  },
  check: ({ report: { data } }) => {
    const [published, corrected] = [dayAt(data, 'published'), dayAt(data, 'corrected.date')];
    if (published === undefined || corrected === undefined || corrected >= published) return [];
    return [
      {
        path: ['corrected', 'date'],
        words: corrected,
        message: {
          zh: `更正日期是 ${corrected}，早于发布日期 ${published}`,
          en: `The correction date is ${corrected}, before the publication date ${published}`,
        },
        hint: {
          zh: 'published 写最初的发布日期；发布之前的修改不算更正，删去 corrected',
          en: 'published is the date of the first publication; a change before that date is not a correction, so remove corrected',
        },
        related: [{ path: ['published'], message: { zh: `发布日期：${published}`, en: `published: ${published}` } }],
      },
    ];
  },
};
