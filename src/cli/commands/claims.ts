import { command } from '../command.ts';
import { AGAINST, STDIN_FILENAME } from '../options.ts';
import { EXIT, worst } from '../output/exit-codes.ts';
import { writeData } from '../output/io.ts';

/** The lists of more reports are too long for the terminal. */
const MOST_LISTS = 5;

export const claims = command({
  name: 'claims',
  args: '<FILES...>',
  summary: {
    zh: '列出正文里的每个数，和什么比过',
    en: 'List every figure in the prose and the cells it was compared with',
  },
  details: {
    zh: `给校对的人用：正文里的每一处数和结论，连同它的句子、和哪些单元格比过；✓ 一致，✗ 不一致，· 没有核对，并说明为什么。validate 只报告不一致的，--prose strict 连没有核对的也报告。几份报告的，最后是一张表：每份报告有多少一致、不一致、没有核对，核实了百分之几；超过 ${MOST_LISTS} 份的只列这张表。退出码：0 没有不一致，1 有，2 命令不能完成。`,
    en: `The proofreader's list: every figure and every conclusion with its sentence and the cells it was compared with. ✓ agrees, ✗ contradicts, · not compared, with the reason. validate reports only the contradictions, with --prose strict also what was not compared. With several reports, a table at the end shows how many figures of each agree, contradict and were not compared, and how much is proven; of more than ${MOST_LISTS} reports only this table is printed. Exit code: 0 no contradictions, 1 contradictions, 2 the command cannot run.`,
  },
  examples: [
    ['report claims 2024.yaml', { zh: '在终端里看', en: 'in the terminal' }],
    ['report claims 2024.yaml --format html > a.html', { zh: '在浏览器里校对', en: 'read it in a browser' }],
    ['report claims 2024.yaml --against 2023.yaml', { zh: '同比也比', en: 'compare with last year too' }],
    ['report claims reports/', { zh: '一个文件夹的表', en: 'a table of a folder' }],
  ],
  options: {
    format: {
      flags: '--format <name>',
      words: { zh: '清单的格式', en: 'format of the list' },
      choices: ['text', 'json', 'html'],
      value: 'text',
    },
    view: {
      flags: '--view <view>',
      words: {
        zh: `逐处列出，还是一份报告一行；不写时，文本超过 ${MOST_LISTS} 份报告用 table，其余用 list`,
        en: `every figure, or one line for each report; by default table for text of more than ${MOST_LISTS} reports, otherwise list`,
      },
      choices: ['list', 'table'],
    },
    stdinFilename: STDIN_FILENAME,
    against: AGAINST,
  },
  async run(args, flags, context) {
    const [{ checkAndTell }, { LIST_FORMATS }, { figuresOf }, { unreadReport }] = await Promise.all([
      import('../output/checked-files.ts'),
      import('../output/claims-list.ts'),
      import('../../check/read-figures.ts'),
      import('../output/unread-report.ts'),
    ]);
    const { io, language } = context;
    const { checked, code } = await checkAndTell(args, flags, context);
    const lists = checked.map((one) => {
      const {
        report,
        previous,
        settings,
        source: { file },
      } = one;
      const figures = report ? figuresOf({ report, previous: previous?.report, settings }) : [];
      if (!report) {
        const { text, hint } = unreadReport(file, one);
        context.warn({ zh: `${text.zh}。${hint.zh}`, en: `${text.en}. ${hint.en}` });
      }
      return { file, report, figures };
    });
    const document = LIST_FORMATS[flags.format](lists, {
      language,
      color: context.colorOf(io.stdout),
      columns: io.stdout.columns,
      isTable: flags.view ? flags.view === 'table' : flags.format === 'text' && lists.length > MOST_LISTS,
    });
    if (flags.format === 'text') io.stdout.write(document);
    else writeData(io.stdout, document);
    const contradicts = lists.some(({ figures }) => figures.some(({ verdict }) => verdict === 'contradicts'));
    return worst([code, contradicts || lists.some(({ report }) => !report) ? EXIT.findings : EXIT.ok]);
  },
});
