import type { Severity } from '../diagnostics/diagnostic.ts';
import type { RuleInfo } from '../diagnostics/rule.ts';
import type { Text } from '../diagnostics/text.ts';
import { canBeWaived } from './waivers/waiver.ts';

/** Words about rules in general, used in `report explain` and on the rules page. */

export const SEVERITIES: Readonly<Record<Severity | 'off', Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '默认关闭', en: 'off by default' },
};

export const severityOf = ({ severity, off }: RuleInfo): Severity | 'off' => (off ? 'off' : severity);

const FIXED: Text = { zh: '不能关闭，不能豁免', en: 'It can neither be switched off nor waived' };
const SETTABLE: Text = {
  zh: '可以在 report.config.yaml 里改级别、关闭，不能豁免',
  en: 'Its severity can be set in report.config.yaml; it cannot be waived',
};
const WAIVABLE: Text = {
  zh: '可以在 report.config.yaml 里改级别、关闭，也可以在报告里写明理由豁免',
  en: 'Its severity can be set in report.config.yaml, and a report can waive it with a reason',
};

/** Says whether a rule can be switched off and waived. */
export function freedomOf(rule: RuleInfo): Text {
  if (rule.fixed) return FIXED;
  return canBeWaived(rule) ? WAIVABLE : SETTABLE;
}
