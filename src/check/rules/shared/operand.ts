import type { Related } from '../../../diagnostics/diagnostic.ts';
import type { Cell } from '../../../report/cell.ts';

/** A cell related to a finding, with its number. */
export const operand = ({ path, name, text, value }: Cell): Related => ({
  path: path.split('.'),
  message: { zh: `${name}：${text}`, en: `${name}: ${text}` },
  ...(value === 0 && { minor: true as const }),
});

/** A cell of last year's report related to a finding, with its number. */
export const operandBefore = ({ path, name, text }: Cell): Related => ({
  in: 'previous',
  path: path.split('.'),
  message: { zh: `上年 ${name}：${text}`, en: `last year's ${name}: ${text}` },
});
