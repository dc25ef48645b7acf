import { command } from '../command.ts';
import { AGAINST } from '../options.ts';

export const explain = command({
  name: 'explain',
  args: '[RULE] [FILE]',
  light: true,
  summary: { zh: '说明一条规则', en: 'Explain a rule' },
  details: {
    zh: '一条规则要求什么、公式、为什么、依据、对和错的例子；给出 FILE，就代入这份报告的数。不写 RULE，列出全部规则。',
    en: 'Shows what a rule requires, its formula, the reason, the legal source, and a good and a bad example; with FILE, also the numbers of that report. Without RULE, lists all rules.',
  },
  examples: [
    ['report explain', { zh: '全部规则', en: 'all rules' }],
    ['report explain applications-balance', { zh: '一条规则', en: 'one rule' }],
    ['report explain applications-balance 2024.yaml', { zh: '代入一份报告的数', en: 'with the numbers of a report' }],
  ],
  options: {
    against: AGAINST,
  },
  run: async ([rule, file], flags, context) => (await import('../work/explain.ts')).explain(rule, file, flags, context),
});
