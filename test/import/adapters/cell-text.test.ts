import { expect, test } from 'vitest';
import { cellText, numberText } from '../../../src/import/adapters/sheets/cell-text.ts';

test.each([
  [25.1, undefined, '25.1'],
  [0.1 + 0.2, undefined, '0.3'],
  [0.000001, 'General', '0.000001'],
  [1.1 + 2.2 + 22.3, undefined, '25.6'],
  [1204, '#,##0', '1204'],
  [25.1, '0.00', '25.10'],
  [5, '0.00_ ', '5'],
  [0, '0;-0;;@', '0'],
  [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '0'],
  [-3, '0_);(0)', '-3'],
  [22, '0"件"', '22件'],
  [1, '0"（二审）"', '1（二审）'],
  [251000, '#,##0"元"', '251,000元'],
  [12, '0;[Red]-0', '12'],
  [12, '@', '12'],
])('%s shown as %s is %s', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test.each([
  [25.126, '0.00', '25.126≈25.13'],
  [25.4, '0', '25.4≈25'],
  [251000, '#,##0,', '251000≈251'],
  [0.5, '0%', '0.5≈50%'],
])('what a format hides is told: %s shown as %s', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});

test('a formula that nobody has computed has no number', () => {
  expect(cellText(null, { value: null, type: 'formula', formula: 'B1+B2' })).toBe('=B1+B2');
  expect(cellText('', { value: '', type: 'formula', formula: 'B1+B2' })).toBe('');
  expect(cellText(7, { value: 7, type: 'formula', formula: 'B1+B2', formulaResult: 7 })).toBe('7');
});

test('dates, errors, truth values and broken lines', () => {
  expect(cellText(new Date(Date.UTC(2024, 0, 22)))).toBe('2024年1月22日');
  expect(cellText('#REF!', { value: '#REF!', type: 'error' })).toBe('#REF!');
  expect(cellText('科研\r\n 机构　')).toBe('科研\n 机构');
});
