import type { CheckedReport } from '../../batch/checked-report.ts';
import { countFrom } from '../../diagnostics/count-from.ts';
import { countFindings } from '../../diagnostics/result.ts';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { plural, type Text } from '../../diagnostics/text.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import type { Input } from '../../workspace/files.ts';
import { command } from '../command.ts';
import { CHECKING, MANY_REPORTS } from '../options.ts';
import type { Context } from '../output/context.ts';
import { EXIT, type ExitCode, worst } from '../output/exit-codes.ts';

export const validate = command({
  name: 'validate',
  args: '<FILES...>',
  light: true,
  summary: { zh: '只核对，不生成文件', en: 'Check reports without writing any files' },
  details: {
    zh: '核对格式、勾稽关系、与上年报告的衔接、日期和正文的写法。网页、Word、WPS、PDF、表格文件照原样核对：问题说明印出来的哪一格、在文件什么地方；存疑的另外说明，不算报告的错。报告里的豁免、上级文件夹里的 report.config.yaml 和 report.baseline.json 都会用上。退出码：0 没有错误，1 有错误，2 命令不能完成。',
    en: "Checks the form, the arithmetic, agreement with last year's report, dates, and how the prose is written. Web pages, Word, WPS, PDF and spreadsheet files are checked as they are: a finding names the printed cell and its place in the file, and a doubtful reading is told as such, not as a fault of the report. Uses the waivers in the report, and report.config.yaml and report.baseline.json in the folders above it. Exit code: 0 no errors, 1 errors, 2 the command cannot run.",
  },
  examples: [
    ['report validate 2024.yaml', { zh: '一份报告', en: 'one report' }],
    ['report validate "reports/**/*.yaml"', { zh: '通配符', en: 'a pattern' }],
    ['report validate 2024.yaml --against 2023.yaml', { zh: '和上年核对', en: 'with last year' }],
    ['report validate 2024.yaml --reporter json', { zh: '给程序读', en: 'for programs' }],
    ['report validate . --reporter text --reporter sarif=out.sarif', { zh: '也写进文件', en: 'print and write' }],
    ['report validate --staged .', { zh: '将要提交的', en: 'before a commit' }],
    ['report validate old/ --reporter xlsx=findings.xlsx', { zh: '已公布的文件', en: 'published files' }],
    ['git show :2024.yaml | report validate -', { zh: '标准输入', en: 'standard input' }],
  ],
  options: {
    staged: {
      flags: '--staged',
      words: {
        zh: '核对将要提交的内容（git 暂存区）：改了的报告；一份也没改，就全部核对。给提交前的钩子用',
        en: 'check what will be committed (staged in git): the changed reports, or all if none is changed; for hooks',
      },
    },
    maxWarnings: {
      flags: '--max-warnings <n>',
      words: { zh: '警告多于这个数就算不通过', en: 'fail if there are more warnings than this' },
      parse: countFrom(0, 999_999_999, '--max-warnings 0'),
    },
    listWaivers: {
      flags: '--list-waivers',
      words: { zh: '列出报告里的豁免，不列问题', en: 'list the waivers of the reports instead of the findings' },
    },
    writeBaseline: {
      flags: '--write-baseline',
      words: {
        zh: '把现有的问题记进 report.baseline.json，以后只报告新的',
        en: 'write the current findings to report.baseline.json; from then on only new findings count',
      },
    },
    baseline: {
      flags: '--no-baseline',
      words: { zh: '不看基线文件，全部报告', en: 'ignore the baseline; report all findings' },
    },
    ...CHECKING,
    ...MANY_REPORTS,
  },
  async run(named, flags, context) {
    if (flags.shard && flags.writeBaseline) throw BASELINE_OF_SHARD;
    if (flags.queue !== undefined && flags.writeBaseline) throw doneHere('--write-baseline');
    if (flags.queue !== undefined && flags.listWaivers) throw doneHere('--list-waivers');
    const args = flags.staged ? await staged(named, context) : named;
    const { checkAndTell, checkRun } = await import('../output/checked-files.ts');
    if (flags.writeBaseline || flags.listWaivers) {
      const { checked, code } = await checkAndTell(args, flags, context);
      if (checked.length === 0) return code;
      return worst([code, flags.writeBaseline ? await writeBaseline(checked, context) : await list(checked, context)]);
    }
    const { openChecking } = await import('../work/open-checking.ts');
    let warnings = 0;
    let fixable: readonly CheckedReport[] = [];
    const code = await checkRun(args, flags, context, async ({ find, check }) => {
      const found = await find({ published: true });
      const workshop = await openChecking(found.files.length, flags, flags.baseline ?? true, context);
      try {
        const checked = await check(found, workshop);
        const results = checked.map(({ result }) => result);
        warnings = countFindings(results).warnings;
        fixable = checked.filter(({ isFixable }) => isFixable);
        return results;
      } finally {
        await workshop.close();
      }
    });
    if (fixable.length > 0 && !named.includes('-')) context.progress(fixThem(fixable));
    const { maxWarnings = warnings } = flags;
    if (warnings <= maxWarnings) return code;
    context.warn(tooManyWarnings(warnings, maxWarnings));
    return worst([code, EXIT.findings]);
  },
  serve: async (port, data) => (await import('../../batch/serve.ts')).serve(port, data),
});

async function staged(places: readonly string[], { io, warn }: Context): Promise<readonly Input[]> {
  const { stagedReports } = await import('../../workspace/staged.ts');
  const reports = await stagedReports(places, io);
  if (reports.length === 0) warn(nothingStaged(places.join(' ')));
  return reports;
}

async function writeBaseline(checked: readonly CheckedFile[], context: Context): Promise<ExitCode> {
  const { writeBaseline: write } = await import('../output/write-baseline.ts');
  return write(checked, context);
}

async function list(checked: readonly CheckedFile[], context: Context): Promise<ExitCode> {
  const { printWaivers } = await import('../output/list-waivers.ts');
  return printWaivers(checked, context);
}

const BASELINE_OF_SHARD = new UserError(
  { zh: '--write-baseline 不能和 --shard 一起用', en: '--write-baseline cannot be used with --shard' },
  { zh: '基线要包括全部报告，不加 --shard 写', en: 'A baseline has all reports: write it without --shard' },
);

const doneHere = (option: string): UserError =>
  new UserError(
    { zh: `${option} 不用 --queue，在本机做`, en: `${option} is done without --queue` },
    { zh: '去掉 --queue', en: 'Leave out --queue' },
  );

const nothingStaged = (places: string): Text => ({
  zh: `将要提交的内容里没有年报（找的是 ${places}）。年报先要 git add；放在别处的，改找的地方`,
  en: `What will be committed has no report (in: ${places}). Add reports with git add, or name the folder where they are`,
});

/** More names than this would fill the line. */
const MOST_NAMES = 3;

function fixThem(files: readonly CheckedReport[]): Text {
  const names = files.length > MOST_NAMES ? '…' : files.map(({ result }) => shellWord(result.file)).join(' ');
  return {
    zh: `YAML 的写法，能确定的可以让程序改：report fix ${names}`,
    en: `What is certain in the YAML can be corrected for you: report fix ${names}`,
  };
}

const tooManyWarnings = (count: number, limit: number): Text => ({
  zh: `${count} 个警告，超过了 --max-warnings ${limit}`,
  en: `${plural(count, 'warning')}, more than --max-warnings ${limit}`,
});
