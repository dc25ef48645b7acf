// Report files of many bodies, all different: the same number always gives the same file.
import { isScalar, parseDocument, visit } from 'yaml';
import { fractions, makeReport } from '../layouts/report.ts';
import { reportFile } from '../layouts/report-file.ts';
import { FAULT_KINDS, withFault } from '../layouts/seeded-faults.ts';
import { withLongerProse } from './longer-prose.ts';

export interface ReportFile {
  readonly name: string;
  readonly text: string;
  /** The kind of its fault, if it has one. */
  readonly fault?: string;
}

/**
 * The report file of a number, about 12 KB. It has no findings, except that of each hundred the first `faulty` have an
 * error or warning. Even numbers are written row by row, `{ natural_person: 3, total: 3 }`, odd ones cell by cell.
 */
export function reportFileOf(index: number, faulty = 0): ReportFile {
  const sound = makeReport(index, '2021');
  const fault = index % 100 < faulty ? FAULT_KINDS[index % FAULT_KINDS.length] : undefined;
  const report = withLongerProse(fault ? withFault(sound, fault, index).report : sound, fractions(index + 7));
  const text = reportFile(report);
  const name = `${String(index + 1).padStart(4, '0')}-${report.agency}-${report.year}.yaml`;
  return { name, text: index % 2 ? text : withRows(text), ...(fault && { fault }) };
}

/** The file with each row of numbers in one line. */
function withRows(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Map(_, map) {
      if (map.items.every(({ value }) => isScalar(value) && typeof value.value !== 'string')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
