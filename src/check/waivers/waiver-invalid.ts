import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { canBeWaived, type Waiver } from './waiver.ts';
import { exampleWaiver, WAIVER_FORMAT, type WaiverContext, type WaiverFault, type WaiverRule } from './waiver-rule.ts';

export const waiverInvalid: WaiverRule = {
  id: 'waiver-invalid',
  severity: 'error',
  fixed: true,
  title: { zh: '豁免指向一条可以豁免的规则', en: 'A waiver names a rule that can be waived' },
  why: {
    zh: '规则写错的豁免什么也不豁免；语法、数的写法、空白单元格和表内勾稽关系不能豁免。',
    en: 'A waiver for a rule that does not exist has no effect; syntax, the way numbers are written, blank cells and the identities of the tables cannot be waived.',
  },
  source: WAIVER_FORMAT,
  example: {
    good: exampleWaiver(''),
    bad: exampleWaiver('  - { rule: outcomes-total, at: applications.outcomes.total.total, reason: 不改 }'),
  },
  check: invalid,
};

function invalid({ rule, path }: Waiver, { rules }: WaiverContext): WaiverFault | undefined {
  const place = [...path, 'rule'];
  const known = rules.find(({ id }) => id === rule);
  if (!known) {
    const meant = didYouMean(
      rule,
      rules.map(({ id }) => id),
    );
    return {
      path: place,
      message: { zh: `没有“${rule}”这条规则`, en: `There is no rule "${rule}"` },
      hint: meant
        ? { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` }
        : { zh: '用 report explain 看全部规则', en: 'report explain lists all rules' },
    };
  }
  if (canBeWaived(known)) return undefined;
  return {
    path: place,
    message: { zh: `“${rule}”不能豁免`, en: `"${rule}" cannot be waived` },
    hint: { zh: '删去这条豁免，改正报告', en: 'Remove the waiver and correct the report' },
  };
}
