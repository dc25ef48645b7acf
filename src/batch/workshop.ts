import type { FileResult } from '../diagnostics/result.ts';
import type { PublishOptions } from '../publish/publisher.ts';
import type { CheckerOptions } from '../workspace/check-files.ts';
import type { InputFile } from '../workspace/files.ts';
import type { CheckedReport } from './checked-report.ts';

/** Where the reports of a run are checked and built: in this process, or in threads. */
export interface Workshop {
  /** The number of reports that it wants to be given at a time, of which it works on some. */
  readonly atOnce: number;
  /** Reads and checks a report; undefined for a file that was found in a folder and is not one. Throws a UserError. */
  check(input: InputFile): Promise<CheckedReport | undefined>;
  /** Builds a report that was checked before, and writes its files. Throws a UserError. */
  build(input: CheckedReport['input']): Promise<BuiltReport>;
  close(): Promise<void>;
}

/** What is kept of a report that was built, as plain data. */
export interface BuiltReport {
  readonly result: FileResult;
  /** The formats that were written. */
  readonly formats: readonly string[];
  /** True if its files were there with the same content. */
  readonly isUnchanged: boolean;
  /** `build.source` of the settings around the report. */
  readonly source: boolean | undefined;
}

/** The work on all reports of a run, as plain data that threads can be given. */
export interface Orders {
  readonly checking: CheckerOptions;
  /** Findings in the baseline do not count. */
  readonly withBaseline: boolean;
  /** Undefined if the reports are only checked. */
  readonly publishing?: Publishing;
  /** Which browser prints, if that is known: see `PrintingMachine`. */
  readonly browserIdentity?: string | undefined;
}

export interface Publishing extends Omit<PublishOptions, 'onProgress'> {
  readonly formats: readonly string[];
  /** The output folder; `-` is standard output. */
  readonly out: string;
}
