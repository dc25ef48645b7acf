import { compare } from '../claims/compare/compare.ts';
import { type Figure, findFigures } from '../claims/lex/figures.ts';
import { readText, speakerOf } from '../claims/read-statements.ts';
import type { Judged, Statement, Verdict } from '../claims/statement.ts';
import type { Path } from '../diagnostics/diagnostic.ts';
import { findBindings } from '../prose/bindings.ts';
import { withNumbers } from '../prose/section-text.ts';
import { evaluate } from '../report/expression.ts';
import type { Report, Years } from '../report/report.ts';
import { gapsOf, onlyValue } from './sums/gaps.ts';
import { textsOf } from './texts/report-texts.ts';

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

const known = new WeakMap<Years['report'], { previous: Years['previous']; claims: readonly Claim[] }>();

/** All statements in the prose that were compared, in printed order. The result is cached for each report. */
export function claimsOf({ report, previous }: Years): readonly Claim[] {
  const before = known.get(report);
  if (before && before.previous === previous) return before.claims;
  const years = { report: withZeros(report), previous };
  const speaker = speakerOf(report);
  const claims = textsOf(report).flatMap(({ path, text, written }) =>
    readText(text, speaker, { section: String(path[0]) })
      .map((statement): Claim => {
        const { kind, start, end } = statement;
        const place = { kind, start, end, figure: figureOf(statement), path, words: written(start, end) };
        return { ...compare(statement, years), ...place };
      })
      .filter(({ words }) => isPrinted(report, words)),
  );
  known.set(report, { previous, claims });
  return claims;
}

/** The figure that a statement is about; that of a list is its total. */
function figureOf(statement: Statement): Figure | undefined {
  if (statement.kind === 'list') return statement.whole;
  return 'figure' in statement ? statement.figure : undefined;
}

/** The report with the blank cells that can only be 0 according to the other rows and columns. */
export function withZeros(report: Report): Report {
  const gaps = gapsOf(report);
  const zeros = [...report.cells.values()].filter(
    ({ path, value }) => value === undefined && onlyValue(gaps, path) === 0,
  );
  return { ...report, zeros: new Set(zeros.map(({ path }) => path)) };
}

/** Whether all bound numbers in these words are known. An unknown one is read as 0, which must not be compared. */
export const isPrinted = (report: Years['report'], words: string): boolean =>
  findBindings(words).every(({ expression }) => {
    const found = expression === undefined ? undefined : evaluate(report, expression);
    return found !== undefined && 'text' in found && found.text !== '';
  });

/** A figure of the prose with the claims read from it. */
export interface ReadFigure {
  readonly path: Path;
  /** The sentence before and after the figure, at most 1000 characters, as in the file but with bound numbers printed. */
  readonly before: string;
  readonly figure: string;
  readonly after: string;
  /** The claims that the figure makes and the cells they were compared with; empty if it was not understood. */
  readonly claims: readonly Claim[];
  /** The worst verdict of its claims. */
  readonly verdict: Verdict;
}

/** The proofreader's list: all figures of the prose in printed order, and the conclusions without a figure. */
export function figuresOf(years: Years): ReadFigure[] {
  const claims = grouped(claimsOf(years), ({ path }) => path);
  return textsOf(years.report).flatMap(({ path, text, raw, placeOf }) => {
    const own = (claims.get(path) ?? []).filter(({ kind }) => kind !== 'unread');
    const byStart = grouped(own, ({ figure, ...claim }) => (figure ?? claim).start);
    const places = [
      ...findFigures(text).filter(({ kind }) => kind !== 'name'),
      ...own.filter(({ figure }) => figure === undefined),
    ].sort((a, b) => a.start - b.start);
    return places.map(({ start, end }) => {
      const about = byStart.get(start) ?? [];
      const [from, to] = sentenceAround(text, start, end);
      const [sentence, figure] = [placeOf(from, to), placeOf(start, end)];
      // A bound number is shown as it is printed, as one figure.
      const shown = (one: number, other: number) => withNumbers(years.report, raw.slice(one, other));
      return {
        path,
        before: shown(sentence.from, figure.from),
        figure: shown(figure.from, figure.to),
        after: shown(figure.to, sentence.to),
        claims: about,
        verdict: worstOf(about),
      };
    });
  });
}

const ENDS = ['。', '!', '?', '\n'];
/** Characters on each side of a figure. In a sentence of many figures, each would repeat all of it. */
const LONGEST_SIDE = 1000;

/** Where the sentence around a figure starts and ends; of a longer one, what is near. */
function sentenceAround(text: string, start: number, end: number): [number, number] {
  const before = text.slice(Math.max(0, start - LONGEST_SIDE), start);
  const after = text.slice(end, end + LONGEST_SIDE);
  const from = Math.max(...ENDS.map((sign) => before.lastIndexOf(sign))) + 1;
  const to = after.search(/[。!?\n]/u);
  return [start - before.length + from, end + (to < 0 ? after.length : to)];
}

function grouped<Key, One>(list: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function worstOf(claims: readonly Claim[]): Verdict {
  const verdicts = new Set(claims.map(({ verdict }) => verdict));
  return verdicts.has('contradicts') ? 'contradicts' : verdicts.has('agrees') ? 'agrees' : 'open';
}
