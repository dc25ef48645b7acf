import { command } from '../command.ts';
import { STDIN_FILENAME } from '../options.ts';

export const diff = command({
  name: 'diff',
  args: '<BEFORE> <AFTER>',
  light: true,
  summary: {
    zh: '比较两份报告，任何格式、任何版本',
    en: 'Compare two reports in any format, also old versions in git',
  },
  details: {
    zh: '比较两份报告的内容：改过的单元格（前后两个数、差，金额精确到分，备注，未填的不当 0）、机关和日期、句子（增、删、移动，改动的写出改了哪几个字；绑定的数按印出来的比），以及新出现和消除的问题。文件可以是 YAML、网页、Word、PDF、表格文件，也可以是 git:版本:路径，例如 git:HEAD~1:2024.yaml；git::2024.yaml 是暂存的内容。存疑的数标“？”，没有找到的表不比。只有空格、标点的写法不同，不算差别。年度相邻的两份报告按年度先后对照：结转、文件、主要的数的增长；--view list 逐处列出。退出码：0 没有差别，1 有差别，2 命令不能完成。',
    en: 'Compares the content of two reports: changed cells (both numbers and their difference, exact also for money, notes; unknown is never 0), agency and dates, sentences (added, removed, moved, or with the words that changed; bound numbers as printed), and findings that are new or cleared. A file can be YAML, a web page, a Word file, a PDF or a workbook, or git:REVISION:PATH, such as git:HEAD~1:2024.yaml; git::2024.yaml is the staged content. Doubtful numbers are marked "?", and tables that were not found are not compared. Differences in spaces and the shape of punctuation do not count. Two years in a row are compared year over year, the earlier one first: carried forward and over, documents, growth of the main numbers; --view list lists every difference. Exit code: 0 no differences, 1 differences, 2 the command cannot run.',
  },
  examples: [
    ['report diff 2024.yaml 2024.docx', { zh: '报告和改过的 Word', en: 'the edited Word file' }],
    ['report diff git:HEAD:2024.yaml 2024.yaml', { zh: '上次提交之后改了什么', en: 'since the last commit' }],
    ['report diff 2023.pdf 2024.yaml', { zh: '和上年对照', en: 'year over year' }],
    ['report diff git:main:a.yaml a.yaml --format html', { zh: '一张可以打印的网页', en: 'a page to print' }],
  ],
  options: {
    format: {
      flags: '--format <format>',
      words: { zh: '结果的格式', en: 'format of the result' },
      choices: ['text', 'json', 'markdown', 'html'],
      value: 'text',
    },
    view: {
      flags: '--view <how>',
      words: {
        zh: '年度相邻的：years 年度对照，list 逐处列出',
        en: 'two years in a row: years compares them as years, list lists every difference',
      },
      choices: ['years', 'list'],
      usual: 'years',
    },
    stdinFilename: STDIN_FILENAME,
  },
  async run(args, flags, context) {
    const { diff } = await import('../work/diff.ts');
    return diff(args, flags, context);
  },
});
