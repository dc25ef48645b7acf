import type { Waiver } from './waiver.ts';
import { exampleWaiver, WAIVER_FORMAT, type WaiverContext, type WaiverFault, type WaiverRule } from './waiver-rule.ts';

export const waiverExpired: WaiverRule = {
  id: 'waiver-expired',
  severity: 'warning',
  title: { zh: '豁免没有过期', en: 'A waiver has not expired' },
  why: {
    zh: '写了期限的豁免，到期要重新看过。',
    en: 'A waiver with a date has to be reviewed once that date has passed.',
  },
  source: WAIVER_FORMAT,
  example: { good: exampleWaiver('    expires: 2099-12-31'), bad: exampleWaiver('    expires: 2001-12-31') },
  check: expired,
};

function expired({ expires, path }: Waiver, { today }: WaiverContext): WaiverFault | undefined {
  if (expires === undefined || today === undefined || today <= expires) return undefined;
  return {
    path: [...path, 'expires'],
    message: { zh: `这条豁免 ${expires} 已经过期`, en: `This waiver expired on ${expires}` },
    hint: {
      zh: '重新看过，改正、删去或者另写期限',
      en: 'Review it: correct the report, remove the waiver, or set a later date',
    },
  };
}
