import type { Text } from '../../diagnostics/text.ts';
import { command } from '../command.ts';
import { AGAINST, STDIN_FILENAME } from '../options.ts';
import { EXIT, worst } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';

export const claims = command({
  name: 'claims',
  args: '<FILES...>',
  summary: {
    zh: '列出正文里的每个数，和什么比过',
    en: 'List every figure in the prose and the cells it was compared with',
  },
  details: {
    zh: '给校对的人用：正文里的每一处数，连同它的句子、读作什么、和哪些单元格比过；✓ 一致，✗ 不一致，· 不比较（约数、别的业务、表里没有的数）。validate 只报告不一致的。退出码：0 没有不一致，1 有，2 命令不能完成。',
    en: "The proofreader's list: every figure with its sentence, its meaning, and the cells it was compared with. ✓ agrees, ✗ contradicts, · not compared (rounded numbers, other business, numbers that are in no table). validate reports only the contradictions. Exit code: 0 no contradictions, 1 contradictions, 2 the command cannot run.",
  },
  examples: [
    ['report claims 2024.yaml', { zh: '在终端里看', en: 'in the terminal' }],
    ['report claims 2024.yaml --format html > a.html', { zh: '在浏览器里校对', en: 'read it in a browser' }],
    ['report claims 2024.yaml --against 2023.yaml', { zh: '同比也比', en: 'compare with last year too' }],
  ],
  options: {
    format: {
      flags: '--format <name>',
      words: { zh: '清单的格式', en: 'format of the list' },
      choices: ['text', 'json', 'html'],
      value: 'text',
    },
    stdinFilename: STDIN_FILENAME,
    against: AGAINST,
  },
  async run(args, flags, context) {
    const [{ checkAndTell }, { LIST_FORMATS }, { figuresOf }] = await Promise.all([
      import('../output/checked-files.ts'),
      import('../output/claims-list.ts'),
      import('../../check/read-figures.ts'),
    ]);
    const { io, language } = context;
    const { checked, code } = await checkAndTell(args, flags, context);
    const lists = checked.map(({ report, previous, settings, source: { file } }) => {
      const figures = report ? figuresOf({ report, previous: previous?.report, settings }) : [];
      if (!report) context.warn(unread(file));
      return { file, report, figures };
    });
    const document = LIST_FORMATS[flags.format](lists, {
      language,
      color: context.colorOf(io.stdout),
      columns: io.stdout.columns,
    });
    if (flags.format === 'text') io.stdout.write(document);
    else writeData(io.stdout, document);
    const contradicts = lists.some(({ figures }) => figures.some(({ verdict }) => verdict === 'contradicts'));
    return worst([code, contradicts || lists.some(({ report }) => !report) ? EXIT.findings : EXIT.ok]);
  },
});

const unread = (file: string): Text => ({
  zh: `${file} 读不出报告：report validate ${file} 说明哪里不对`,
  en: `${file} cannot be read as a report: report validate ${file} shows what is wrong`,
});
