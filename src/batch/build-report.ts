import { type Built, type WrittenFiles, writeBuilt } from '../publish/outputs.ts';
import type { CachingPublisher, Publisher } from '../publish/publisher.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import { resultOf } from '../workspace/known-findings.ts';
import type { Machine } from '../workspace/machine.ts';
import { type KeptReport, withFewLines } from './checked-report.ts';
import type { BuiltReport } from './workshop.ts';

/** Builds a report and writes its files to the folder `out`; for `-`, `print` gets their contents. Throws a UserError. */
export async function buildReport(
  file: CheckedFile,
  publisher: Publisher,
  out: string,
  machine: Machine,
  print: (content: Uint8Array) => void = noPrint,
): Promise<BuiltReport> {
  const built = await publisher.build(file);
  const { outputs, isUnchanged } = await write(built, out, machine, print);
  return {
    result: withFewLines(resultOf({ ...file, diagnostics: built.diagnostics }, outputs)),
    formats: built.files.map(({ format }) => format),
    isUnchanged,
    source: file.settingsAround.config?.source,
  };
}

/** The report as the cache has it; undefined if it must be built. */
export async function keptReport(file: CheckedFile, publisher: CachingPublisher): Promise<KeptReport | undefined> {
  const build = await publisher.cachedBuild(file);
  const { config } = file.settingsAround;
  return build && { ...build, result: withFewLines(resultOf(file)), source: config?.source };
}

/** Writes a report that the cache has; undefined if it must be built after all. Throws a UserError. */
export async function writeKept(
  kept: KeptReport,
  publisher: CachingPublisher,
  out: string,
  machine: Machine,
): Promise<BuiltReport | undefined> {
  const { base, formats, result, source } = kept;
  const files = publisher.take(kept);
  if (!files) return undefined;
  const { outputs, isUnchanged } = await writeBuilt({ base, files, diagnostics: [] }, out, machine);
  return { result: { ...result, outputs }, formats, isUnchanged, source };
}

const noPrint = () => {
  throw new Error('no standard output');
};

async function write(
  built: Built,
  out: string,
  machine: Machine,
  print: (content: Uint8Array) => void,
): Promise<WrittenFiles> {
  if (out !== '-') return writeBuilt(built, out, machine);
  for (const { content } of built.files) print(content);
  return { outputs: [], isUnchanged: false };
}
