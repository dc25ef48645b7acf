import { harmless } from '../../diagnostics/visible.ts';
import type { PrintingMachine } from '../../publish/browser-on-demand.ts';

/** All input and output of a command; tests pass their own. Ctrl-C aborts `signal`. */
export interface IO extends PrintingMachine {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
}

export interface Output {
  /** Text is for people and written as `harmless` leaves it; bytes are data, written as they are. */
  write(text: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** The width in which lines for people are folded. */
  readonly columns: number;
}

/** Columns. Shorter lines break too often, longer ones are hard to read; without a terminal, 80. */
const [NARROWEST, WIDEST, USUAL] = [40, 100, 80];

/**
 * An output on which no text can be a control sequence or a command to a CI service, whoever writes it, and of which `columns`
 * is a width that can be read.
 */
export const guarded = (output: Output): Output => ({
  write: (text) => output.write(typeof text === 'string' ? harmless(text) : text),
  get isTTY() {
    return output.isTTY;
  },
  get columns() {
    return Math.max(NARROWEST, Math.min(output.columns || USUAL, WIDEST));
  },
});

/** Writes data, such as a patch or JSON, as it is. */
export const writeData = (output: Output, data: string | Uint8Array): void => output.write(Buffer.from(data));
