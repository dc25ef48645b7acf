import { compare } from '../claims/compare/compare.ts';
import { dictionaryFor } from '../claims/house-words.ts';
import type { Figure } from '../claims/lex/figures.ts';
import { readTokens, speakerOf } from '../claims/read-statements.ts';
import type { Judged, Statement } from '../claims/statement.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import { findBindings } from '../prose/bindings.ts';
import { evaluate } from '../report/expression.ts';
import type { Report, Years } from '../report/report.ts';
import type { Settings } from './settings.ts';
import { gapsOf, onlyValue } from './sums/gaps.ts';
import { type ReportText, textsOf } from './texts/report-texts.ts';
import { tokensIn } from './texts/tokens.ts';

/** A statement in the prose of a report, compared with the tables. */
export interface Claim extends Judged {
  readonly kind: Statement['kind'];
  /** Its position in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** The figure that it is about; a conclusion (未收到申请) has none. */
  readonly figure: Figure | undefined;
  readonly path: Path;
  /** The words of the statement as written in the file. */
  readonly words: string;
}

/** The reports, and the settings with the words of the house. */
export interface Reading extends Years {
  readonly settings?: Pick<Settings, 'prose'> | undefined;
}

interface Known {
  readonly previous: Years['previous'];
  readonly prose: Settings['prose'];
  readonly claims: readonly Claim[];
}

const known = new WeakMap<Report, Known>();

/** All statements in the prose, compared with the tables, in printed order. The result is cached for each report. */
export function claimsOf({ report, previous, settings }: Reading): readonly Claim[] {
  const prose = settings?.prose;
  const before = known.get(report);
  if (before && before.previous === previous && before.prose === prose) return before.claims;
  const read = readerOf({ report, previous, settings });
  const claims = textsOf(report).flatMap(read);
  known.set(report, { previous, prose, claims });
  return claims;
}

/** Returns a function that reads a text as part of a report, which need not have it, and compares what it says. */
export function readerOf({ report, previous, settings }: Reading): (text: ReportText) => Claim[] {
  const years = { report: withZeros(report), previous };
  const speaker = speakerOf(report);
  const dictionary = dictionaryFor(settings?.prose);
  return (text) => {
    const { path, written } = text;
    return readTokens(tokensIn(text, report, dictionary), speaker, String(path[0])).map((read): Claim => {
      const { start, end } = read;
      const words = written(start, end);
      const statement = isPrinted(report, words) ? read : unknownIn(read);
      const place = { kind: statement.kind, start, end, figure: figureOf(statement), path, words };
      return { ...compare(statement, years), ...place };
    });
  };
}

/** The figure that a statement is about; that of a list is its total. */
function figureOf(statement: Statement): Figure | undefined {
  if (statement.kind === 'list') return statement.whole;
  return 'figure' in statement ? statement.figure : undefined;
}

/** A statement with a bound number that is not known yet, which is read as 0 and must not be compared. */
function unknownIn(statement: Statement): Statement {
  const { start, end } = statement;
  const figure = figureOf(statement);
  return { kind: 'unread', ...(figure && { figure }), doubts: [{ reason: 'blank' }], start, end };
}

/** The report with the blank cells that can only be 0 according to the other rows and columns. */
export function withZeros(report: Report): Report {
  const gaps = gapsOf(report);
  const zeros = [...report.cells.values()].filter(
    ({ path, value }) => value === undefined && onlyValue(gaps, path) === 0,
  );
  return { ...report, zeros: new Set(zeros.map(({ path }) => path)) };
}

/** Whether all bound numbers in these words are known. */
export const isPrinted = (report: Years['report'], words: string): boolean =>
  findBindings(words).every(({ expression }) => {
    const found = expression === undefined ? undefined : evaluate(report, expression);
    return found !== undefined && 'text' in found && found.text !== '';
  });
