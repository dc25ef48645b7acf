import type { Text } from '../../diagnostics/text.ts';
import type { YamlMessage } from '../yaml-rules.ts';

/** A range of the text and what to write there instead. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A slip of a writer who does not know YAML, and the edits that mend it; none if what was meant is not certain. */
export interface Slip {
  readonly message: YamlMessage;
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Mend[];
  /** What the edits did, for the list of changes. */
  readonly done: Text;
  /** Slips of the same group are told once if there are more than `GROUP_FROM`; slips without a group one by one. */
  readonly group?: string;
}

/** A range of a line with one wrong or missing sign. */
export interface Piece extends Mend {
  readonly kind: 'wide' | 'space' | 'comma' | 'unseen' | 'quote' | 'text' | 'extra' | 'unclosed';
  /** The sign that a message names. */
  readonly sign: string;
}
