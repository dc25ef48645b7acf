import type { FileTruth, PageOptions } from './page.ts';
import type { MadeReport } from './report.ts';

/** One way to publish a report. */
export interface Layout {
  readonly name: string;
  readonly format: 'html' | 'mhtml' | 'json' | 'docx' | 'xlsx' | 'csv' | 'ods' | 'pdf';
  readonly edition: '2019' | '2021';
  /** Prints （六）其他处理 as one row, as in the edition before. */
  readonly hybrid?: true;
  /** What it tries, for people. */
  readonly tries: string;
  /** How it prints the content; the truth follows from it. */
  readonly page: PageOptions;
  /** It leaves out the prose. */
  readonly tablesOnly?: true;
  readonly make: (report: MadeReport, page: PageOptions) => Uint8Array | Promise<Uint8Array>;
}

/** A published file with the truth about it. */
export interface MadeFile {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly truth: FileTruth;
}
