import type { Scalar } from 'yaml';
import type { Path } from '../../diagnostics/diagnostic.ts';
import type { Slip } from '../slips/slip.ts';

/** Something in a value that YAML can read, but that is not printed as it was probably meant. */
export interface Remark extends Slip {
  readonly path: Path;
}

/** A value in a report file, with its place. */
export interface Value {
  readonly text: string;
  readonly scalar: Scalar;
  readonly path: Path;
  readonly key: string;
  /** It is a key itself. */
  readonly isKey?: boolean;
  readonly start: number;
  readonly end: number;
  /** The column of the key in its line; undefined in a list or in braces. */
  readonly column: number | undefined;
}
