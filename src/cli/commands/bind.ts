import { command } from '../command.ts';
import { AGAINST, STDIN_FILENAME } from '../options.ts';

export const bind = command({
  name: 'bind',
  args: '<FILES...>',
  light: true,
  summary: { zh: '正文里的数改成引用单元格', en: 'Replace numbers in the prose with references to cells' },
  details: {
    zh: '正文里和表格一致的数，改写成 {{路径}}、{{sum …}}、{{share …}}、{{change …}}，以后改表格，正文跟着变。只改印出来一字不差的；约数、汉字写的数、读不准的句子不动。默认只把改动打印成补丁，可以交给 git apply；--write 直接写回文件。退出码：0 完成，1 文件不能读，2 命令不能完成。',
    en: 'Replaces numbers in the prose that agree with the tables with {{path}}, {{sum …}}, {{share …}} or {{change …}}; when you change the table, the prose changes with it. A number is replaced only if the printed text stays exactly the same. Rounded numbers, Chinese numerals and sentences that the tool does not understand are not changed. By default it prints a patch for git apply; --write changes the file. Exit code: 0 done, 1 a file cannot be read, 2 the command cannot run.',
  },
  examples: [
    ['report bind 2024.yaml', { zh: '先看会改什么', en: 'show the changes first' }],
    ['report bind 2024.yaml | git apply', { zh: '当作补丁', en: 'apply them as a patch' }],
    [
      'report bind --write --against 2023.yaml 2024.yaml',
      { zh: '同比也引用，写回文件', en: 'growth too, in the file' },
    ],
  ],
  options: {
    write: {
      flags: '--write',
      words: { zh: '写回文件，不打印补丁', en: 'change the files instead of printing a patch' },
    },
    stdinFilename: STDIN_FILENAME,
    against: AGAINST,
  },
  run: async (args, flags, context) => (await import('../work/bind.ts')).bind(args, flags, context),
});
