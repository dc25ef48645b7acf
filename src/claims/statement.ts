import type { Candidate } from './evaluate.ts';
import type { Figure } from './figures.ts';

/** How a statement stands to the report. */
export type Agreement = 'agrees' | 'contradicts' | 'open';

/** What a text says with a figure, or without one (未收到申请). */
export interface Statement {
  /** Where it stands in the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly figure?: Figure;
  /** What is meant, such as `outcome:not_disclosed`, `share`, `sum`, `change`; `unread` for a figure that may be about the tables and was not understood. */
  readonly quantity: string;
  /** What it says: the number that the report should have. */
  readonly value: number;
  readonly verdict: Agreement;
  /** What it was compared with. */
  readonly candidates: readonly Candidate[];
  /** Where it is not about cells: what was computed, as 106/805 = 13.2%. */
  readonly computed?: string;
  /**
   * It can be read in one way only: the form's own name of one cell beside its number, or a list that names every
   * outcome.
   */
  readonly certain?: true;
  /** Last year's cells take part. */
  readonly withPrevious?: true;
}
