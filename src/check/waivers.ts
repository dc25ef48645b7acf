import type { Finding, Path } from '../diagnostics/diagnostic.ts';
import type { Text } from '../diagnostics/text.ts';
import { get, getIn, isData } from '../report/access.ts';
import { didYouMean } from '../report/resolve.ts';
import { evidenceOf, valueAt, type Years } from './evidence.ts';
import { ALL_RULES } from './rule-list.ts';

/** How a waiver stands: in force, or why it is not. */
export type WaiverState = 'in-force' | 'void' | 'expired' | 'unused' | 'invalid';

/** A waiver of a report file, with what became of it. */
export interface WaiverStatus {
  readonly path: Path;
  readonly rule: string;
  readonly at: string;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly expires?: string;
  readonly state: WaiverState;
  /** The findings it lets stand. */
  readonly waives: readonly Finding[];
}

export interface WaiverResult {
  /** The findings that no waiver lets stand, with those about waivers. */
  readonly standing: readonly Finding[];
  readonly waivers: readonly WaiverStatus[];
}

const ruleOf = (id: string) => ALL_RULES.find((rule) => rule.id === id);
const canBeWaived = (id: string): boolean => ruleOf(id)?.fixed !== true && !id.startsWith('waiver-');

/** Takes out the findings that a waiver of the report lets stand. `today` is `YYYY-MM-DD`; without it nothing expires. */
export function applyWaivers(findings: readonly Finding[], years: Years, today: string | undefined): WaiverResult {
  const list = getIn(years.report.data, 'waivers');
  const judged = (Array.isArray(list) ? list : []).flatMap((data, index) => {
    const waiver = readWaiver(data, ['waivers', index]);
    return waiver ? [judge(waiver, findings, years, today)] : [];
  });
  const waived = new Set(judged.flatMap(({ status }) => (status.state === 'in-force' ? status.waives : [])));
  return {
    standing: [
      ...findings.filter((finding) => !waived.has(finding)),
      ...judged.flatMap(({ finding }) => finding ?? []),
    ],
    waivers: judged.map(({ status }) => status),
  };
}

type Waiver = Omit<WaiverStatus, 'state' | 'waives'> & { readonly words?: string; readonly values: unknown };

/** One item of the list; undefined where the schema has something to say of it. */
function readWaiver(data: unknown, path: Path): Waiver | undefined {
  const [rule, at, reason, approvedBy, expires, words] = [
    'rule',
    'at',
    'reason',
    'approved_by',
    'expires',
    'words',
  ].map((key) => get(data, key));
  if (typeof rule !== 'string' || typeof at !== 'string' || typeof reason !== 'string') return undefined;
  return {
    path,
    rule,
    at,
    reason,
    values: get(data, 'values'),
    ...(typeof approvedBy === 'string' && { approvedBy }),
    ...(typeof expires === 'string' && { expires }),
    ...(typeof words === 'string' && { words }),
  };
}

function judge(
  waiver: Waiver,
  findings: readonly Finding[],
  years: Years,
  today: string | undefined,
): { status: WaiverStatus; finding?: Finding } {
  const waives = findings.filter((finding) => meets(finding, waiver));
  const wrong = invalid(waiver) ?? expired(waiver, today) ?? changed(waiver, years) ?? unused(waiver, waives, years);
  const { values: _values, words: _words, ...shown } = waiver;
  const state = (wrong?.rule.replace('waiver-', '') ?? 'in-force') as WaiverState;
  return { status: { ...shown, state, waives }, ...(wrong && { finding: wrong }) };
}

const meets = ({ rule, path, words }: Finding, waiver: Waiver): boolean =>
  rule === waiver.rule && path.join('.') === waiver.at && (waiver.words === undefined || waiver.words === words);

type Said = { readonly path: Path; readonly message: Text; readonly hint: Text };
const finding = (rule: string, severity: Finding['severity'], said: Said): Finding => ({ rule, severity, ...said });

function invalid({ rule, path }: Waiver): Finding | undefined {
  const place = [...path, 'rule'];
  if (!ruleOf(rule)) {
    const meant = didYouMean(
      rule,
      ALL_RULES.map(({ id }) => id),
    );
    return finding('waiver-invalid', 'error', {
      path: place,
      message: { zh: `没有“${rule}”这条规则`, en: `There is no rule "${rule}"` },
      hint: meant
        ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
        : { zh: '用 report explain 看全部规则', en: 'report explain lists them all' },
    });
  }
  if (canBeWaived(rule)) return undefined;
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

/** A number that is no longer what it was when the waiver was given. */
function changed({ values, path }: Waiver, years: Years): Finding | undefined {
  if (!isData(values)) return undefined;
  for (const [name, then] of Object.entries(values)) {
    const now = valueAt(years, name);
    if (now === String(then)) continue;
    return finding('waiver-void', 'warning', {
      path: [...path, 'values', name],
      message:
        now === undefined
          ? { zh: `没有“${name}”这个单元格，豁免不算数`, en: `There is no cell "${name}": the waiver does not count` }
          : {
              zh: `${name} 当时是 ${then}，现在是 ${now || '空的'}，豁免已经失效`,
              en: `${name} was ${then} and is ${now || 'empty'} now: the waiver is void`,
            },
      hint: {
        zh: '重新看过；仍然可以不改的，写上现在的数',
        en: 'Look again; if it may still stand, give the present number',
      },
    });
  }
  return undefined;
}

function unused({ rule, at, path }: Waiver, waives: readonly Finding[], years: Years): Finding | undefined {
  // Without last year's report nothing can be said of the rules that compare two years.
  const silent = ruleOf(rule)?.example.previous !== undefined && !years.previous;
  if (waives.length > 0 || silent) return undefined;
  return finding('waiver-unused', 'warning', {
    path: [...path, 'at'],
    message: { zh: `${at} 没有 ${rule} 的问题，这条豁免用不着`, en: `There is no ${rule} at ${at}: nothing to waive` },
    hint: { zh: '删去这条豁免', en: 'Remove the waiver' },
  });
}

/** The waiver that would let a finding stand, ready to paste below `waivers:`; the reason is for a person to write. */
export function waiverFor(found: Finding, years: Years | undefined): string | undefined {
  if (!years || !canBeWaived(found.rule) || !ruleOf(found.rule)) return undefined;
  const values = Object.entries(evidenceOf(found, years)).map(([name, value]) => `${name}: ${value || 'null'}`);
  return [
    `- rule: ${found.rule}`,
    `  at: ${found.path.join('.')}`,
    ...(found.words === undefined ? [] : [`  words: ${JSON.stringify(found.words)}`]),
    ...(values.length > 0 ? [`  values: { ${values.join(', ')} }`] : []),
    '  reason:',
  ].join('\n');
}
