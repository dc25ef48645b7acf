import { command } from '../command.ts';
import { AGAINST, BROWSER, BROWSER_URL, TEMPLATE } from '../options.ts';

export const verify = command({
  name: 'verify',
  args: '<FILES...>',
  summary: { zh: '核对已发布的文件是不是报告生成的', en: 'Check that published files are what their report builds' },
  details: {
    zh: '网页、PDF 和 Word 文件里都有生成记录：程序、表式、模板的版本和报告文件的校验值。verify 按记录把文件重新生成一遍，逐字节比较；不同的话，逐格、逐句说出改过什么。答复有三种，退出码跟着走：0（✓）就是报告生成的；1（✗）不是；2（?）在这里无法判断，并说明为什么、怎样查清，也包括文件打不开。只有 0 算核对过；在 Word、WPS 里保存过的 Word 文件，版式看不出来，不会是 0。不写 --source，就和文件里附的报告比较，只能说明文件前后一致。',
    en: 'Every page, PDF and Word document contains a receipt: the version, form and template, and the hash of the report file. verify builds the file again as the receipt says and compares byte by byte; if the bytes differ, it names the cells and sentences that were changed. There are three answers, each with its exit code: 0 (✓) the file is what the report builds; 1 (✗) it is not; 2 (?) it cannot be told here, with the reason and what would settle it, or the file cannot be opened. Only 0 means verified; a document that was saved in Word or WPS never gets 0, because its layout cannot be told. Without --source it compares with the report inside the file, which only shows that the file is consistent.',
  },
  examples: [
    ['report verify 2024.pdf --source 2024.yaml', { zh: '和 git 里的报告核对', en: 'compare with the report in git' }],
    [
      'report verify 2024.html 2024.pdf 2024.docx',
      { zh: '和文件里附的报告核对', en: 'compare with the reports inside' },
    ],
  ],
  options: {
    source: {
      flags: '--source <report>',
      words: { zh: '报告文件；不写就用文件里附的报告', en: 'the report file; default: the report inside each file' },
    },
    template: TEMPLATE,
    against: AGAINST,
    browser: BROWSER,
    browserUrl: BROWSER_URL,
  },
  run: async (args, flags, context) => (await import('../work/verify.ts')).verify(args, flags, context),
});
