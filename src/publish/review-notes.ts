import { labelOf } from '../check/structure/labels.ts';
import type { WaiverStatus } from '../check/waivers/waiver.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { Report } from '../report/report.ts';
import { hangConsequences, type Tree } from '../reporters/consequences.ts';
import type { ReviewNotes } from '../view/review-view.ts';
import { type NoteList, shortened, withinLines } from './review-lines.ts';

/** The findings of this rule are listed as what is still unknown, not as errors. */
const UNKNOWN_CELL = 'cell-unknown';

/** The findings and waivers of a report by kind. */
export interface Noted {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  readonly waivers: readonly WaiverStatus[];
}

/** How many findings of each kind there are. */
export function countNotes({ diagnostics }: Noted): Record<'errors' | 'unknown' | 'warnings', number> {
  const unknown = diagnostics.filter(({ rule }) => rule === UNKNOWN_CELL).length;
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  return { errors: count('error') - unknown, unknown, warnings: count('warning') };
}

/** An item is cut after so many lines: if all of them fit on the page, else the second. */
const LINES_OF_ITEM = [4, 2] as const;

/** The notes of the sheet: errors, unknown cells, warnings and waivers in force, together in at most so many lines. */
export function reviewNotes(noted: Noted, lines: number): ReviewNotes[] {
  const [whole, short] = LINES_OF_ITEM.map((limit) => withinLines(listsOf(noted, limit), lines)) as [Fit, Fit];
  return whole.some(({ more }) => more !== undefined) ? short : whole;
}

type Fit = ReviewNotes[];

function listsOf(noted: Noted, limit: number): NoteList[] {
  const { report, diagnostics, waivers } = noted;
  const { errors, unknown, warnings } = countNotes(noted);
  const inForce = waivers.filter(({ state }) => state === 'in-force');
  const cells = diagnostics.filter(({ rule }) => rule === UNKNOWN_CELL).map(({ path }) => label(report, path));
  const others = diagnostics.filter(({ rule }) => rule !== UNKNOWN_CELL);
  const command = 'report validate';
  const texts = inForce.map((waiver) => waiverText(report, waiver, limit));
  return [
    { title: '错误', count: errors, items: itemsOf(report, others, 'error', limit), command },
    { title: '待填', count: unknown, items: cells, inline: true, command },
    { title: '警告', count: warnings, items: itemsOf(report, others, 'warning', limit), command },
    { title: '豁免', count: inForce.length, items: texts, command: `${command} --list-waivers` },
  ];
}

const label = (report: Report, path: Diagnostic['path']): string => visibleLine(labelOf(report, path));

/** The findings of one severity, each with the number of those that follow from it. */
function itemsOf(report: Report, all: readonly Diagnostic[], severity: Severity, limit: number) {
  const shown = all.filter((one) => one.severity === severity);
  return hangConsequences(all, shown).map(({ diagnostic, consequences }) => {
    const { path, range, message } = diagnostic;
    const said = visibleLine(message.zh);
    const place = path.length > 0 ? label(report, path) : '';
    const where = [`第${range.line}行`, ...(said.includes(place) ? [] : [place])].join('，');
    const following = countBelow(consequences);
    const more = following > 0 ? `（另有 ${following} 处由它引起）` : '';
    return { text: `${shortened(`${where}：${said}`, limit)}${more}`, stands: following + 1 };
  });
}

const countBelow = (trees: readonly Tree[]): number =>
  trees.reduce((sum, { consequences }) => sum + 1 + countBelow(consequences), 0);

/** What is waived, why, by whom and until when. */
function waiverText(report: Report, waiver: WaiverStatus, limit: number): string {
  const { at, reason, approvedBy, expires, waives } = waiver;
  const said = (text: string, share: number) => shortened(visibleLine(text), limit * share);
  const what = said(waives[0]?.message.zh ?? label(report, at.split('.')), 0.25);
  const by = approvedBy === undefined ? '没有写批准人' : `${said(approvedBy, 0.2)}批准`;
  const until = expires === undefined ? '没有写到期日' : `到期 ${said(expires, 0.2)}`;
  return `${what}。理由：${said(reason, 0.5)}（${by}，${until}）`;
}
