import { basename } from 'node:path';
import { agencyOf, publisherOf } from '../check/rules/shared/agency.ts';
import { deadlinesOf } from '../check/rules/shared/deadlines.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import { hashOf } from '../render/receipt.ts';
import { get, isData } from '../report/access.ts';
import type { Report } from '../report/report.ts';
import { reviewView } from '../view/review.ts';
import { mayBreak } from '../view/review-figures.ts';
import type { ReviewView } from '../view/review-view.ts';
import type { CheckedFile } from '../workspace/check-files.ts';
import { reportOf, TOOL } from './publication.ts';
import { linesOf, shortened } from './review-lines.ts';
import { countNotes, type Noted, reviewNotes } from './review-notes.ts';

/** The lines of the page for notes, if the rest of the page is as short as usual. */
const LINES = 17;
/** 汉字 in a line of the agency's name or of the deadlines. */
const HEAD_LINE = 36;
/** The rows of the longest of the two groups of figures beside each other in the 2021 form. */
const ROWS = 10;

/** What the sheet is made from. */
export type Reviewed = Pick<CheckedFile, 'source' | 'report' | 'waivers' | 'settings' | 'previous'>;

/**
 * The content of the sheet for sign-off. `diagnostics` are the findings of the check and those of the finished page.
 */
export function reviewOf(checked: Reviewed, diagnostics: readonly Diagnostic[]): ReviewView {
  const report = reportOf(checked);
  const isKnown = report.year !== undefined && publisherOf(agencyOf(report)) !== undefined;
  const noted = { report, diagnostics, waivers: checked.waivers };
  const facts = {
    deadlines: isKnown
      ? deadlinesOf(report, checked.settings).map(({ day, source }) => ({ day, source: source.zh }))
      : undefined,
    state: stateOf(noted),
    previous: checked.previous && nameOf(checked.previous.source),
    origin: originOf(checked),
  };
  const bare = reviewView(report, { ...facts, notes: [] });
  return { ...bare, notes: reviewNotes(noted, LINES - longerBy(report, bare)) };
}

/**
 * The lines that the rest of the page may take more than usual: groups of figures are in pairs, and a row of figures is a little
 * higher than a line of notes.
 */
function longerBy({ agencyName, data }: Report, { deadline, figures }: ReviewView): number {
  const head = [agencyName, deadline].reduce((sum, text) => sum + linesOf(text, HEAD_LINE) - 1, 0);
  const most = Math.max(ROWS, ...figures.map((group) => group.rows.length));
  const rows = most - ROWS + figures.flatMap((group) => group.rows).filter(mayBreak).length;
  return head + (isData(get(data, 'corrected')) ? 1 : 0) + Math.ceil(rows * 1.2);
}

function stateOf(noted: Noted): string {
  const { errors, unknown, warnings } = countNotes(noted);
  const open = [
    ...(errors > 0 ? [`错误 ${errors} 处`] : []),
    ...(unknown > 0 ? [`待填 ${unknown} 处`] : []),
    ...(warnings > 0 ? [`警告 ${warnings} 处`] : []),
  ].join('，');
  if (errors + unknown > 0) return `${open}。错误和待填的改好以前不能发布。`;
  return warnings > 0 ? `没有错误；${open}，请确认。` : '没有发现问题。';
}

const nameOf = ({ file }: Reviewed['source']): string => shortened(visibleLine(basename(file)), 1);

/** The file and its hash are those of the receipt. */
function originOf({ source }: Reviewed): string {
  const hash = hashOf(source.text.replaceAll('\r\n', '\n'));
  return `由 ${TOOL} 按 ${nameOf(source)} 生成，报告文件的校验值是 ${hash}`;
}
