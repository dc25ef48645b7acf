import type { DataValidation } from 'hucre';
import { type CellInSheet, rangesOf } from './places.ts';

type Rule = Omit<DataValidation, 'range'>;

const KINDS: Readonly<Record<string, Rule>> = {
  count: {
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    errorMessage: '这里填整数，0 或者更大。不知道的留空，不要填“无”“/”。',
  },
  change: {
    type: 'whole',
    operator: 'between',
    formula1: '-999999999',
    formula2: '999999999',
    errorMessage: '这里填整数，减少的填负数。不知道的留空。',
  },
  wan_yuan: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    errorMessage: '这里填金额的数，单位万元，最多六位小数，不写单位。',
  },
  yuan: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    errorMessage: '这里填金额的数，单位元，最多两位小数，不写单位。',
  },
};

/** What can be typed in the cells to fill in, one rule for each kind of number. */
export function validations(cells: readonly CellInSheet[], kinds: Readonly<Record<string, string>>): DataValidation[] {
  return Object.entries(KINDS).flatMap(([kind, rule]) => {
    const own = cells.filter(({ cell: { path = '' } }) => kinds[path] === kind);
    if (own.length === 0) return [];
    const range = rangesOf(own).replaceAll(',', ' ');
    return [
      { ...rule, allowBlank: true, showErrorMessage: true, errorTitle: '填数', errorStyle: 'stop' as const, range },
    ];
  });
}
