import { command } from '../command.ts';
import { FAIL_ON, REPORTER } from '../options.ts';

export const merge = command({
  name: 'merge',
  args: '<RESULTS...>',
  light: true,
  summary: { zh: '合并几台机器的结果', en: 'Join the results of several machines' },
  details: {
    zh: '把各份（--shard）的 JSON 结果合成一次运行的结果，用任何一种格式输出；退出码和一次运行的一样。缺少一份、同一份报告有两种结果、结果是别的版本的，都会说明，退出码是 2。',
    en: 'Joins the JSON results of shards (--shard) into those of one run and prints them in any format; the exit code is that of one run. A missing shard, two different results for one report, and results of another version are reported, with exit code 2.',
  },
  examples: [
    ['report merge 1.json 2.json', { zh: '各份的结果', en: 'all shards' }],
    ['report merge results/*.json --reporter xlsx=a.xlsx', { zh: '写成工作簿', en: 'as a workbook' }],
  ],
  options: { reporter: REPORTER, failOn: FAIL_ON },
  run: async (args, flags, context) => (await import('../work/merge.ts')).merge(args, flags, context),
});
