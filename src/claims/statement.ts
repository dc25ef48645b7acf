import type { Text } from '../diagnostics/text.ts';
import type { Candidate } from './evaluate.ts';
import type { Figure } from './figures.ts';

/** The result of comparing a statement with the report. */
export type Agreement = 'agrees' | 'contradicts' | 'open';

/** A statement of a text, with a figure or without one (未收到申请). */
export interface Statement {
  /** Its position in the text. */
  readonly start: number;
  readonly end: number;
  readonly figure?: Figure;
  /**
   * Its meaning, such as `outcome:not_disclosed`, `share`, `sum`, `change`; `unread` for a figure that may be about the
   * tables but was not understood.
   */
  readonly quantity: string;
  /** The number that the report should have according to the statement. */
  readonly value: number;
  readonly verdict: Agreement;
  /** The cells it was compared with. */
  readonly candidates: readonly Candidate[];
  /** For statements that are not about cells: the calculation, such as 106/805 = 13.2%. */
  readonly computed?: Text;
  /** Whether the statement agrees with a candidate of this value; undefined if it does not depend on the candidates. */
  readonly fits?: (value: number) => boolean;
  /**
   * It can be read in only one way: it has the form's own name of one cell next to the number, or it is a list of all
   * outcomes.
   */
  readonly certain?: true;
  /** The comparison uses cells of last year's report. */
  readonly withPrevious?: true;
}
