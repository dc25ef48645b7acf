import type { Checked } from '../check/check.ts';
import { splitByBaseline } from '../config/baseline.ts';
import type { FileResult } from '../diagnostics/result.ts';
import { start } from '../diagnostics/shortened.ts';
import type { CheckedFile } from './check-files.ts';

/** The result of a checked report for reporters, with all findings; `outputs` are the files written for it. */
export function resultOf(checked: Checked, outputs: readonly string[] = []): FileResult {
  const { source, report, diagnostics } = checked;
  const waived = checked.waived.map((one) => ({ ...one, reason: start(one.reason) }));
  const subject = report && { agency: report.agencyName, ...(report.year !== undefined && { year: report.year }) };
  return { file: source.file, ...(subject && { subject }), text: source.text, diagnostics, waived, outputs };
}

/** The result of a checked report for reporters; findings in the baseline are moved to `waived`, so they do not count. */
export function withoutKnown(file: CheckedFile): FileResult {
  // Errors that make a file unreadable hide all other findings, so they always count.
  const { fresh, old } = splitByBaseline(file.diagnostics, file.report ? file.known : []);
  const inBaseline = old.map((diagnostic) => ({ diagnostic, by: 'baseline' as const, reason: '' }));
  const own = resultOf(file);
  return { ...own, diagnostics: fresh, waived: [...own.waived, ...inBaseline] };
}
