import type { ValueKind } from '../form/types.ts';

/**
 * The origin of a cell's value.
 * - `stated`: written in the file
 * - `zero`: a column left out of a written row, or a cell of a row, group or table written as 0
 * - `computed`: a total that was left out, computed from its parts
 * - `unknown`: null, blank, text, or left out together with its row; or a total left out with a part that is unknown
 */
export type CellState = 'stated' | 'zero' | 'computed' | 'unknown';

/**
 * The reason why a cell is unknown.
 * - `blank`: null or an empty value
 * - `missing`: its row is not in the file
 * - `text`: it is not a number of its kind
 * - `total`: it is a total left out, and a part is unknown
 * - `doubtful`: its row has a key that is not a column, and it is not known which column was meant
 */
export type UnknownReason = 'blank' | 'missing' | 'text' | 'total' | 'doubtful';

/** The word printed for an unknown number, date or name in a draft; never a blank or a zero. */
export const TO_BE_FILLED_IN = '待填';

/** One number of a report. */
export interface Cell {
  /** Dotted path from the root of the file: `applications.received.total`. */
  readonly path: string;
  /** Its name on the printed page: `（三）6.属于四类过程性信息 · 总计`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** It is the sum of other cells and can be left out. */
  readonly total: boolean;
  readonly state: CellState;
  /** The number of a count or a change. Undefined for money, which is never converted to a binary float. */
  readonly value?: number;
  /** The number as written and printed; empty if unknown. */
  readonly text: string;
  /** Printed in brackets after the number. */
  readonly note?: string;
  readonly reason?: UnknownReason;
}

/** The name of a cell without the explanation that the form prints in brackets after 部分公开. */
export const shortName = ({ name }: Pick<Cell, 'name'>): string => name.replace(/（区分处理[^）]*）/u, '');
