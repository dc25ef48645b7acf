import { describe, expect, test } from 'vitest';
import { NUMBER_PATTERNS } from '../../src/form/numbers.ts';
import type { ColumnDef } from '../../src/form/types.ts';
import { normalizeNumber } from '../../src/report/normalize-number.ts';

type Column = Pick<ColumnDef, 'key' | 'kind'>;
const count: Column = { key: 'issued', kind: 'count' };
const items: Column = { key: 'items_last_year', kind: 'count' };
const change: Column = { key: 'items_change', kind: 'change' };
const wan: Column = { key: 'amount_wan_yuan', kind: 'wan_yuan' };
const yuan: Column = { key: 'amount_collected_yuan', kind: 'yuan' };
const amount: Column = { key: 'total_amount', kind: 'amount' };

describe('what can only mean one number is written as it', () => {
  test.each([
    ['12', count, '12'],
    ['1,234', count, '1234'],
    ['1,234,567', count, '1234567'],
    ['１２', count, '12'],
    ['１，２３４', count, '1234'],
    ['12件', count, '12'],
    ['12 件', count, '12'],
    ['１，２３４ 件', count, '1234'],
    [' 12　', count, '12'],
    ['+12', count, '12'],
    ['＋12', count, '12'],
    ['012', count, '12'],
    ['00', count, '0'],
    ['0件', count, '0'],
    ['38项', items, '38'],
    ['38个', items, '38'],
    ['－８', change, '-8'],
    ['−8', change, '-8'],
    ['-08', change, '-8'],
    ['+0', change, '0'],
    ['+3', change, '+3'],
    ['十二', count, '12'],
    ['两件', count, '2'],
    ['一百零三', count, '103'],
    ['零', count, '0'],
    ['12.0', count, '12'],
    ['48 210', count, '48210'],
    ['共132', count, '132'],
    ['共计132件', count, '132'],
    ['“12”', count, '12'],
    ['12。', count, '12'],
    ['12\u200b', count, '12'],
    ['=100+32', count, '132'],
    ['＝3+4', count, '7'],
    ['59,237.2449', wan, '59237.2449'],
    ['３８６．４２', wan, '386.42'],
    ['386.42万元', wan, '386.42'],
    ['5,949.088667', wan, '5949.088667'],
    ['５９４９．０８８６６７ 万元', wan, '5949.088667'],
    ['012.50', wan, '12.50'],
    ['2,230元', yuan, '2230'],
    ['2230.50 元', yuan, '2230.50'],
    ['251,000元', amount, '251000元'],
    ['52.15 万元', amount, '52.15万元'],
    ['1,052.150025 万元', amount, '1052.150025万元'],
    ['251000.50 元', amount, '251000.50元'],
  ])('%s', (written, column, number) => {
    expect(normalizeNumber(written, column)).toBe(number);
    expect(number).toMatch(new RegExp(NUMBER_PATTERNS[column.kind]));
    expect(normalizeNumber(number, column)).toBe(number);
  });
});

describe('what may mean something else is left', () => {
  test.each([
    ...[
      '',
      '-',
      '—',
      '/',
      '无',
      'null',
      '约12',
      '12余',
      '12多',
      '一百二',
      '十几',
      '1e3',
      '0x1F',
      '0b1',
      '1_234',
      '1 23',
      '12 345 67',
      "1'234",
    ],
    ...['12.5', '12.', '.5', '-3', '－3', '--3', '1,23', '12,34', '1,2345', '0,123', '012,345', '1234,567'],
    ...[
      '12件次',
      '12人次',
      '12万件',
      '1.2万',
      '12条',
      '12起',
      '12元',
      '12万元',
      '12件（含上年）',
      '12-13',
      '12/13',
      'O',
      'l2',
    ],
    ...['1234567890123', 'NaN', 'Infinity', '１２／', '12件件', '件', '+', '１．５', '1,234.5', '+-1', '++1'],
  ])('%s as a count', (written) => {
    expect(normalizeNumber(written, count)).toBeUndefined();
  });

  test.each([
    ['59237元', wan],
    ['5.9亿元', wan],
    ['386.4204567', wan],
    ['5949.088667元', wan],
    ['251000.505元', amount],
    ['52.1500251万元', amount],
    ['2230.505', yuan],
    ['0.223万元', yuan],
    ['1,234,56', yuan],
    ['-3', wan],
    ['12件', items],
    ['12万', amount],
    ['12项', count],
    ['减4', change],
    ['- 4', change],
  ])('%s', (written, column) => {
    expect(normalizeNumber(written, column)).toBeUndefined();
  });
});
