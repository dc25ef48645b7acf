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
    ...checkProse(report, (field) => textFinder(source, field)),
  ];
  return { source, report, diagnostics: placed(source, findings) };
}

/** Finds the pieces of a text in the file, each behind the one before. */
function textFinder(source: Source, field: ProseField): (piece: string) => Range | undefined {
  const node = nodeAt(source, field.path);
  if (!isScalar(node) || !node.range) return () => undefined;
  let [from] = node.range;
  const [, end] = node.range;
  return (piece) => {
    const start = source.text.indexOf(piece, from);
    if (start < 0 || start > end) return undefined;
    from = start + piece.length;
    return rangeAt(source.lines, start, from);
  };
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
