import { command } from '../command.ts';
import { FORCE, STDIN_FILENAME } from '../options.ts';

export const migrate = command({
  name: 'migrate',
  args: '<FILE>',
  light: true,
  summary: { zh: '把 2019 年格式的报告改成 2021 年格式', en: 'Rewrite a report of the 2019 form for the 2021 form' },
  details: {
    zh: '两种格式的表三（除了“其他处理”）、表四和正文相同，表二大不一样。逐格列出旧格式的每个数到了哪里：照旧、改了名、要分成几行，或者新格式没有；再列出新格式要补填的格。-o 写成一份新的报告文件：能带的带过去，旧的几行留作注释，要补填的写 null，绝不猜；正文里绑定的数如果新格式没有，换成数本身。注释和顺序不动，原来的文件不改，已有的文件不加 --force 不覆盖。也可以给一份已公布的文件。退出码：0 完成，2 命令不能完成。',
    en: 'The forms differ in table 2 and in one row of table 3; everything else is the same. Lists for every number of the old form where it goes: the same, renamed, to be divided into rows, or not in the new form; and the cells that have to be filled in. -o writes a new report file: what can be carried over is, the old rows stay as comments, and what must be filled in is null, never a guess. A binding of the prose to a number that the new form does not have is replaced by the number. Comments and order are kept, the original is not changed, and an existing file is not overwritten without --force. The file can also be a published one. Exit code: 0 done, 2 the command cannot run.',
  },
  examples: [
    ['report migrate 2021.yaml', { zh: '先看哪些数能带过去', en: 'see what can be carried over' }],
    ['report migrate 2021.yaml -o new/2021.yaml', { zh: '写成新格式的报告文件', en: 'write the new report file' }],
    ['report migrate 2021.docx -o 2021.yaml', { zh: '从已公布的文件', en: 'from a published file' }],
  ],
  options: {
    out: {
      flags: '-o, --out <file>',
      words: { zh: '写到这个 .yaml 文件；- 是标准输出', en: 'write this .yaml file; - is standard output' },
    },
    force: FORCE,
    stdinFilename: STDIN_FILENAME,
  },
  async run(args, flags, context) {
    const { migrateReport } = await import('../work/migrate.ts');
    return migrateReport(args, flags, context);
  },
});
