import { plural } from '../../diagnostics/text.ts';
import { writeBaselines } from '../../workspace/baseline-file.ts';
import type { CheckedFile } from '../../workspace/check-files.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** `--write-baseline`: writes the baselines and prints their paths. The exit code is 1 if a report cannot be read. */
export async function writeBaseline(
  checked: readonly CheckedFile[],
  { io, warn, progress }: Context,
): Promise<ExitCode> {
  const { written, unread } = await writeBaselines(checked, io.cwd);
  for (const { source } of unread) {
    warn({
      zh: `${source.file} 读不出来，没有记进基线；先改好它`,
      en: `${source.file} cannot be read and is not in the baseline: fix it first`,
    });
  }
  for (const { name, reports, findings } of written) {
    progress({
      zh: `已把 ${reports} 份报告现有的 ${findings} 个问题记进 ${name}；以后只报告新的问题。请把它提交到仓库`,
      en: `Wrote ${plural(findings, 'finding')} of ${plural(reports, 'report')} to ${name}; from now on only new findings count. Commit this file`,
    });
  }
  return unread.length > 0 ? EXIT.findings : EXIT.ok;
}
