import type { Diagnostic, Finding, LocatedRelated, Path, Range, Related } from '../diagnostics/diagnostic.ts';
import { shortText, start } from '../diagnostics/shortened.ts';
import type { Text } from '../diagnostics/text.ts';
import type { Years } from '../report/report.ts';
import { locate, valueRange } from '../source/locate.ts';
import { rangeAt, type Source } from '../source/parse.ts';
import { printedAt } from '../source/published.ts';
import { escapePattern } from '../writing/patterns.ts';
import { ruleOf } from './rule-list.ts';
import { labelOf } from './structure/labels.ts';
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
    const { cause, at: _at, minor: _minor, words, related = [], path, message, hint, ...rest } = finding;
    const rule = ruleOf(finding.rule);
    const { published } = source;
    const waiver = years && !published && rule && canBeWaived(rule) ? waiverFor(finding, years) : undefined;
    const index = cause && position.get(cause);
    return {
      file: source.file,
      ...rest,
      path: shortPath(path),
      ...nameOf(years, path),
      message: shortText(withoutBreaks(message, words)),
      ...(hint && { hint: shortText(withoutBreaks(hint, words)) }),
      ...placeOf(source, path, range),
      fingerprint: fingerprintOf(finding, years),
      ...(waiver !== undefined && waiver.length < LONGEST_WAIVER && { waiver }),
      related: related.map((other) => locateRelated(other, source, previous)),
      ...(index !== undefined && { cause: index }),
    };
  });
}

function nameOf(years: Years | undefined, path: Path): { name?: string } {
  return years && path.length > 0 ? { name: start(labelOf(years.report, path)) } : {};
}

/** In characters: a longer one would hold a key or a text that belongs to no report. */
const LONGEST_WAIVER = 4000;

const shortPath = (path: Path): Path => path.map((key) => (typeof key === 'string' ? start(key) : key));

/** A text with the words of its finding on one line, as they are printed. */
function withoutBreaks({ zh, en }: Text, words = ''): Text {
  const quoted = words.trim();
  if (!quoted.includes('\n')) return { zh, en };
  const joined = quoted.replace(/(?<=[!-~])\s*\n\s*(?=[!-~])/gu, ' ').replace(/\s*\n\s*/gu, '');
  return { zh: zh.replaceAll(quoted, () => joined), en: en.replaceAll(quoted, () => joined) };
}

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
    ...placeOf(there, path, locate(there, path)),
  };
}

/** The lines of a published file are not those of the text that was made from it, so it has a place in words. */
const placeOf = ({ published }: Source, path: Path, range: Range): Pick<Diagnostic, 'range' | 'printed'> =>
  published ? { range: BEGINNING, printed: printedAt(published, path) } : { range };

const BEGINNING: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Returns a function that finds pieces of the text at a path; each search starts after the previous piece. */
export function textFinder(source: Source, path: Path): (piece: string) => Range | undefined {
  const range = valueRange(source, path);
  if (!range) return () => undefined;
  let [from] = range;
  const [, end] = range;
  return (piece) => {
    const found = placeIn(source.text.slice(from, end), piece);
    if (!found) return undefined;
    const start = from + found.start;
    from += found.end;
    return rangeAt(source.lines, start, from);
  };
}

/** In characters; longer words are not searched over several lines. */
const LONGEST_WORDS = 10_000;

/** Where words are in a text of the file, in which they can run over several lines. */
function placeIn(text: string, words: string): { start: number; end: number } | undefined {
  const start = text.indexOf(words);
  if (start >= 0) return { start, end: start + words.length };
  if (words.length > LONGEST_WORDS || !text.includes('\n')) return undefined;
  const signs = [...words.replace(/\s/gu, '')].map(escapePattern);
  const found = signs.length > 0 ? new RegExp(signs.join('\\s*'), 'u').exec(text) : null;
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
