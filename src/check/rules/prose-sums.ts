import { say } from '../../diagnostics/text.ts';
import type { Rule } from '../rule.ts';
import { contradicted } from './prose-claims.ts';

/** Checks that parts listed in the prose add up to the total in the prose. */
export const proseSums: Rule = {
  id: 'prose-sums',
  severity: 'warning',
  title: { zh: '正文里分项之和等于总数', en: 'Parts listed in the prose add up to the total' },
  why: {
    zh: '“共 805 件，其中……”后面的分项加起来要等于 805。只在分项看来列全了的时候提示：有“其他”，按申请方式、申请人或办理结果逐项列出，或者差得极少；“其中”只举几项的不管。',
    en: 'The parts after 其中 must add up to the number before it. There is a finding only if the list seems complete: it has 其他, it lists all channels, applicants or outcomes, or the difference is very small. A list of examples is skipped.',
  },
  source: { zh: '算术', en: 'arithmetic' },
  example: {
    good: 'other_matters: { text: 全年收到申请12件，其中信函申请5件，网上申请7件。没有收取信息处理费。 }\napplications: { received: { natural_person: 12 }, outcomes: { disclosed: { natural_person: 12 } } }',
    bad: 'other_matters: { text: 全年收到申请12件，其中信函申请5件，网上申请6件。没有收取信息处理费。 }\napplications: { received: { natural_person: 12 }, outcomes: { disclosed: { natural_person: 12 } } }',
  },
  check: (input) =>
    contradicted(
      input,
      (kind) => kind === 'list' || kind === 'flow' || kind === 'outcomes',
      ({ kind, computed }) => {
        const { message, hint } = TEXTS[kind === 'list' ? 'parts' : kind === 'outcomes' ? 'outcomes' : 'balance'];
        return { message: say(message.zh + computed?.zh, `${message.en} ${computed?.en}`), hint };
      },
    ),
};

const TEXTS = {
  parts: {
    message: say('正文里的分项和总数对不上：', 'The parts in the prose do not add up to the total:'),
    hint: say(
      '补上漏列的分项，或者改正总数；只举例的，写成“包括……等”',
      'Add the missing part, or correct the total; if the parts are only examples, say so with 等',
    ),
  },
  outcomes: {
    message: say('正文列的办理结果和表格对不上：', 'The outcomes listed in the prose do not agree with the table:'),
    hint: say('核对是正文错还是表错', 'Find out whether the prose or the table is wrong'),
  },
  balance: {
    message: say('正文里收到的和办理的对不上：', 'The applications received and handled in the prose do not agree:'),
    hint: say('核对这几个数', 'Check these numbers'),
  },
} as const;
