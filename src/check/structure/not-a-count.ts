import { fixedRule } from '../../diagnostics/rule.ts';
import { say } from '../../diagnostics/text.ts';
import type { Cell } from '../../report/cell.ts';
import { FORM_TABLES } from '../sources.ts';
import { describeNumber } from './describe-number.ts';
import type { SchemaError, SchemaFinding } from './schema-error.ts';

export const notACount = fixedRule({
  id: 'not-a-count',
  title: say(
    '件数是不小于零的整数；金额以万元计最多六位小数，以元计最多两位',
    'A count is a whole number, 0 or more; an amount has at most 6 decimals in 万元 and 2 in 元',
  ),
  why: say(
    '单位、逗号、斜杠、负数和小数都不是件数；这样的单元格不能参加任何一个和。',
    'A value with a unit, comma or slash, a negative number and a fraction are not counts; such a cell cannot be added up.',
  ),
  source: FORM_TABLES,
  example: {
    good: 'active_disclosure: { administrative_licensing: { decisions: 36 } }',
    bad: 'active_disclosure: { administrative_licensing: { decisions: 36件 } }',
  },
});

export function describeNotACount({ value }: SchemaError, cell: Cell): SchemaFinding {
  const { message, hint } = describeNumber(value, {
    key: cell.path.slice(cell.path.lastIndexOf('.') + 1),
    kind: cell.kind,
  });
  return {
    rule: notACount.id,
    message: say(`${cell.name}：${message.zh}`, `${cell.name}: ${message.en}`),
    hint,
  };
}

/** In `{ issued: 1,204 }` YAML reads the comma as the end of the number, and 204 as a key. */
export function describeSplitNumber({ path }: SchemaError, key: string): SchemaFinding {
  return {
    rule: notACount.id,
    path: [...path, key],
    at: 'key',
    message: say(
      `前一个数里有逗号，逗号后面的“${key}”没有读进去`,
      `The number before this has a comma, and "${key}" after the comma was not read as part of it`,
    ),
    hint: say(
      '数字里不用逗号（千位分隔符）；小数点写“.”',
      'Write numbers without commas as thousands separators, and "." for the decimal point',
    ),
  };
}
