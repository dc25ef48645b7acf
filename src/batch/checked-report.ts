import type { FileResult } from '../diagnostics/result.ts';
import type { Text } from '../diagnostics/text.ts';
import type { CachedBuild } from '../publish/cached-builds.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import type { InputFile } from '../workspace/files.ts';
import { filesRead } from '../workspace/files-read.ts';
import { resultOf, withoutKnown } from '../workspace/known-findings.ts';
import { isPublished } from '../workspace/published-source.ts';

/** What is kept of a checked report, as plain data that a thread can send. Its text and data are dropped. */
export interface CheckedReport {
  readonly input: Omit<InputFile, 'content'> & { readonly kept?: KeptReport };
  /** With only those lines of the text that the findings show. */
  readonly result: FileResult;
  readonly isPublished: boolean;
  /** Some of what YAML cannot read can be corrected with `report fix`. */
  readonly isFixable: boolean;
  readonly lacksPrevious: boolean;
  /** Settings and baselines that were not used, each with what to do. */
  readonly ignored: readonly Text[];
  /** Absolute paths. */
  readonly filesRead: readonly string[];
}

/** A report whose finished files are in the cache, so that it need not be checked again to be built. */
export interface KeptReport extends CachedBuild {
  readonly result: FileResult;
  /** `build.source` of the settings around the report. */
  readonly source: boolean | undefined;
}

/** `withBaseline`: findings in the baseline do not count. */
export function checkedReport(
  file: CheckedFile,
  cwd: string,
  withBaseline: boolean,
  kept?: KeptReport | undefined,
): CheckedReport {
  const { content: _, ...input } = file.input;
  return {
    input: { ...input, ...(kept && { kept }) },
    result: withFewLines(withBaseline ? withoutKnown(file) : resultOf(file)),
    isPublished: isPublished(input),
    isFixable: file.source.slips.some(({ edits }) => edits.length > 0),
    lacksPrevious: file.lacksPrevious,
    ignored: file.settingsAround.ignored,
    filesRead: filesRead(file, cwd),
  };
}

/** Empties the lines of the text that no code frame shows: thousands of results are kept until they are printed. */
export function withFewLines(result: FileResult): FileResult {
  const shown = new Set(result.diagnostics.flatMap(({ range: { line } }) => [line - 1, line]));
  if (shown.size === 0) return { ...result, text: '' };
  const last = Math.max(...shown);
  const lines = result.text.split('\n', last);
  return { ...result, text: lines.map((line, index) => (shown.has(index + 1) ? line : '')).join('\n') };
}
