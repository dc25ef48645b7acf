import type { Checked } from '../check/check.ts';
import { splitByBaseline } from '../config/baseline.ts';
import type { FileResult } from '../diagnostics/result.ts';
import type { CheckedFile } from './check-files.ts';

/** A checked report as reporters take it, every finding counted, and the files that were written for it. */
export function resultOf(checked: Checked, outputs: readonly string[] = []): FileResult {
  const { source, diagnostics, waived } = checked;
  return { file: source.file, text: source.text, diagnostics, waived, outputs };
}

/** The same, where the findings that the baseline knows no longer count: they are among what is waived. */
export function withoutKnown(file: CheckedFile): FileResult {
  // What makes a file unreadable hides everything else in it: it is never known.
  const { fresh, old } = splitByBaseline(file.diagnostics, file.report ? file.known : []);
  const inBaseline = old.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' }));
  return { ...resultOf(file), diagnostics: fresh, waived: [...file.waived, ...inBaseline] };
}
