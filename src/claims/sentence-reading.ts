import type { Years } from '../report/report.ts';
import type { Clause } from './clauses.ts';
import type { Figure } from './figures.ts';
import type { Token } from './tokens.ts';
import type { Topic } from './topic.ts';
import type { Quantity } from './vocabulary/quantities.ts';

/** A figure with the words around it and its meaning. */
export interface Read {
  readonly figure: Figure;
  readonly clause: Clause;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly quantity: Quantity | undefined;
}

/** The results of a sentence so far. */
export interface SentenceReading {
  readonly text: string;
  readonly years: Years;
  readonly reads: Read[];
  topic: Topic;
}
