import { command } from '../command.ts';
import { AGAINST, TEMPLATE } from '../options.ts';

export const preview = command({
  name: 'preview',
  args: '<FILE>',
  summary: { zh: '在浏览器里边改边看', en: 'Show a report in the browser while you edit it' },
  details: {
    zh: '显示一个只有本机能打开的网址：左边是核对结果，点一条就跳到那一格；右边是报告，正文里的数按 report claims 标出颜色。保存报告、模板或者上年的报告，网页马上跟着变；文件写到一半不能显示，就留着上一次的样子。按 Ctrl-C 结束，端口随之关闭。',
    en: "Prints an address that can be opened only on this machine. On the left are the findings; click one to go to its cell. On the right is the report; the figures in its prose are coloured according to report claims. The page is updated when you save the report, the template or last year's report; if the file cannot be shown, the page keeps its previous state. Press Ctrl-C to stop; this closes the port.",
  },
  examples: [
    ['report preview 2024.yaml', { zh: '打开显示的网址', en: 'open the printed address' }],
    ['report preview 2024.yaml --against 2023.yaml', { zh: '同比也核对', en: 'compare with last year too' }],
    ['report preview 2024.yaml --template my-template', { zh: '用自己的模板', en: 'with your own template' }],
  ],
  options: {
    against: AGAINST,
    template: TEMPLATE,
  },
  run: async ([file = ''], flags, context) => (await import('../work/preview.ts')).preview(file, flags, context),
});
