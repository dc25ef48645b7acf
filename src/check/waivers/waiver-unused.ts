import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Waiver } from './waiver.ts';
import { exampleWaiver, WAIVER_FORMAT, type WaiverContext, type WaiverFault, type WaiverRule } from './waiver-rule.ts';

export const waiverUnused: WaiverRule = {
  id: 'waiver-unused',
  severity: 'warning',
  title: { zh: '豁免的问题还在', en: 'The waived finding still occurs' },
  why: {
    zh: '问题已经没有了，豁免就该删去，免得盖住以后的问题。',
    en: 'When the finding is gone, the waiver should be removed, or it would hide a later one.',
  },
  source: WAIVER_FORMAT,
  example: { good: exampleWaiver(''), bad: exampleWaiver('').replace('issued: 2', 'issued: 0') },
  check: unused,
};

function unused({ rule, at, path }: Waiver, input: WaiverContext, met: readonly Finding[]): WaiverFault | undefined {
  const fresh = met.some((finding) => !input.waived.has(finding));
  if (fresh || (met.length === 0 && isSilent(rule, input))) return undefined;
  const said = met.length > 0 ? alreadyWaived(rule, at) : nothingToWaive(rule, at, input.findings);
  return { path: [...path, 'at'], ...said };
}

/** Whether the rule was not checked: it is off, or it compares two years and last year's report is missing. */
function isSilent(id: string, { years, settings, rules }: WaiverContext): boolean {
  const rule = rules.find((one) => one.id === id);
  const severity = settings.severities[id] ?? (rule?.off ? 'off' : rule?.severity);
  const { report, previous } = years;
  const comparable = previous?.year !== undefined && report.year === previous.year + 1;
  return severity === 'off' || (rule?.example.previous !== undefined && !comparable);
}

const alreadyWaived = (rule: string, at: string): Omit<WaiverFault, 'path'> => ({
  message: {
    zh: `${at} 的 ${rule} 前面已经豁免了`,
    en: `${rule} at ${at} is already waived by an earlier waiver`,
  },
  hint: { zh: '两条留一条', en: 'Keep only one of the two' },
});

function nothingToWaive(rule: string, at: string, findings: readonly Finding[]): Omit<WaiverFault, 'path'> {
  const elsewhere = findings.find((one) => one.rule === rule)?.path.join('.');
  return {
    message: {
      zh: `${at} 没有 ${rule} 的问题，这条豁免用不着`,
      en: `There is no ${rule} finding at ${at}, so the waiver has no effect`,
    },
    hint:
      elsewhere === undefined || elsewhere === at
        ? { zh: '删去这条豁免', en: 'Remove the waiver' }
        : {
            zh: `删去这条豁免；${rule} 的问题在 ${elsewhere}`,
            en: `Remove the waiver; there is a ${rule} finding at ${elsewhere}`,
          },
  };
}
