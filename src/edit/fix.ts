import type { Text } from '../diagnostics/text.ts';
import { type Report, readReport } from '../report/report.ts';
import { locate } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { toData } from '../source/to-data.ts';
import { applyEdits, type Correction } from './edit.ts';
import { addMissingRows } from './missing-rows.ts';
import { correctNumbers, correctYear } from './numbers.ts';
import { joinSplitNumbers } from './split-numbers.ts';
import { fillTotals } from './totals.ts';
import { assertOnly } from './unchanged.ts';

/** One thing that was corrected. */
export interface Change {
  /** In the corrected text. */
  readonly line: number;
  /** The cell, row or table: a dotted path. */
  readonly path: string;
  readonly message: Text;
}

/** A report file with what can be known written into it. */
export interface Fixed {
  /** The corrected file; the same as before where there was nothing to do. */
  readonly source: Source;
  readonly changes: readonly Change[];
}

/** Each looks at what those before it left. The year decides the form, numbers give totals. */
const STEPS: readonly ((source: Source, report: Report) => readonly Correction[])[] = [
  correctYear,
  joinSplitNumbers,
  correctNumbers,
  addMissingRows,
  fillTotals,
];

/**
 * Writes what can be known into a report file: numbers as they belong, missing rows as null, totals.
 * Nothing else of the text changes. A file that can't be read is returned as it is.
 */
export function fixReport(source: Source): Fixed {
  const nothing = { source, changes: [] };
  if (!canBeRead(source)) return nothing;
  let here = source;
  const done: Correction[] = [];
  for (const step of STEPS) {
    const corrections = step(here, readReport(dataOf(here)));
    if (corrections.length === 0) continue;
    here = parse(applyEdits(here.text, corrections), source.file);
    done.push(...corrections);
  }
  // Keys that stand twice, and not only because of split numbers.
  if (source.data === undefined && here.data === undefined) return nothing;
  assertOnly(dataOf(source), here.data, done);
  const changes = done.map(({ path, message }) => ({ path, message, line: locate(here, path.split('.')).line }));
  return { source: here, changes: changes.sort((a, b) => a.line - b.line) };
}

/** Two numbers split at the same digits are one key written twice: `{ natural_person: 1,204, total: 1,204 }`. */
const canBeRead = ({ data, document, findings }: Source): boolean =>
  data !== undefined || (document !== undefined && findings.every(({ rule }) => rule === 'duplicate-key'));

const dataOf = ({ data, document }: Source): unknown => data ?? toData(document?.contents);
