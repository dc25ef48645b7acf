import type { Path } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';

/**
 * What a published file shows in a cell.
 * - `number`: a number that was read without doubt
 * - `doubtful`: a number of which it is not certain that it was read rightly
 * - `zero`: nothing or a dash, and by the sums of its table it can only be 0
 * - `blank`: nothing or a dash
 * - `words`: something that is not a number
 * - `missing`: the cell was not found
 */
export type PrintedState = 'number' | 'doubtful' | 'zero' | 'blank' | 'words' | 'missing';

export interface PrintedCell {
  readonly state: PrintedState;
  /** What stands there. */
  readonly text: string;
  /** Where it stands: 第2页第3个表格第5行第2列. */
  readonly place?: Text;
  /** Why it is doubtful. */
  readonly doubt?: Text;
}

/** Where the values of a report come from that was read from a published file: a web page, Word file, PDF or workbook. */
export interface PublishedOrigin {
  /** Every cell of the form by its dotted path. */
  readonly cells: ReadonlyMap<string, PrintedCell>;
  /** Where the texts and facts stand, by their dotted path. */
  readonly places: ReadonlyMap<string, Text>;
  /** The dotted paths of facts that are doubtful, such as a date that only the frame of a web page gives. */
  readonly doubtfulFacts: ReadonlySet<string>;
  /** The keys of the tables that were not found in the file. */
  readonly missing: readonly string[];
  /** Why the whole file is doubtful: a scan, pages without text. */
  readonly doubt?: Text;
}

/** The place and the words of the published file behind a path, or behind the nearest path above it. */
export function printedAt({ cells, places }: PublishedOrigin, path: Path): { place?: Text; text?: string } {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path.slice(0, depth).join('.');
    const cell = cells.get(key);
    if (cell) return { text: cell.text, ...(cell.place && { place: cell.place }) };
    const place = places.get(key);
    if (place) return { place };
  }
  return {};
}
