import { command } from '../command.ts';
import { DRY_RUN, FORCE, STDIN_FILENAME } from '../options.ts';

export const importCommand = command({
  name: 'import',
  args: '<FILES...>',
  summary: {
    zh: '把已公布的报告读成报告文件',
    en: 'Read published reports into report files',
  },
  details: {
    zh: '从网页、Word、WPS、PDF、表格文件里认出三张表和六个部分，写成 YAML。每个数都写明读得准不准：不是明明白白一个数的，旁边用注释写出原文和位置；空白、“/”、“—”是不知道，不是 0。没有归处的文字写在最后的注释里，一个字也不丢。原来的文件不动；已有的 YAML 不加 --force 不覆盖。不用网络，也不用大模型。一份写到标准输出或 -o 文件，几份写进 -o 文件夹，按机关和年度起名，同一机关相邻的年度用 previous 连起来。退出码：0 都读出来了，1 有文件不能当报告读（--strict：或者有的数、机关、年度、公布日期等存疑或没有读出），2 命令不能完成。',
    en: 'Finds the three tables and six sections in web pages, Word, WPS, PDF and spreadsheet files, and writes them as YAML. Every number says how sure it is: beside one that was not plainly a number, a comment has what was printed and where. A blank, "/" or dash is unknown, never 0. Text without a place in a report is kept in comments at the end. The original is never changed, and an existing YAML file is not overwritten without --force. It needs no network and no language model. One report goes to standard output or to -o FILE, several go to the folder -o DIR, named by agency and year, with previous linking the years of an agency. Exit code: 0 everything was read, 1 a file cannot be read as a report (with --strict also if a number, the agency, the year or the date is doubtful or was not read), 2 the command cannot run.',
  },
  examples: [
    ['report import 2023.docx > 2023.yaml', { zh: '一份 Word 文件', en: 'a Word file' }],
    ['report import 2023.html -o 2023.yaml', { zh: '网站上存下来的网页', en: 'a page saved from the website' }],
    ['report import old/ -o reports/', { zh: '一个文件夹，各年各单位', en: 'a folder of years and agencies' }],
    [
      'report import --into 2024.yaml 2024.xlsx',
      { zh: '同事填好的表格，取回改过的数', en: 'a workbook that colleagues filled in' },
    ],
    [
      'report import 2023.pdf --reporter json',
      { zh: '每一格的值、原文和位置', en: 'each cell with its text and place' },
    ],
  ],
  options: {
    out: {
      flags: '-o, --out <path>',
      words: {
        zh: '写到这个 .yaml 文件或者文件夹；- 是标准输出',
        en: 'write this .yaml file, or files in this folder; - is standard output',
      },
    },
    force: FORCE,
    strict: {
      flags: '--strict',
      words: {
        zh: '有的数、机关、年度、公布日期等存疑或没有读出也算不通过',
        en: 'also fail if a number, the agency, the year or the date is doubtful or was not read',
      },
    },
    reporter: {
      flags: '--reporter <name>',
      words: {
        zh: '结果的格式；json 列出每一格的值、原文、位置和把握',
        en: 'format of the result; json prints each cell with its text, place and confidence',
      },
      choices: ['text', 'json'],
      usual: 'text',
    },
    into: {
      flags: '--into <report>',
      words: {
        zh: '把 build --format xlsx 的表格里改过的数取进这份报告，别的不动',
        en: 'take the numbers that were changed in a workbook of build --format xlsx into this report file',
      },
    },
    dryRun: DRY_RUN,
    stdinFilename: STDIN_FILENAME,
  },
  run: async (args, { into, ...flags }, context) =>
    into === undefined
      ? (await import('../work/import.ts')).importReports(args, flags, context)
      : (await import('../work/import-into.ts')).importInto(args, { ...flags, into }, context),
});
