import type { Checked } from '../check/check.ts';
import { changedCells } from './cells.ts';
import { changedSentences } from './changed-sentences.ts';
import { changedFacts } from './facts.ts';
import { changedFindings } from './findings.ts';
import { notesOn } from './notes.ts';
import { type ComparedReport, comparedReport } from './read.ts';
import type { DiffSide, ReportDiff } from './types.ts';
import { yearOverYear } from './years.ts';

/**
 * What differs between two reports. Two years in a row are compared as such, the earlier one first, whichever was given first.
 * Undefined if one of them cannot be read as a report.
 */
export function reportDiff(one: Checked, other: Checked): ReportDiff | undefined {
  const [first, second] = [comparedReport(one), comparedReport(other)];
  if (!first || !second) return undefined;
  const isReversed = step(first, second) === -1;
  const [before, after] = isReversed ? [second, first] : [first, second];
  const [cells, facts] = [changedCells(before, after), changedFacts(before, after)];
  const texts = changedSentences(before, after);
  const findings = changedFindings(before, after);
  const isYears = Math.abs(step(first, second)) === 1;
  const isMissing = before.missing.join() !== after.missing.join();
  const lists = [cells, facts, texts.sentences, findings.broken, findings.cleared];
  return {
    before: sideOf(before),
    after: sideOf(after),
    view: isYears ? 'years' : 'versions',
    notes: notesOn(before, after, isReversed),
    cells,
    facts,
    ...texts,
    findings,
    years: isYears ? yearOverYear(before, after) : undefined,
    isSame: before.report.form.id === after.report.form.id && !isMissing && lists.every(({ length }) => length === 0),
  };
}

/** The number of years between two reports of one agency; 0 if one has no year. */
const step = ({ report: one }: ComparedReport, { report: other }: ComparedReport): number =>
  one.year === undefined || other.year === undefined ? 0 : other.year - one.year;

const sideOf = ({ report, source, missing, doubts }: ComparedReport): DiffSide => ({
  file: source.file,
  title: report.title,
  year: report.year,
  agency: report.agencyName,
  form: report.form.id,
  isPublished: source.published !== undefined,
  doubtful: doubts.size,
  missing,
});
