import { join } from 'node:path';
import { BASELINE_FILE, type Baseline, baselineOf } from '../config/baseline.ts';
import type { CheckedFile } from './commands/check-files.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { displayName } from './files.ts';
import { nameBelow, type Surroundings } from './surroundings.ts';
import { writeWhole } from './write-file.ts';

/**
 * `--write-baseline`: writes down the findings there are, each report's where the next run looks for them; what a baseline
 * knows of other files stays. Fails where a report can't be read: its faults hide all others and are never taken for known.
 */
export async function writeBaseline(checked: readonly CheckedFile[], context: Context): Promise<ExitCode> {
  const { io, warn } = context;
  const unread = checked.filter(({ report }) => report === undefined);
  for (const { source } of unread) {
    warn({
      zh: `${source.file} 读不出来，没有记进基线；先改好它`,
      en: `${source.file} can not be read and is not in the baseline: mend it first`,
    });
  }
  const byFolder = new Map<string, CheckedFile[]>();
  for (const file of checked) {
    const folder = folderFor(file.surroundings, io.cwd);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  for (const [folder, files] of byFolder) await writeInto(folder, files, context);
  return unread.length > 0 ? EXIT.findings : EXIT.ok;
}

/** The baseline there is, else beside the settings, else the working folder; but never where the report does not look. */
function folderFor({ baselineFolder, configFolder, folders, root }: Surroundings, cwd: string): string {
  return baselineFolder ?? configFolder ?? (folders.includes(cwd) ? cwd : root);
}

async function writeInto(folder: string, files: readonly CheckedFile[], { io, progress }: Context): Promise<void> {
  const own = files.map(({ source, report, diagnostics }) => ({
    file: nameBelow(folder, source.file, io.cwd),
    diagnostics: report ? diagnostics : [],
  }));
  const names = new Set(own.map(({ file }) => file));
  const before = files[0]?.surroundings.baseline?.findings ?? {};
  const others = Object.entries(before).filter(([file]) => !names.has(file));
  const { version, findings } = baselineOf(own);
  const all = [...others, ...Object.entries(findings)].sort(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = { version, findings: Object.fromEntries(all) };
  const path = join(folder, BASELINE_FILE);
  await writeWhole(path, `${JSON.stringify(baseline, null, 2)}\n`);
  const count = Object.values(findings).flat().length;
  const name = displayName(path, io.cwd);
  progress({
    zh: `已把 ${files.length} 份报告现有的 ${count} 个问题记进 ${name}；以后只报告新的问题。请把它提交到仓库`,
    en: `Wrote the ${count} findings of ${files.length} reports to ${name}; from now on only new ones count. Commit it`,
  });
}
