import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/report/report.ts';
import { data, found, ofKind, verdicts } from '../judged.ts';

describe('money down to the 分', () => {
  const fees = (amount: string, text: string) =>
    verdicts(text, readReport({ ...data, active_disclosure: { administrative_fees: { amount_wan_yuan: amount } } }));

  test.each([
    ['5949.088667', '5949.088667万元'],
    ['5949.088667', '59490886.67元'],
    ['5949.088667', '5949.09万元'],
    ['5949.088667', '5,949.0887万元'],
    ['5949.088667', '0.59亿元'],
    ['18651.064104', '18651.0641万元'],
    ['4166.241619', '4166万元'],
    ['0.000001', '0.01元'],
  ])('%s is told as %s', (amount, told) => {
    expect(fees(amount, `收取行政事业性收费${told}。`)).toEqual(['fees:administrative agrees']);
  });

  test.each([
    ['5949.088667', '5949.088668万元'],
    ['5949.088667', '59490886.66元'],
    ['5949.088667', '5949.08万元'],
    ['5949.088667', '5949.0886万元'],
    ['0.004', '0万元'],
    ['999999999.999999', '999999999.999998万元'],
  ])('%s is not told as %s', (amount, told) => {
    expect(fees(amount, `收取行政事业性收费${told}。`)).toEqual(['fees:administrative contradicts']);
  });

  test.each(['全年收费12.5万元。', '各类收费金额125000元，全部上缴国库。'])('is that of any fee in %s', (text) => {
    expect(fees('12.5', text)).toEqual(['fees:any agrees']);
    expect(fees('13.5', text)).toEqual(['fees:any open']);
  });

  test('adds up', () => {
    expect(found('收取信息处理费300.3元，其中网上申请100.1元，信函申请200.2元。', 'contradicts')).toEqual([
      'fees:amount_collected_yuan contradicts',
    ]);
  });
});

test('amounts are added exactly to the 分', () => {
  const [sum] = ofKind('list', '收取信息处理费0.3元，其中按件0.1元，按量0.2元。');
  expect(sum).toMatchObject({ verdict: 'agrees', computed: { zh: '0.1＋0.2＝0.3 元' } });
  const [more] = ofKind('list', '收取信息处理费0.4元，其中按件0.1元，其他0.2元。');
  expect(more?.computed?.zh).toBe('0.1＋0.2＝0.3 元，总数是 0.4 元，相差 0.1 元');
});
