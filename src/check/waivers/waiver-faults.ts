import type { Finding, Path } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { RuleInfo } from '../../diagnostics/rule.ts';
import type { Text } from '../../diagnostics/text.ts';
import { isData } from '../../report/access.ts';
import { suggestPath } from '../../report/resolve.ts';
import type { Settings } from '../settings.ts';
import { isOfPrevious, reportOf, valueAt, type Years } from './evidence.ts';
import { canBeWaived, type Waiver } from './waiver.ts';

/** What a waiver is judged by. */
export interface WaiverInput {
  readonly findings: readonly Finding[];
  /** Those that a waiver further up lets stand. */
  readonly waived: ReadonlySet<Finding>;
  readonly years: Years;
  readonly today: string | undefined;
  readonly settings: Settings;
  /** All there are. */
  readonly rules: readonly RuleInfo[];
}

/** Why a waiver does not count, as a finding; `met` are the findings it speaks of. */
export function faultOf(waiver: Waiver, met: readonly Finding[], input: WaiverInput): Finding | undefined {
  return (
    invalid(waiver, input.rules) ??
    expired(waiver, input.today) ??
    changed(waiver, input.years) ??
    unused(waiver, met, input)
  );
}

type Said = { readonly path: Path; readonly message: Text; readonly hint: Text };
const finding = (rule: string, severity: Finding['severity'], said: Said): Finding => ({ rule, severity, ...said });

function invalid({ rule, path }: Waiver, rules: readonly RuleInfo[]): Finding | undefined {
  const place = [...path, 'rule'];
  const known = rules.find(({ id }) => id === rule);
  if (!known) {
    const meant = didYouMean(
      rule,
      rules.map(({ id }) => id),
    );
    return finding('waiver-invalid', 'error', {
      path: place,
      message: { zh: `没有“${rule}”这条规则`, en: `There is no rule "${rule}"` },
      hint: meant
        ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
        : { zh: '用 report explain 看全部规则', en: 'report explain lists them all' },
    });
  }
  if (canBeWaived(known)) return undefined;
  return finding('waiver-invalid', 'error', {
    path: place,
    message: { zh: `“${rule}”不能豁免`, en: `"${rule}" can not be waived` },
    hint: { zh: '删去这条豁免，改正报告', en: 'Remove the waiver and mend the report' },
  });
}

function expired({ expires, path }: Waiver, today: string | undefined): Finding | undefined {
  if (expires === undefined || today === undefined || today <= expires) return undefined;
  return finding('waiver-expired', 'warning', {
    path: [...path, 'expires'],
    message: { zh: `这条豁免 ${expires} 已经过期`, en: `This waiver expired on ${expires}` },
    hint: { zh: '重新看过，改正、删去或者另写期限', en: 'Look again: mend it, remove it or give another date' },
  });
}

/** A value that is no longer what it was when the waiver was given. */
function changed({ values, path }: Waiver, years: Years): Finding | undefined {
  if (!isData(values)) return undefined;
  for (const [name, written] of Object.entries(values)) {
    // Without last year's report its values can't have changed; what is no value is for the schema to name.
    if ((isOfPrevious(name) && !years.previous) || (typeof written === 'object' && written !== null)) continue;
    const [then, now] = [String(written ?? ''), valueAt(years, name)];
    if (now !== undefined && plain(now) === plain(then)) continue;
    const said = now === undefined ? notThere(name, years) : isAnother(name, then, now);
    return finding('waiver-void', 'warning', { path: [...path, 'values', name], ...said });
  }
  return undefined;
}

/** The same amount of money may have more or fewer zeros at its end. */
const plain = (text: string): string => (/^[0-9]+\.[0-9]+$/.test(text) ? text.replace(/\.?0+$/, '') : text);

function notThere(name: string, years: Years): Omit<Said, 'path'> {
  const [report, path] = reportOf(years, name);
  const meant = report && suggestPath(report, path);
  const whole = meant && name.replace(path, meant);
  return {
    message: {
      zh: `报告里没有“${name}”，豁免不算数`,
      en: `The report has no "${name}": the waiver does not count`,
    },
    hint: whole
      ? { zh: `是不是 ${whole}？`, en: `Did you mean ${whole}?` }
      : { zh: '写单元格的路径，或者删去这一项', en: 'Give the path of a cell, or remove this value' },
  };
}

const isAnother = (name: string, then: string, now: string): Omit<Said, 'path'> => ({
  message: {
    zh: `${name} 当时是${then ? ` ${then}` : '空的'}，现在是${now ? ` ${now}` : '空的'}，豁免已经失效`,
    en: `${name} was ${then || 'empty'} and is ${now || 'empty'} now: the waiver is void`,
  },
  hint: {
    zh: '重新看过；仍然可以不改的，写上现在的值',
    en: 'Look again; if it may still stand, give the present value',
  },
});

function unused({ rule, at, path }: Waiver, met: readonly Finding[], input: WaiverInput): Finding | undefined {
  const fresh = met.some((finding) => !input.waived.has(finding));
  if (fresh || (met.length === 0 && isSilent(rule, input))) return undefined;
  const said = met.length > 0 ? alreadyWaived(rule, at) : nothingToWaive(rule, at, input.findings);
  return finding('waiver-unused', 'warning', { path: [...path, 'at'], ...said });
}

/** Nothing can be said of rules that were not asked, nor, without last year's report, of those that compare two years. */
function isSilent(id: string, { years, settings, rules }: WaiverInput): boolean {
  const rule = rules.find((one) => one.id === id);
  const severity = settings.severities[id] ?? (rule?.off ? 'off' : rule?.severity);
  const { report, previous } = years;
  const comparable = previous?.year !== undefined && report.year === previous.year + 1;
  return severity === 'off' || (rule?.example.previous !== undefined && !comparable);
}

const alreadyWaived = (rule: string, at: string): Omit<Said, 'path'> => ({
  message: {
    zh: `${at} 的 ${rule} 前面已经豁免了`,
    en: `The ${rule} at ${at} is waived further up already`,
  },
  hint: { zh: '两条留一条', en: 'Keep one of the two' },
});

function nothingToWaive(rule: string, at: string, findings: readonly Finding[]): Omit<Said, 'path'> {
  const elsewhere = findings.find((one) => one.rule === rule)?.path.join('.');
  return {
    message: { zh: `${at} 没有 ${rule} 的问题，这条豁免用不着`, en: `There is no ${rule} at ${at}: nothing to waive` },
    hint:
      elsewhere === undefined || elsewhere === at
        ? { zh: '删去这条豁免', en: 'Remove the waiver' }
        : {
            zh: `删去这条豁免；${rule} 的问题在 ${elsewhere}`,
            en: `Remove the waiver; there is a ${rule} at ${elsewhere}`,
          },
  };
}
