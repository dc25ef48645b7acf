import type { ValueKind } from '../form/types.ts';

/**
 * Where a cell's value comes from.
 * - `stated`: written in the file
 * - `zero`: a column left out of a row that is written, or part of a row, group or table written as 0
 * - `computed`: a total that was left out, from its parts
 * - `unknown`: null, blank, text or left out with its row; or a total left out whose parts are not all known
 */
export type CellState = 'stated' | 'zero' | 'computed' | 'unknown';

/**
 * Why a cell is unknown.
 * - `blank`: null or an empty value
 * - `missing`: its row is not in the file
 * - `text`: something that is no number of its kind
 * - `total`: a total left out, with a part that is unknown
 * - `doubtful`: its row has a key that no column has; what was meant by it is not known
 */
export type UnknownReason = 'blank' | 'missing' | 'text' | 'total' | 'doubtful';

/** What stands for an unknown number, date or name in a draft: a word, never a blank or a zero. */
export const TO_BE_FILLED_IN = '待填';

/** One number of a report. */
export interface Cell {
  /** Dotted, from the root of the file: `applications.received.total`. */
  readonly path: string;
  /** As a person finds it on the printed page: `（三）6.属于四类过程性信息 · 总计`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** The sum of other cells; it may be left out. */
  readonly total: boolean;
  readonly state: CellState;
  /** The number of a count or a change; money has none, it is never put through a binary float. */
  readonly value?: number;
  /** As written, and as it is printed; empty when unknown. */
  readonly text: string;
  /** Printed in brackets after the number. */
  readonly note?: string;
  readonly reason?: UnknownReason;
}
