import type { PrintingMachine } from '../../publish/browser-on-demand.ts';

/** Everything a command touches of the world around it; tests pass their own. `signal` is aborted by Ctrl-C. */
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
