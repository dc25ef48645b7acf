import type { PrintingMachine } from '../../publish/browser-on-demand.ts';

/** All input and output of a command; tests pass their own. Ctrl-C aborts `signal`. */
export interface IO extends PrintingMachine {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
}

export interface Output {
  write(text: string | Uint8Array): void;
  readonly isTTY: boolean;
  readonly columns: number;
}
