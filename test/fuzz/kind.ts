import type { CheckedFile, Publisher, Verifier } from '../../src/index.ts';
import type { Random } from './random.ts';

/** A kind of input: makes mutated input and runs the tool on it. */
export interface Kind {
  readonly extension: string;
  /** How many inputs are run before the next kind has its turn: the slower they are, the fewer. */
  readonly batch: number;
  /** The largest number of steps for an input of this many bytes: several times what ordinary input takes. */
  readonly mostSteps?: (size: number) => number;
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
  /** A sound report. */
  readonly sample: () => Promise<CheckedFile>;
  /** A finished file of the sample. */
  readonly published: (format: 'html' | 'pdf') => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}
