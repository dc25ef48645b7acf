import { knownOf, splitByBaseline } from '../config/baseline.ts';
import type { FileResult } from '../diagnostics/result.ts';
import type { CheckedFile } from './check-files.ts';
import { nameBelow } from './settings-around.ts';

/** A report's findings without those that the baseline knows of, which are among what is waived. */
export function withoutKnown(file: CheckedFile, cwd: string): FileResult {
  const { source, report, diagnostics, waived, settingsAround } = file;
  const { baseline, baselineFolder } = settingsAround;
  // What makes a file unreadable hides everything else in it: it is never known.
  const known =
    report && baseline && baselineFolder !== undefined
      ? knownOf(baseline, nameBelow(baselineFolder, source.file, cwd))
      : [];
  const { fresh, old } = splitByBaseline(diagnostics, known);
  const inBaseline = old.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' }));
  return { ...resultOf(file), diagnostics: fresh, waived: [...waived, ...inBaseline] };
}

/** A checked report as reporters take it. */
export const resultOf = (
  { source, diagnostics, waived }: Pick<CheckedFile, 'source' | 'diagnostics' | 'waived'>,
  outputs: readonly string[] = [],
): FileResult => ({ file: source.file, text: source.text, diagnostics, waived, outputs });
