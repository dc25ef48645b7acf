import { isScalar } from 'yaml';
import type { Diagnostic, Finding, LocatedRelated, Path, Range, Related } from '../diagnostics/diagnostic.ts';
import { shortText, start } from '../diagnostics/shortened.ts';
import type { Years } from '../report/report.ts';
import { locate, nodeAt } from '../source/locate.ts';
import { rangeAt, type Source } from '../source/parse.ts';
import { ruleOf } from './rule-list.ts';
import { fingerprintOf } from './waivers/evidence.ts';
import { canBeWaived } from './waivers/waiver.ts';
import { waiverFor } from './waivers/waivers.ts';

/** The reports that findings are about, if they can be read, and last year's file. */
export interface LocateOptions {
  readonly years?: Years;
  readonly previous?: Source | undefined;
}

/** Converts findings to diagnostics: adds the place in the file, and sorts by line, column and rule. */
export function locateFindings(
  source: Source,
  findings: readonly Finding[],
  { years, previous }: LocateOptions = {},
): Diagnostic[] {
  const withRange = findings.map((finding) => ({ finding, range: rangeOf(source, finding) }));
  withRange.sort(
    (a, b) => a.range.line - b.range.line || a.range.column - b.range.column || compare(a.finding.rule, b.finding.rule),
  );
  const position = new Map(withRange.map(({ finding }, index) => [finding, index]));
  return withRange.map(({ finding, range }) => {
    const { cause, at: _at, words: _words, related = [], path, message, hint, ...rest } = finding;
    const rule = ruleOf(finding.rule);
    const waiver = years && rule && canBeWaived(rule) ? waiverFor(finding, years) : undefined;
    const index = cause && position.get(cause);
    return {
      file: source.file,
      ...rest,
      path: shortPath(path),
      message: shortText(message),
      ...(hint && { hint: shortText(hint) }),
      range,
      fingerprint: fingerprintOf(finding, years),
      ...(waiver !== undefined && waiver.length < LONGEST_WAIVER && { waiver }),
      related: related.map((other) => locateRelated(other, source, previous)),
      ...(index !== undefined && { cause: index }),
    };
  });
}

/** In characters: a longer one would hold a key or a text that belongs to no report. */
const LONGEST_WAIVER = 4000;

const shortPath = (path: Path): Path => path.map((key) => (typeof key === 'string' ? start(key) : key));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function rangeOf(source: Source, { path, at, range, words }: Finding): Range {
  const found = range ?? (words === undefined ? undefined : textFinder(source, path)(words));
  return found ?? locate(source, path, at);
}

function locateRelated(other: Related, source: Source, previous: Source | undefined): LocatedRelated {
  const there = other.in === 'previous' && previous ? previous : source;
  const { path, message } = other;
  return {
    ...other,
    path: shortPath(path),
    message: shortText(message),
    file: there.file,
    range: locate(there, path),
  };
}

/** Returns a function that finds pieces of the text at a path; each search starts after the previous piece. */
export function textFinder(source: Source, path: Path): (piece: string) => Range | undefined {
  const node = nodeAt(source, path);
  if (!isScalar(node) || !node.range) return () => undefined;
  let [from] = node.range;
  const [, end] = node.range;
  return (piece) => {
    const found = source.text.slice(from, end).indexOf(piece);
    if (found < 0) return undefined;
    const start = from + found;
    from = start + piece.length;
    return rangeAt(source.lines, start, from);
  };
}
