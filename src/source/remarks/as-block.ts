import { isTextKey } from '../slips/key.ts';
import { inQuotes } from '../slips/quote.ts';
import type { Mend } from '../slips/slip.ts';
import type { Value } from './remark.ts';

/** Writes a text on one line as a block below `|`; in quotes if its key has a short text. */
export function asBlock({ text, start }: Value, key: string, column: number | undefined, whole: string): Mend[] {
  const end = start + whole.length;
  if (column === undefined || !isTextKey(key)) return [{ start, end, text: inQuotes(whole) }];
  const feed = text.startsWith('\r\n', text.indexOf('\n', end) - 1) ? '\r\n' : '\n';
  return [{ start, end, text: `|${feed}${' '.repeat(column + 2)}${whole}` }];
}
