import type { Report, Years } from '../../report/report.ts';
import { type Candidate, candidatesIn, fitsFigure, isNear } from '../evaluate.ts';
import { areOfFee, type Cells, cellsOf, isOneCell } from '../quantity.ts';
import type { Conclusion, Count, Doubt, Judged, Statement } from '../statement.ts';
import { nameInForm, withoutOwnYear } from '../vocabulary/form-names.ts';
import { compareChange } from './change.ts';
import { compareRank } from './rank.ts';
import { compareShare } from './share.ts';
import { compareFlow, compareList, compareOutcomes } from './sums.ts';

/** Compares a statement with the report and last year's report. */
export function compare(statement: Statement, years: Years): Judged {
  switch (statement.kind) {
    case 'count':
      return compareCount(statement, years);
    case 'conclusion':
      return compareConclusion(statement, years.report);
    case 'share':
      return compareShare(statement, years.report);
    case 'change':
      return compareChange(statement, years);
    case 'list':
      return compareList(statement, years.report);
    case 'outcomes':
      return compareOutcomes(statement, years.report);
    case 'flow':
      return compareFlow(statement, years.report);
    case 'rank':
      return compareRank(statement, years.report);
    case 'unread':
      return {
        statement,
        verdict: 'open',
        value: statement.figure?.value ?? 0,
        candidates: [],
        reason: firstOf(statement.doubts),
      };
  }
}

const firstOf = (doubts: readonly Doubt[]): Doubt => doubts[0] ?? { reason: 'nothing' };

function compareCount(statement: Count, { report, previous }: Years): Judged {
  const { figure, quantity, ofLastYear } = statement;
  const doubts = statement.doubts.filter(({ reason }) => !(ofLastYear && reason === 'time'));
  const open = (reason: Doubt): Judged => ({ statement, verdict: 'open', value: figure.value, candidates: [], reason });
  const from = ofLastYear ? previous : report;
  if (!from) return open({ reason: 'previous' });
  const [first] = doubts;
  if (first && !first.soft) return open(first);
  const candidates = candidatesIn(from, cellsOf(quantity));
  const fits = (value: number) => fitsFigure(figure, value);
  const base: Judged = {
    statement,
    verdict: 'open',
    value: figure.value,
    candidates,
    fits,
    ...(ofLastYear && { withPrevious: true }),
  };
  if (candidates.length === 0 || candidates.every(({ value }) => value === undefined))
    return { ...base, reason: blankIn(cellsOf(quantity)) };
  const agrees = candidates.some(({ value }) => value !== undefined && fits(value));
  // 去年收到40件……，予以公开20件: the time of words before it may have ended.
  if (
    !agrees &&
    ofLastYear &&
    candidatesIn(report, cellsOf(quantity)).some(({ value }) => value !== undefined && fits(value))
  )
    return { ...base, reason: { reason: 'time' } };
  const isClose = candidates.some(
    ({ value }) => value !== undefined && isNear(figure.value, value, isOneCell(quantity)),
  );
  // If a wrong number would not be reported, a right number is not marked as agreeing.
  const isSafe = candidates.some(({ value }) => value !== undefined && isNear(value + 1, value, isOneCell(quantity)));
  if (agrees) return first && !isSafe ? { ...base, reason: first } : { ...base, verdict: 'agrees' };
  const isSure = candidates.every((one) => one.value !== undefined && (one.complete || one.value > figure.value));
  if (!isSure) return { ...base, reason: first ?? { reason: 'blank' } };
  if (first && !isClose) return { ...base, reason: first };
  if (isLoose(statement) && !isClose) return { ...base, reason: { reason: 'several' } };
  const certain = doubts.length === 0 && !ofLastYear && isNamedAsCell(statement, candidates, report);
  return { ...base, verdict: 'contradicts', ...(certain && { certain: true as const }) };
}

/** Words that are also used for other counts, so only a close number is a mistake. */
function isLoose({ quantity }: Count): boolean {
  if (quantity.about === 'fees') return quantity.fee === 'any';
  return quantity.about === 'documents' && quantity.made === 'disclosed';
}

/** True if the words before a figure are the form's name of a cell of table 三: 新收政府信息公开申请, 结转下年度继续办理. */
function isNamedAsCell(
  { words, quantity, figure }: Count,
  candidates: readonly Candidate[],
  { cells }: Report,
): boolean {
  const [only, ...others] = candidates;
  const [term, ...more] = only?.terms ?? [];
  if (
    !term?.path.startsWith('applications.') ||
    others.length > 0 ||
    more.length > 0 ||
    figure.about ||
    figure.step !== 1
  )
    return false;
  if (quantity.about === 'outcomes' && quantity.rows.some((row) => row.includes('.'))) return false;
  return withoutOwnYear(words) === nameInForm(cells.get(term.path)?.name ?? '');
}

/** Why cells without a number are not compared. */
const blankIn = (lists: readonly Cells[]): Doubt => ({ reason: areOfFee(lists) ? 'fee' : 'blank' });

function compareConclusion(statement: Conclusion, report: Report): Judged {
  const candidates = candidatesIn(report, statement.zeros);
  if (statement.isSome) return compareSome(statement, candidates);
  const fits = (value: number) => value === 0;
  const base: Judged = { statement, verdict: 'open', value: 0, candidates, fits };
  const wrong = candidates.filter(({ value }) => value !== undefined && value !== 0);
  if (wrong.length > 0) return { ...base, candidates: wrong, verdict: 'contradicts' };
  const isKnown = candidates.length > 0 && candidates.every(({ value, complete }) => value === 0 && complete);
  return isKnown ? { ...base, verdict: 'agrees' } : { ...base, reason: blankIn(statement.zeros) };
}

/** There is at least one of what the cells count. */
function compareSome(statement: Conclusion, candidates: readonly Candidate[]): Judged {
  const base: Judged = { statement, verdict: 'open', value: 1, candidates };
  if (candidates.some(({ value = 0 }) => value > 0)) return { ...base, verdict: 'agrees' };
  const isKnown = candidates.length > 0 && candidates.every(({ value, complete }) => value === 0 && complete);
  return isKnown ? { ...base, verdict: 'contradicts' } : { ...base, reason: blankIn(statement.zeros) };
}
