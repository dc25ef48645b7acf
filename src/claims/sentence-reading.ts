import type { Years } from '../report/report.ts';
import type { Clause } from './clauses.ts';
import type { Figure } from './figures.ts';
import type { Token } from './tokens.ts';
import type { Topic } from './topic.ts';
import type { Quantity } from './vocabulary/quantities.ts';

/** A figure, what stands around it, and what it was understood as. */
export interface Read {
  readonly figure: Figure;
  readonly clause: Clause;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly quantity: Quantity | undefined;
}

/** What a sentence has given so far. */
export interface SentenceReading {
  readonly text: string;
  readonly years: Years;
  readonly reads: Read[];
  topic: Topic;
}
