import { withGroupsAsRows } from '../../form/editions.ts';
import type { PublishedReading } from '../reading.ts';
import { factLines } from './facts.ts';
import { headLines } from './head.ts';
import { leftoverLines } from './leftovers.ts';
import { proseLines } from './prose.ts';
import { tableLines } from './tables.ts';
import { takenOnce } from './taken.ts';
import type { ReportYamlOptions, Written } from './written.ts';

/**
 * A reading as the text of a report file, in the order and with the comments of `report init`. A report file that was inside
 * is returned as it is. Any text of the published file stays a value or a comment.
 */
export function reportYaml(reading: PublishedReading, options: ReportYamlOptions): string {
  if (reading.source) return reading.source.text;
  const { tables, texts } = reading;
  const written: Written = {
    reading,
    options,
    facts: factLines(texts.facts),
    texts: takenOnce(texts.texts),
    cell: (path) => tables.cells.get(path) ?? { path, text: '', confidence: 'unknown', reason: 'missing' },
  };
  const form = withGroupsAsRows(tables.form, new Set(tables.hybrid));
  return [
    ...headLines(written),
    ...proseLines('overview', written),
    ...form.tables.flatMap((table) => tableLines(table, written)),
    ...proseLines('problems', written),
    ...proseLines('other_matters', written),
    ...leftoverLines(written),
  ].join('\n');
}
