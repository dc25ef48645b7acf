import { join } from 'node:path';
import { BASELINE_FILE, type Baseline, baselineOf } from '../config/baseline.ts';
import type { CheckedFile } from './check-files.ts';
import { displayName } from './files.ts';
import { nameBelow, type SettingsAround } from './settings-around.ts';
import { writeOutput } from './write-file.ts';

/** A baseline that was written. */
export interface WrittenBaseline {
  /** The path to show: relative to the working folder. */
  readonly name: string;
  readonly reports: number;
  readonly findings: number;
}

/**
 * Writes the current findings of each report to the baseline that the next run reads; entries for other files are kept.
 * Reports that cannot be read are not written and are listed in `unread`: their errors hide all other findings.
 * Throws a UserError if a baseline cannot be written.
 */
export async function writeBaselines(
  checked: readonly CheckedFile[],
  cwd: string,
): Promise<{ written: WrittenBaseline[]; unread: CheckedFile[] }> {
  const byFolder = new Map<string, CheckedFile[]>();
  for (const file of checked) {
    const folder = folderFor(file.settingsAround, cwd);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const written: WrittenBaseline[] = [];
  for (const [folder, files] of byFolder) written.push(await writeInto(folder, files, cwd));
  return { written, unread: checked.filter(({ report }) => report === undefined) };
}

/**
 * The folder for a report's baseline: that of the existing baseline, else of the settings, else the working folder if it is
 * above the report.
 */
function folderFor({ baselineFolder, configFolder, folders, root }: SettingsAround, cwd: string): string {
  return baselineFolder ?? configFolder ?? (folders.includes(cwd) ? cwd : root);
}

async function writeInto(folder: string, files: readonly CheckedFile[], cwd: string): Promise<WrittenBaseline> {
  const own = files.map(({ source, report, diagnostics }) => ({
    file: nameBelow(folder, source.file, cwd),
    diagnostics: report ? diagnostics : [],
  }));
  const names = new Set(own.map(({ file }) => file));
  const before = files[0]?.settingsAround.baseline?.findings ?? {};
  const others = Object.entries(before).filter(([file]) => !names.has(file));
  const { version, findings } = baselineOf(own);
  const all = [...others, ...Object.entries(findings)].sort(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = { version, findings: Object.fromEntries(all) };
  const path = join(folder, BASELINE_FILE);
  await writeOutput(path, `${JSON.stringify(baseline, null, 2)}\n`);
  return { name: displayName(path, cwd), reports: files.length, findings: Object.values(findings).flat().length };
}
