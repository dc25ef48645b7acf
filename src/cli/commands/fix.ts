import { command } from '../command.ts';
import { DRY_RUN, STDIN_FILENAME } from '../options.ts';

export const fix = command({
  name: 'fix',
  args: '<FILES...>',
  light: true,
  summary: { zh: '把能确定的写回报告', en: 'Correct what is certain in reports' },
  details: {
    zh: '把 YAML 读不了的全角标点、看不见的字符、没有缩进的文字改成 YAML 的写法，去掉值两边的中文引号；填上没写的总计，把 1,204、１２、12件、012 这样的数和 2026年1月20日 这样的日期改成规范写法，把 level: 县 这样的词换成 county，缺少的行补成 null，正文的段落之间空一行。注释和顺序都不动，已有的空行也不动；写明的总计从不改动，12.5、约12、- 这样定不下来的数不改，一一列出。--dry-run 只把改动打印成补丁，可以交给 git apply。退出码：0 没有要改的，或者都改好了；1 有定不下来的数或者对不上的总计、文件不能读，或者 --dry-run 时有要改的；2 命令不能完成。最后一行说明还有几个错误和警告，它们不影响退出码。',
    en: 'Replaces full-width punctuation, invisible characters and texts without indent by what YAML reads, removes Chinese quotation marks around values, fills in missing totals, corrects the format of numbers such as 1,204, 012 or +12 and of dates, replaces Chinese words by the choice they mean, adds missing rows as null, and puts empty lines between paragraphs. Comments, blank lines and the order of rows are kept. A total that is given is never changed; a number that can be read in several ways is not changed, and is listed. --dry-run only prints the changes, as a patch for git apply. Exit code: 0 nothing to change, or everything was changed; 1 some numbers are unclear or totals do not add up, a file cannot be read, or --dry-run found changes; 2 the command cannot run. The last line says how many errors and warnings are left; they do not change the exit code.',
  },
  examples: [
    ['report fix --dry-run 2024.yaml', { zh: '先看会改什么', en: 'show the changes first' }],
    ['report fix 2024.yaml', { zh: '改文件，逐处列出', en: 'change the file, list each change' }],
    ['report fix --dry-run reports/ | git apply', { zh: '当作补丁', en: 'apply them as a patch' }],
    ['report fix - < 2024.yaml > new.yaml', { zh: '从标准输入到标准输出', en: 'standard input to standard output' }],
  ],
  options: {
    dryRun: DRY_RUN,
    stdinFilename: STDIN_FILENAME,
  },
  run: async (args, flags, context) => (await import('../work/fix.ts')).fix(args, flags, context),
});
