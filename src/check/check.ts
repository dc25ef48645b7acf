import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import type { Waived } from '../diagnostics/result.ts';
import { timed } from '../diagnostics/timings.ts';
import { type Report, readReport } from '../report/report.ts';
import type { Source } from '../source/parse.ts';
import { linkCauses } from './link-causes.ts';
import { locateFindings, textFinder } from './locate-findings.ts';
import { publishedFindings } from './published/published-findings.ts';
import type { RuleInput } from './rule.ts';
import { ALL_RULES } from './rule-list.ts';
import { runRules, withYearBefore } from './run-rules.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { checkUnknownCells } from './structure/cell-unknown.ts';
import { checkParagraphs } from './structure/doubtful-paragraph.ts';
import { checkFormEdition } from './structure/form-edition.ts';
import { checkHybridForm } from './structure/hybrid-form.ts';
import { linkMisspeltRows } from './structure/misspelt-rows.ts';
import { checkDates } from './structure/not-a-date.ts';
import { checkRemarks, linkToRemarks } from './structure/remarks.ts';
import { checkSchema } from './structure/schema.ts';
import { checkSpreadsheetLines } from './structure/spreadsheet-lines.ts';
import type { PlaceText } from './structure/text-finding.ts';
import { checkBraces } from './structure/unknown-path.ts';
import { checkMarkup } from './structure/unsupported-markup.ts';
import { gapsOf } from './sums/gaps.ts';
import { checkSums } from './sums/identities.ts';
import type { WaiverStatus } from './waivers/waiver.ts';
import { applyWaivers } from './waivers/waivers.ts';
import { witnessesOf } from './witnesses.ts';
import { linkToYear } from './wrong-year.ts';

/** The result of checking a file: its findings in order, and the report unless the file cannot be read at all. */
export interface Checked {
  readonly source: Source;
  readonly report: Report | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The findings that a waiver of the report waives. */
  readonly waived: readonly Waived[];
  readonly waivers: readonly WaiverStatus[];
  /** Last year's report, if it was given and can be read. */
  readonly previous?: Previous;
}

/** Other data that a report is checked against. */
export interface CheckOptions {
  /** Last year's report, or the finding that says why it cannot be read. */
  readonly previous?: Previous | Finding;
  readonly settings?: Settings;
  /** `YYYY-MM-DD`: decides whether a waiver has expired and whether the period has begun. */
  readonly today?: string;
}

/** Last year's report as `check` needs it. */
export interface Previous {
  readonly source: Source;
  readonly report: Report;
}

/** Checks one report file. Never throws: anything wrong with the file becomes a diagnostic. */
export const check = (source: Source, options: CheckOptions = {}): Checked =>
  timed('check', () => checkSource(source, options));

function checkSource(source: Source, options: CheckOptions): Checked {
  if (source.data === undefined) {
    return { source, report: undefined, diagnostics: locateFindings(source, source.findings), waived: [], waivers: [] };
  }
  const { settings = DEFAULT_SETTINGS } = options;
  const previous = options.previous && 'source' in options.previous ? options.previous : undefined;
  const report = readReport(source.data, previous?.report);
  const unreadable = options.previous && 'rule' in options.previous ? [options.previous] : [];
  const input = { report, previous: previous?.report, settings, file: source.file, today: options.today };
  const placeText: PlaceText = ({ path }) => textFinder(source, path);
  const found = linkToYear(input, [...findingsIn(input, placeText), ...unreadable], (other) =>
    findingsIn(other, placeText),
  );
  const findings = source.published
    ? publishedFindings(report, source.published, found)
    : linkToRemarks([...checkRemarks(source), ...found]);
  const years = { report, previous: previous?.report };
  const { standing, waivers } = applyWaivers(linkMisspeltRows(report, findings), years, {
    today: options.today,
    settings,
    rules: ALL_RULES,
  });
  const setting = { years, previous: previous?.source };
  return {
    source,
    report,
    diagnostics: locateFindings(source, graded(standing, settings), setting),
    waived: waivers.flatMap((waiver) =>
      waivedBy(waiver, (found) => locateFindings(source, graded(found, settings), setting)),
    ),
    waivers,
    ...(previous && { previous }),
  };
}

/** All findings of a report, before waivers and settings. */
function findingsIn(input: RuleInput, placeText: PlaceText): Finding[] {
  const { report } = input;
  const gaps = gapsOf(report);
  const years = withYearBefore(input);
  const witnesses = witnessesOf(years);
  const sums = checkSums(report, gaps, witnesses);
  const findings = [
    ...checkSchema(report),
    ...checkFormEdition(report),
    ...checkHybridForm(report),
    ...checkDates(report),
    ...checkUnknownCells(report, gaps),
    ...sums.findings,
    ...checkBraces(report, placeText),
    ...checkMarkup(report, placeText),
    ...checkParagraphs(report, placeText),
    ...checkSpreadsheetLines(report, placeText),
    ...runRules(input),
  ];
  return linkCauses(findings, { years, causes: sums.causes, witnesses });
}

function waivedBy(
  { state, reason, waives }: WaiverStatus,
  placed: (found: readonly Finding[]) => Diagnostic[],
): Waived[] {
  return state === 'in-force' ? placed(waives).map((diagnostic) => ({ diagnostic, by: 'waiver', reason })) : [];
}

/** Gives the findings the severities of the settings; `off` removes a rule's findings. Causes are kept. */
function graded(findings: readonly Finding[], { severities }: Settings): Finding[] {
  const made = new Map<Finding, Finding>();
  const grade = (finding: Finding): Finding => {
    const known = made.get(finding);
    if (known) return known;
    const severity = finding.minor ? 'info' : (severities[finding.rule] ?? finding.severity);
    const cause = finding.cause && grade(finding.cause);
    const own = { ...finding, ...(severity !== 'off' && { severity }), ...(cause && { cause }) };
    made.set(finding, own);
    return own;
  };
  return findings.filter(({ rule }) => severities[rule] !== 'off').map(grade);
}
