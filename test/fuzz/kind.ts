import type { Publisher, Verifier } from '../../src/index.ts';
import type { Random } from './random.ts';

/** A kind of input: makes mutated input and runs the tool on it. */
export interface Kind {
  readonly extension: string;
  make(random: Random): Uint8Array;
  /** Runs the tool and returns the outcome in one or two words. Throws for a crash or a wrong result. */
  run(input: Uint8Array): Promise<string>;
}

/** What the kinds share: a folder of their own, and published files to start from. */
export interface World {
  /** The working folder, with last year's report; nothing above it is read. */
  readonly folder: string;
  /** Builds pages. */
  readonly publisher: () => Promise<Publisher>;
  readonly verifier: () => Promise<Verifier>;
  /** A finished file of the example report. */
  readonly published: (format: 'html' | 'pdf') => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}
