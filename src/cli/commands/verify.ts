import { command } from '../command.ts';
import { AGAINST, BROWSER, TEMPLATE } from '../options.ts';

export const verify = command({
  name: 'verify',
  args: '<FILES...>',
  summary: { zh: '核对已发布的文件是不是报告生成的', en: 'Check that published files match their report' },
  details: {
    zh: '网页和 PDF 里都有生成记录：程序、表式、模板的版本和报告文件的校验值。verify 按记录重新生成，逐格、逐句比较，说出改过的单元格；版本、模板和浏览器都相同的，再逐字节比较。不写 --source，就和文件里附的报告比较，只能说明文件前后一致。退出码：0 一致，1 不一致，2 命令不能完成。',
    en: 'Every page and PDF contains a receipt: the version, form and template, and the hash of the report file. verify builds the file again, compares every cell and sentence, and names the cells that were changed; with the same version, template and browser it also compares byte by byte. Without --source it compares with the report inside the file, which only shows that the file is consistent. Exit code: 0 the same, 1 different, 2 the command cannot run.',
  },
  examples: [
    ['report verify 2024.pdf --source 2024.yaml', { zh: '和 git 里的报告核对', en: 'compare with the report in git' }],
    ['report verify 2024.html 2024.pdf', { zh: '和文件里附的报告核对', en: 'compare with the reports inside' }],
  ],
  options: {
    source: {
      flags: '--source <report>',
      words: { zh: '报告文件；不写就用文件里附的报告', en: 'the report file; default: the report inside each file' },
    },
    template: TEMPLATE,
    against: AGAINST,
    browser: BROWSER,
  },
  run: async (args, flags, context) => (await import('../work/verify.ts')).verify(args, flags, context),
});
