import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import { get, getIn } from '../../report/access.ts';
import { operandCells } from '../../report/expression.ts';
import type { Report, Years } from '../../report/report.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { evidenceOf, valueAt, wordsBesides } from './evidence.ts';
import type { Waiver, WaiverState, WaiverStatus } from './waiver.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverInvalid } from './waiver-invalid.ts';
import type { WaiverContext, WaiverRule } from './waiver-rule.ts';
import { waiverUnused } from './waiver-unused.ts';
import { waiverVoid } from './waiver-void.ts';

/** If a waiver has several faults, only the first is reported. */
const RULES: readonly WaiverRule[] = [waiverInvalid, waiverExpired, waiverVoid, waiverUnused];

export interface WaiverResult {
  /** The findings that are not waived, and the findings about waivers. */
  readonly standing: readonly Finding[];
  readonly waivers: readonly WaiverStatus[];
}

/** The data that waivers are checked against, apart from findings and reports. */
export interface WaiverOptions {
  /** `YYYY-MM-DD`; if left out, no waiver expires. */
  readonly today?: string | undefined;
  readonly settings?: Settings;
  /** All rules that a waiver can name. */
  readonly rules: readonly RuleInfo[];
}

/** Removes the findings that a waiver of the report waives. */
export function applyWaivers(
  findings: readonly Finding[],
  years: Years,
  { today, settings = DEFAULT_SETTINGS, rules }: WaiverOptions,
): WaiverResult {
  const list = getIn(years.report.data, 'waivers');
  const waivers = (Array.isArray(list) ? list : []).flatMap(
    (data, index) => readWaiver(data, ['waivers', index]) ?? [],
  );
  const waived = new Set<Finding>();
  const results = waivers.map((waiver) => {
    const result = statusOf(waiver, { findings, waived, years, today, settings, rules });
    if (result.status.state === 'in-force') for (const finding of result.status.waives) waived.add(finding);
    return result;
  });
  return {
    standing: [
      ...findings.filter((finding) => !waived.has(finding)),
      ...results.flatMap(({ finding }) => finding ?? []),
    ],
    waivers: results.map(({ status }) => status),
  };
}

/** Reads one item of the list; undefined if the schema reports a fault in it. */
function readWaiver(data: unknown, path: Path): Waiver | undefined {
  const text = (key: string): string | undefined => {
    const value = get(data, key);
    return typeof value === 'string' ? value : undefined;
  };
  const [rule, at, reason] = ['rule', 'at', 'reason'].map(text);
  if (rule === undefined || at === undefined || reason === undefined) return undefined;
  const [approvedBy, expires, words] = ['approved_by', 'expires', 'words'].map(text);
  return {
    path,
    rule,
    at,
    reason,
    values: get(data, 'values'),
    ...(approvedBy !== undefined && { approvedBy }),
    ...(expires !== undefined && { expires }),
    ...(words !== undefined && { words }),
  };
}

function statusOf(waiver: Waiver, input: WaiverContext): { status: WaiverStatus; finding?: Finding } {
  const met = input.findings.filter((finding) => meets(finding, waiver));
  const waives = met.filter((finding) => !input.waived.has(finding));
  const { values: _values, words: _words, ...shown } = waiver;
  for (const { id: rule, severity, check } of RULES) {
    const fault = check(waiver, input, met);
    if (!fault) continue;
    const state = rule.replace('waiver-', '') as WaiverState;
    return { status: { ...shown, state, waives }, finding: { rule, severity, ...fault } };
  }
  return { status: { ...shown, state: 'in-force', waives } };
}

const meets = ({ rule, path, words = '' }: Finding, waiver: Waiver): boolean =>
  rule === waiver.rule &&
  path.join('.') === waiver.at &&
  (waiver.words === undefined || withoutSpace(waiver.words) === withoutSpace(words));

// Folding lines of Chinese drops spaces, so the same words can have spaces in a block of text but not in quotes.
const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '');

/** The waiver for a finding, ready to paste below `waivers:`; the reason is empty, for a person to write. */
export function waiverFor(found: Finding, years: Years): string {
  const evidence = evidenceOf(found, years);
  const values = Object.entries(withSums(evidence, years.report)).map(
    ([name, value]) => `    ${name}: ${asYaml(value)}`,
  );
  const words = wordsBesides(found, evidence);
  return [
    `- rule: ${found.rule}`,
    `  at: ${found.path.join('.')}`,
    ...(words === undefined ? [] : [`  words: ${JSON.stringify(words)}`]),
    ...(values.length > 0 ? ['  values:', ...values] : []),
    '  reason:',
  ].join('\n');
}

/** The values with the rows of a whole group replaced by their sum, which decides: `sum applications.outcomes.not_disclosed`. */
function withSums(evidence: Readonly<Record<string, string>>, report: Report): Record<string, string> {
  const sums = new Map<string, string>();
  for (const name of Object.keys(evidence)) {
    const group = name.split('.').slice(0, -2).join('.');
    const rows = operandCells(report, group);
    if (rows.length > 1 && rows.every((row) => row in evidence)) for (const row of rows) sums.set(row, `sum ${group}`);
  }
  return Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => {
      const sum = sums.get(name);
      return sum === undefined ? [name, value] : [sum, valueAt({ report }, sum) ?? ''];
    }),
  );
}

/** Writes a value for a YAML map: numbers and dates without quotes, text in quotes, an unknown value as `null`. */
function asYaml(value: string): string {
  if (value === '') return 'null';
  return /^-?[0-9][0-9.-]*$/.test(value) ? value : JSON.stringify(value);
}
