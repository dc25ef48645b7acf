import type { Path, Severity } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import type { CellState } from '../report/cell.ts';

/** What differs between two reports: plain data for the printers. */
export interface ReportDiff {
  readonly before: DiffSide;
  readonly after: DiffSide;
  /** `years`: the same form of report for two years in a row; otherwise two versions, or two reports. */
  readonly view: 'versions' | 'years';
  /** What has to be known before the differences are read. */
  readonly notes: readonly DiffNote[];
  /** In printed order. */
  readonly cells: readonly ChangedCell[];
  readonly facts: readonly ChangedFact[];
  readonly sentences: readonly ChangedSentence[];
  /** Sentences that differ only in spaces, line breaks and the width or shape of punctuation. */
  readonly typography: number;
  /** Sentences that are in both. */
  readonly kept: number;
  readonly findings: ChangedFindings;
  /** Set in the view `years`. */
  readonly years: YearOverYear | undefined;
  /** Nothing of the content differs. */
  readonly isSame: boolean;
}

/** One of the two reports. */
export interface DiffSide {
  readonly file: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly agency: string;
  /** The id of its edition of the form. */
  readonly form: string;
  readonly isPublished: boolean;
  /** The number of doubtful cells of a published file. */
  readonly doubtful: number;
  /** The keys of the tables that were not found in a published file; their cells are not compared. */
  readonly missing: readonly string[];
}

/**
 * - `agencies`: the reports are of different agencies
 * - `editions`: they use different editions of the form; only cells that both have are compared
 * - `years`: their years are neither the same nor next to each other
 * - `order`: they were given with the later year first
 * - `generated`: texts that a report file leaves to the program are not compared with those of a published file
 * - `doubtful`, `missing`: cells of a published file are doubtful, a table was not found
 */
export interface DiffNote {
  readonly kind: 'agencies' | 'editions' | 'years' | 'order' | 'generated' | 'doubtful' | 'missing';
  readonly text: Text;
}

/** A cell in one of the reports. */
export interface CellSide {
  readonly state: CellState;
  /** The number as printed; empty if unknown. */
  readonly text: string;
  readonly note: string | undefined;
  /** What stands there if it is not a number. */
  readonly written: string | undefined;
  /** Why it is not certain that it was read rightly. */
  readonly doubt: Text | undefined;
}

export interface ChangedCell {
  readonly path: string;
  /** Its name on the printed page. */
  readonly name: string;
  readonly before: CellSide;
  readonly after: CellSide;
  /** After minus before, exact, with its unit if the cell has one of its own; undefined if one is unknown or they are equal. */
  readonly difference: string | undefined;
}

/** A fact of the head of a report, or of a section: agency, contact, dates; undefined where it is not given. */
export interface ChangedFact {
  readonly path: string;
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A sentence with the text that it is in. */
export interface PlacedSentence {
  readonly path: Path;
  /** The printed label of that text. */
  readonly name: string;
  /** As printed, on one line. */
  readonly text: string;
}

export interface ChangedSentence {
  readonly kind: 'removed' | 'added' | 'changed' | 'moved';
  readonly before: PlacedSentence | undefined;
  readonly after: PlacedSentence | undefined;
  /** For `changed`: the whole sentence in pieces. */
  readonly words: readonly WordChange[];
}

export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A finding that only one of the reports has. */
export interface ChangedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: Text;
  /** The number of other new (or cleared) findings that follow from it. */
  readonly consequences: number;
}

export interface ChangedFindings {
  readonly broken: readonly ChangedFinding[];
  readonly cleared: readonly ChangedFinding[];
}

/** How a year follows from the one before. Numbers are as printed; empty if unknown. */
export interface YearOverYear {
  /** 结转下年度继续办理 of the first year, and 上年结转 of the second, in each column. */
  readonly carried: readonly {
    readonly column: string;
    readonly forward: string;
    readonly over: string;
    /** undefined if one is unknown. */
    readonly agrees: boolean | undefined;
  }[];
  /** 现行有效 of the first year, plus issued, minus repealed; empty if a form does not have these columns. */
  readonly documents: readonly {
    readonly path: string;
    readonly name: string;
    readonly before: string;
    readonly issued: string;
    readonly repealed: string;
    readonly due: string;
    readonly inForce: string;
    readonly agrees: boolean | undefined;
  }[];
  /** The main numbers. */
  readonly growth: readonly Growth[];
}

export interface Growth {
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string | undefined;
  /** `-12.5%`, rounded to one decimal; undefined if one is unknown or the first is 0. */
  readonly percent: string | undefined;
  /** One of the cells is doubtful. */
  readonly isDoubtful: boolean;
}
