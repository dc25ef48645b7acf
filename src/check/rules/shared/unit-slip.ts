import { roundsTo } from '../../../claims/evaluate.ts';
import type { Figure } from '../../../claims/lex/figures.ts';
import type { Text } from '../../../diagnostics/text.ts';
import type { Cell } from '../../../report/cell.ts';

const YUAN_IN_WAN_YUAN = 10_000;

/** Whether an amount of the prose is 10,000 times an amount in yuan, or a ten-thousandth of it. */
export function isUnitSlip(figure: Figure, yuan: number): boolean {
  // Rounding must not turn a few yuan into another number.
  const says = (exact: number) => roundsTo(exact, figure) && Math.abs(exact - figure.value) <= figure.value / 100;
  return figure.kind === 'money' && yuan > 0 && (says(yuan / YUAN_IN_WAN_YUAN) || says(yuan * YUAN_IN_WAN_YUAN));
}

/** Message and hint for words of the prose that give the amount of a cell in the wrong unit. */
export function tellUnitSlip(words: string, { name, text, kind }: Cell): { message: Text; hint: Text } {
  const unit = kind === 'wan_yuan' ? '万元' : '元';
  return {
    message: {
      zh: `正文说“${words}”，${name}是 ${text}，相差一万倍`,
      en: `The prose says "${words}", but ${name} is ${text}: one is 10,000 times the other`,
    },
    hint: {
      zh: `表里的单位是${unit}，核对是哪一处的单位错了`,
      en: `The unit in the table is ${unit}; check which of the two is wrong`,
    },
  };
}
