import { say, type Text } from '../../diagnostics/text.ts';
import type { ColumnDef, ValueKind } from '../../form/types.ts';
import { normalizeNumber } from '../../report/normalize-number.ts';
import { CHECK, SLIPS, write } from './number-slips.ts';

/** Describes a value that should be a number, and says what to write instead. */
export interface NumberProblem {
  readonly message: Text;
  readonly hint: Text;
}

/** No longer text was meant as a number. */
const LONGEST = 200;

const EXPECTED: Readonly<Record<ValueKind, Text>> = {
  count: say('这里要一个 0 或者更大的整数', 'This must be a whole number, 0 or more'),
  change: say('这里要一个整数，减少用负数', 'This must be a whole number; for a decrease it is negative'),
  wan_yuan: say('这里要一个以万元为单位的数，最多六位小数', 'This must be an amount in 万元 with at most 6 decimals'),
  yuan: say('这里要一个以元为单位的数，最多两位小数', 'This must be an amount in 元 with at most 2 decimals'),
  amount: say('这里要一个金额，例如 251000元 或 52.15万元', 'This must be an amount, such as 251000元 or 52.15万元'),
};

/** Says why a value is not a number of this column. */
export function describeNumber(written: unknown, column: Pick<ColumnDef, 'key' | 'kind'>): NumberProblem {
  const { kind } = column;
  if (Array.isArray(written)) {
    const [only, ...others] = written;
    const hint = others.length === 0 && typeof only !== 'object' ? write(String(only)) : EXPECTED[kind];
    return { message: say('这里是一个列表', 'This is a list'), hint };
  }
  if (typeof written === 'boolean') {
    return { message: say(`这里是 ${written}`, `This is ${written}`), hint: EXPECTED[kind] };
  }
  const text = String(written);
  const certain = normalizeNumber(text, column);
  for (const { pattern, kinds, problem } of text.length > LONGEST ? [] : SLIPS) {
    if (kinds && !kinds.includes(kind)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    const { message, hint } = problem(text, match, kind);
    return { message, hint: certain === undefined ? (hint ?? CHECK) : write(certain) };
  }
  const hint = certain === undefined ? EXPECTED[kind] : write(certain);
  return { message: say(`“${text}”不是数字`, `"${text}" is not a number`), hint };
}
