import type { Text } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Keys and list positions from the root of a report file: `['overview', 'parts', 0, 'text']`. */
export type Path = readonly (string | number)[];

/** A place in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A related cell of a finding, such as another operand of a sum. */
export interface Related {
  readonly path: Path;
  readonly message: Text;
  /** The cell is in last year's report. */
  readonly in?: 'previous';
  /** An operand that is zero and so rarely the cause, or one of many cells alike. Shown only on request. */
  readonly minor?: true;
}

/**
 * A finding as a check returns it: plain data that name a cell by its path.
 * `src/source/locate.ts` finds the place in the file later, unless `range` is already set.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** It stays an info, whatever severity the settings give its rule. */
  readonly minor?: true;
  readonly message: Text;
  /** The suggested next step. */
  readonly hint?: Text;
  /** The law or the part of the form that requires it. */
  readonly reference?: Text;
  readonly path: Path;
  /** The words in the text at `path` that the finding is about. If they cannot be found, it is about the whole value. */
  readonly words?: string;
  /** The finding points at the key at `path`, not at its value. */
  readonly at?: 'key' | 'value';
  readonly range?: Range;
  readonly related?: readonly Related[];
  /** The finding that caused this one. */
  readonly cause?: Finding;
}

/** What a published file shows where a finding is: its place and the words there. */
export interface PrintedPlace {
  readonly place?: Text;
  readonly text?: string;
}

/** A related cell with its position in the file. */
export interface LocatedRelated extends Related {
  readonly file: string;
  readonly range: Range;
  /** Set if the file is a published one; `range` is then its beginning. */
  readonly printed?: PrintedPlace;
}

/** A finding with its position in a file, as reporters get it. */
export interface Diagnostic {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly hint?: Text;
  readonly reference?: Text;
  readonly path: Path;
  /** The printed name of the cell or part of the report at `path`. */
  readonly name?: string;
  readonly range: Range;
  /** Set if the file is a published one; `range` is then its beginning. */
  readonly printed?: PrintedPlace;
  readonly related: readonly LocatedRelated[];
  /** Identifies the finding: the same rule, path, words and numbers give the same fingerprint, whatever the line and language. */
  readonly fingerprint: string;
  /** A waiver to paste: YAML, an item of the list `waivers`. Undefined if the finding cannot be waived. */
  readonly waiver?: string;
  /** Index of the cause in the list of findings that contains this one. */
  readonly cause?: number;
}
