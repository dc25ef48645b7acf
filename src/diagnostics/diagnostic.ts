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

/** One operand of a finding: another cell that takes part in it. */
export interface Related {
  readonly path: Path;
  readonly message: Text;
  /** The cell stands in last year's report. */
  readonly in?: 'previous';
  /** It rarely is the fault: an operand of zero. Shown on request only. */
  readonly minor?: true;
}

/**
 * What a check returns: plain data that names a cell by its path.
 * Where the path lies in the file is found later, in one place (`src/source/locate.ts`), unless `range` says it already.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  /** What to do about it. */
  readonly hint?: Text;
  /** The law or the part of the form that demands it. */
  readonly reference?: Text;
  readonly path: Path;
  /** The words of the text at `path` that it is about; the whole value where they can not be found. */
  readonly words?: string;
  /** The place is the key at `path`, not its value. */
  readonly at?: 'key' | 'value';
  readonly range?: Range;
  readonly related?: readonly Related[];
  /** The finding that this one follows from. */
  readonly cause?: Finding;
}

/** A related place with its position. */
export interface LocatedRelated extends Related {
  readonly file: string;
  readonly range: Range;
}

/** A finding with its place in a file: what every reporter prints. */
export interface Diagnostic {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly hint?: Text;
  readonly reference?: Text;
  readonly path: Path;
  readonly range: Range;
  readonly related: readonly LocatedRelated[];
  /** The same finding in the same numbers has the same, wherever it stands in the file and in whatever language it is printed. */
  readonly fingerprint: string;
  /** The waiver, ready to paste: YAML, an item of the list `waivers`. Not there where nothing can be waived. */
  readonly waiver?: string;
  /** Position of the cause in the ordered list this diagnostic stands in. */
  readonly cause?: number;
}
