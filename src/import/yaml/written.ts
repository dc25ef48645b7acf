import type { ImportedCell, PublishedReading } from '../reading.ts';
import type { FactLines } from './facts.ts';
import type { Taken } from './taken.ts';

/** What a report file says that the published file does not. */
export interface ReportYamlOptions {
  /** Path or URL of the JSON Schema, for editors. */
  readonly schema: string;
  /** Path of last year's report file, relative to the new one. */
  readonly previous?: string | undefined;
}

/** A reading while it is written: each fact and text is taken once, and what is left is told at the end. */
export interface Written {
  readonly reading: PublishedReading;
  readonly options: ReportYamlOptions;
  readonly facts: FactLines;
  readonly texts: Taken;
  cell(path: string): ImportedCell;
}
