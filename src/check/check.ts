import { isScalar } from 'yaml';
import type { Diagnostic, Finding, Range } from '../diagnostics/diagnostic.ts';
import type { ProseField } from '../prose/fields.ts';
import { type Report, readReport } from '../report/report.ts';
import { locate, nodeAt } from '../source/locate.ts';
import { rangeAt, type Source } from '../source/parse.ts';
import { checkDates } from './dates.ts';
import { checkFormEdition } from './form-edition.ts';
import { checkIdentities } from './identities.ts';
import { checkProse } from './prose.ts';
import { checkSchema } from './schema.ts';
import { checkUnknownCells } from './unknown-cells.ts';

/** What checking a file gives: its findings in order, and the report, unless the file can not be read at all. */
export interface Checked {
  readonly source: Source;
  readonly report: Report | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks one report file. Throws nothing: whatever is wrong with the file is a diagnostic. */
export function check(source: Source): Checked {
  if (source.data === undefined) return { source, report: undefined, diagnostics: placed(source, source.findings) };
  const report = readReport(source.data);
  const findings = [
    ...checkSchema(report),
    ...checkFormEdition(report),
    ...checkDates(report),
    ...checkUnknownCells(report),
    ...checkIdentities(report),
    ...checkProse(report, (field, piece, nth) => textRange(source, field, piece, nth)),
  ];
  return { source, report, diagnostics: placed(source, findings) };
}

/** Where a piece of a text stands in the file, the `nth` time (from 0) it stands in that text. */
function textRange(source: Source, field: ProseField, piece: string, nth: number): Range | undefined {
  const node = nodeAt(source, field.path);
  if (!isScalar(node) || !node.range) return undefined;
  let start = node.range[0] - 1;
  for (let time = 0; time <= nth; time++) start = source.text.indexOf(piece, start + 1);
  return start < 0 || start > node.range[1] ? undefined : rangeAt(source.lines, start, start + piece.length);
}

/** Findings -> diagnostics: placed in the file and ordered by line, column and rule. */
function placed(source: Source, findings: readonly Finding[]): Diagnostic[] {
  const { file } = source;
  const withRange = findings.map((finding) => ({
    finding,
    range: finding.range ?? locate(source, finding.path, finding.at),
  }));
  withRange.sort(
    (a, b) =>
      a.range.line - b.range.line || a.range.column - b.range.column || (a.finding.rule < b.finding.rule ? -1 : 1),
  );
  const position = new Map(withRange.map(({ finding }, index) => [finding, index]));
  return withRange.map(({ finding: { cause, at: _, related = [], range: _range, ...finding }, range }) => {
    const index = cause && position.get(cause);
    return {
      file,
      ...finding,
      range,
      related: related.map((other) => ({ ...other, file, range: locate(source, other.path) })),
      ...(index !== undefined && { cause: index }),
    };
  });
}
