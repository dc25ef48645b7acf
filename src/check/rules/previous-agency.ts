import type { Rule, RuleFinding } from '../rule.ts';
import { PRACTICE } from '../sources.ts';
import { type Agency, agencyOf } from './shared/agency.ts';

/** The keys of `agency` that must be the same in both years, with their labels. */
const FACTS = [
  { key: 'name', zh: '机关全称', en: 'The name of the agency' },
  { key: 'level', zh: '机关层级', en: 'The level of the agency' },
  { key: 'kind', zh: '机关类型', en: 'The kind of the agency' },
  { key: 'scope', zh: '报告范围', en: 'The scope of the report' },
] as const satisfies readonly { key: keyof Agency; zh: string; en: string }[];

/** Checks that both reports are of the same agency and scope; otherwise their numbers cannot be compared. */
export const previousAgency: Rule = {
  id: 'previous-agency',
  severity: 'warning',
  title: { zh: '两年的报告出自同一个机关', en: 'The reports of both years are of the same agency' },
  why: {
    zh: '换了机关，或者一年是本机关、一年是汇总，跨年的数就对不上。机关更名、合并、改隶的，写明理由豁免。',
    en: 'The numbers of different agencies cannot be compared, nor can those of an aggregate report be compared with the report of a single agency. After a change of name, a merger or a transfer to another authority, waive the finding with the reason.',
  },
  source: PRACTICE,
  example: {
    previous: 'agency: { name: 清溪县教育局 }',
    good: 'agency: { name: 清溪县教育局 }',
    bad: 'agency: { name: 清溪县水利局 }',
  },
  check: ({ report, previous }) => {
    if (!previous) return [];
    const [now, before] = [agencyOf(report), agencyOf(previous)];
    return FACTS.flatMap(({ key, zh, en }): RuleFinding[] => {
      const [here, there] = [now[key], before[key]];
      if (here === undefined || there === undefined || here === there) return [];
      return [
        {
          path: ['agency', key],
          words: here,
          message: {
            zh: `${zh}是“${here}”，上年报告是“${there}”`,
            en: `${en} is "${here}", but in last year's report it is "${there}"`,
          },
          hint: {
            zh: '核对是不是同一机关的报告；更名、合并的写明理由豁免',
            en: 'Check that both reports are of the same agency; after a change of name or a merger, waive the finding with the reason',
          },
          related: [
            {
              in: 'previous',
              path: ['agency', key],
              message: { zh: `上年${zh}：${there}`, en: `last year: ${there}` },
            },
          ],
        },
      ];
    });
  },
};
