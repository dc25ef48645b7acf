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
  /**
   * On a terminal: shows one line below all that is written, in place of the one before; nothing removes it. The line may have
   * colours, but no text of others.
   */
  readonly showBelow?: (line: string) => void;
}

/** Columns. Shorter lines break too often, longer ones are hard to read; without a terminal, 80. */
const [NARROWEST, WIDEST, USUAL] = [40, 100, 80];

/**
 * An output on which no text can be a control sequence or a command to a CI service, whoever writes it, and of which `columns`
 * is a width that can be read.
 */
export function guarded(output: Output): Output {
  let below = '';
  const write: Output['write'] = (text) => {
    if (below !== '') output.write(bytes(REMOVE_LINE));
    output.write(typeof text === 'string' ? harmless(text) : text);
    if (below !== '') output.write(bytes(drawn(below)));
  };
  return {
    write,
    get isTTY() {
      return output.isTTY;
    },
    get columns() {
      return Math.max(NARROWEST, Math.min(output.columns || USUAL, WIDEST));
    },
    showBelow: (line) => {
      if (below === line) return;
      below = line;
      output.write(bytes(REMOVE_LINE + drawn(line)));
    },
  };
}

const REMOVE_LINE = '\r\u001b[2K';
const [NO_WRAP, WRAP] = ['\u001b[?7l', '\u001b[?7h'];

/** A terminal that is narrower than the line cuts it off: lines that were wrapped could not be removed. */
const drawn = (line: string): string => (line === '' ? '' : NO_WRAP + line + WRAP);

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** Writes data, such as a patch or JSON, as it is. */
export const writeData = (output: Output, data: string | Uint8Array): void => output.write(Buffer.from(data));
