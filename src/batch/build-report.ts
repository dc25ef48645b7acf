import { type Built, writeFiles } from '../publish/outputs.ts';
import type { Publisher } from '../publish/publisher.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import { resultOf } from '../workspace/known-findings.ts';
import type { Machine } from '../workspace/machine.ts';
import { withFewLines } from './checked-report.ts';
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
  const outputs = await write(built, out, machine, print);
  return {
    result: withFewLines(resultOf({ ...file, diagnostics: built.diagnostics }, outputs)),
    formats: built.files.map(({ format }) => format),
    source: file.settingsAround.config?.source,
  };
}

const noPrint = () => {
  throw new Error('no standard output');
};

async function write(
  built: Built,
  out: string,
  machine: Machine,
  print: (content: Uint8Array) => void,
): Promise<string[]> {
  if (out !== '-') return writeFiles(built, out, machine);
  for (const { content } of built.files) print(content);
  return [];
}
