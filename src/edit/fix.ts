import { type Report, readReport } from '../report/report.ts';
import { locate } from '../source/locate.ts';
import { parse, type Source } from '../source/parse.ts';
import { toData } from '../source/to-data.ts';
import { assertOnly } from './assert-only.ts';
import { correctBullets } from './bullets.ts';
import { applyEdits, type Correction, type FixChange } from './edit.ts';
import { correctKeys } from './keys.ts';
import { correctLookalikes } from './lookalikes.ts';
import { correctRemarks, mendSlips } from './mend-slips.ts';
import { addMissingRows } from './missing-rows.ts';
import { correctNumbers } from './numbers.ts';
import { separateParagraphs } from './paragraphs.ts';
import { joinSplitNumbers } from './split-numbers.ts';
import { correctStructure } from './structure.ts';
import { fillTotals } from './totals.ts';
import { correctWords, correctYear } from './words.ts';

/** A report file with everything corrected that is certain. */
export interface Fixed {
  /** The corrected file; unchanged if there was nothing to do. */
  readonly source: Source;
  readonly changes: readonly FixChange[];
}

/** Several remarks can be about one value; each step corrects one of them. */
const REMARKS = Array.from({ length: 4 }, () => correctRemarks);

/** The steps in order; each works on the result of the one before. The year decides the form, and numbers give totals. */
const STEPS: readonly ((source: Source, report: Report) => readonly Correction[])[] = [
  ...REMARKS,
  correctKeys,
  correctYear,
  correctStructure,
  correctKeys,
  correctWords,
  joinSplitNumbers,
  correctNumbers,
  addMissingRows,
  fillTotals,
  correctLookalikes,
  correctBullets,
  separateParagraphs,
];

/**
 * Corrects what is certain in a report file: signs and spaces that YAML does not read, how numbers are written, missing rows
 * (as null), totals, empty lines between paragraphs. Nothing else in the text changes. A file that can't be read is returned
 * unchanged.
 */
export function fixReport(source: Source): Fixed {
  const mended = source.slips.length > 0 ? mendSlips(source) : undefined;
  const { source: after, changes } = fixReadable(mended?.source ?? source);
  return { source: after, changes: [...(mended?.changes ?? []), ...changes].sort((a, b) => a.line - b.line) };
}

function fixReadable(source: Source): Fixed {
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
  // Keys that occur twice for another reason than split numbers.
  if (source.data === undefined && here.data === undefined) return nothing;
  assertOnly(dataOf(source), here.data, done);
  const changes = done.map(({ path, message }) => ({ path, message, line: locate(here, path.split('.')).line }));
  return { source: here, changes };
}

/** Two numbers split before the same digits look like a repeated key: `{ natural_person: 1,204, total: 1,204 }`. */
const canBeRead = ({ data, document, findings }: Source): boolean =>
  data !== undefined || (document !== undefined && findings.every(({ rule }) => rule === 'duplicate-key'));

const dataOf = ({ data, document }: Source): unknown => data ?? toData(document?.contents);
