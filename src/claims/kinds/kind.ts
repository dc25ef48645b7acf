import type { Token } from '../lex/token.ts';
import type { Item, Mention } from '../mention.ts';
import type { Reason, Statement } from '../statement.ts';

/** What a kind of statement is looked for in: one sentence. */
export interface SentenceRead {
  readonly items: readonly Item[];
  /** The figures among them. */
  readonly mentions: readonly Mention[];
  /** The figures of the sentence before, in the same paragraph. */
  readonly earlier: readonly Mention[];
}

/** A kind of statement: how it is found, and sentences that show what it reads. `test/claims/kinds.test.ts` runs them. */
export interface Kind {
  readonly kind: Statement['kind'];
  /** Roles of words, one of which each sentence with this kind of statement has; elsewhere it is not looked for. */
  readonly needs: readonly Token['role'][];
  readonly read: (sentence: SentenceRead) => Statement[];
  readonly examples: readonly Example[];
}

/**
 * A sentence about the report of the test, with the words that are read as this kind of statement, or the reason why none is
 * compared.
 */
export type Example =
  | { readonly text: string; readonly reads: string }
  | { readonly text: string; readonly silent: Reason | undefined };
