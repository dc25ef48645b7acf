import { expect, test } from 'vitest';
import type { ValueKind } from '../../src/form/types.ts';
import { fenOf, moneyText } from '../../src/report/money.ts';

const cell = (kind: ValueKind, text: string) =>
  ({ path: 'x', name: 'x', kind, total: false, state: 'stated', text }) as const;

test.each([
  ['yuan', '0', 0n],
  ['yuan', '2950', 295_000n],
  ['yuan', '400.5', 40_050n],
  ['yuan', '0.01', 1n],
  ['wan_yuan', '0.0001', 100n],
  ['wan_yuan', '59237.2449', 59_237_244_900n],
  ['wan_yuan', '0.000001', 1n],
  ['wan_yuan', '5949.088667', 5_949_088_667n],
  ['wan_yuan', '18651.064104', 18_651_064_104n],
  ['wan_yuan', '4166.241619', 4_166_241_619n],
  ['wan_yuan', '999999999999.999999', 999_999_999_999_999_999n],
] as const)('%s %s is exact', (kind, text, fen) => {
  expect(fenOf(cell(kind, text))).toBe(fen);
});

test('what is no money in 元 or 万元, or is unknown, has no amount', () => {
  expect(fenOf(cell('count', '12'))).toBeUndefined();
  expect(fenOf(cell('amount', '251000元'))).toBeUndefined();
  expect(fenOf({ ...cell('yuan', ''), state: 'unknown' })).toBeUndefined();
});

test('an amount is written without needless zeros', () => {
  expect(moneyText(295_000n, 'wan_yuan')).toBe('0.295');
  expect(moneyText(1n, 'wan_yuan')).toBe('0.000001');
  expect(moneyText(5_949_088_667n, 'wan_yuan')).toBe('5949.088667');
  expect(moneyText(5_949_088_667n, 'yuan')).toBe('59490886.67');
  expect(moneyText(295_000n, 'yuan')).toBe('2950');
  expect(moneyText(5n, 'yuan')).toBe('0.05');
  expect(moneyText(0n, 'yuan')).toBe('0');
});
