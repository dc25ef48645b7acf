import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const fees = (amount: string, text = '') =>
  `{ active_disclosure: { administrative_fees: { amount_wan_yuan: ${amount} } }, other_matters: { text: 没有收取信息处理费。${text} } }`;
const found = (now: string, before: string) =>
  findingsInExample({ previous: fees(before) }, fees(now)).map(({ rule, message, hint }) => [
    rule,
    message.zh,
    hint?.zh,
  ]);

describe("an amount beside last year's", () => {
  test('yuan for 万元: the message gives the factor, the hint what to write', () => {
    expect(found('123500', '11.2')).toEqual([
      [
        'unit-of-amount',
        '行政事业性收费 · 本年收费金额（单位：万元）是 123500，是上年 11.2 的 11027 倍',
        '单位是万元：123500 元写成 12.35；确实有这么多的，不必改',
      ],
    ]);
  });

  test.each([
    ['3580.5', '0.52'],
    ['11.2', '123500'],
    ['"316441"', '31.644'],
    ['59237244.9', '8000'],
  ])('%s after %s is found', (now, before) => {
    expect(found(now, before).map(([rule]) => rule)).toEqual(['unit-of-amount']);
  });

  test.each([
    ['12.35', '11.2'],
    ['1235', '11.2'],
    ['0', '123500'],
    ['123500', '0'],
    ['59237.2449', '72701.2578'],
    ['null', '11.2'],
  ])('%s after %s is not', (now, before) => {
    expect(found(now, before).filter(([rule]) => rule === 'unit-of-amount')).toEqual([]);
  });

  test('the information processing fee is in 元', () => {
    const fee = (yuan: number) =>
      `other_matters: { text: 收取信息处理费。, information_processing_fee: { amount_collected_yuan: ${yuan} } }`;
    const [finding] = findingsInExample({ previous: fee(300) }, fee(3_000_000)).filter(
      ({ rule }) => rule === 'unit-of-amount',
    );
    expect(finding?.hint?.zh).toBe('单位是元，核对两年的数');
  });
});

describe('an amount beside the prose', () => {
  const said = (amount: string, text: string) =>
    findingsInExample({}, fees(amount, text)).map(({ rule, message }) => `${rule} ${message.zh}`);

  test.each([
    ['123500', '全年行政事业性收费12.35万元。', '正文说“行政事业性收费12.35万元”'],
    ['123500', '全年行政事业性收费123500元。', '正文说“行政事业性收费123500元”'],
    ['12.35', '全年行政事业性收费12.35元。', '正文说“行政事业性收费12.35元”'],
    ['123500', '行政事业性收费总额12.35万元。', '正文说“行政事业性收费总额12.35万元”'],
    ['123500', '行政事业性收费项目3项，金额12.35万元。', '正文说“12.35万元”'],
    ['123500', '行政事业性收费账目清楚，入账12.35万元。', '正文说“入账12.35万元”'],
  ])('%s and %s', (amount, text, start) => {
    expect(said(amount, text)).toEqual([
      `prose-against-tables ${start}，行政事业性收费 · 本年收费金额（单位：万元）是 ${amount}，相差一万倍`,
    ]);
  });

  test.each(['行政事业性收费统筹规范12.35万元。', '行政事业性收费管理规范，落实12.35万元。'])(
    'a sentence that is not read as a statement: %s',
    (text) => {
      expect(said('123500', text)).toEqual([
        'unit-of-amount 正文说“12.35万元”，行政事业性收费 · 本年收费金额（单位：万元）是 123500，相差一万倍',
      ]);
      expect(said('12.35', text)).toEqual([]);
    },
  );

  test.each([
    ['12.35', '全年行政事业性收费12.35万元。'],
    ['123500', '落实行政事业性收费减免。培训费12.35万元。'],
    ['12.35', '全年行政事业性收费123500元。'],
    ['12.3512', '全年行政事业性收费12.4万元。'],
  ])('%s agrees with %s', (amount, text) => {
    expect(said(amount, text)).toEqual([]);
  });

  test('another difference is told with the number of the table', () => {
    expect(said('12.35', '全年行政事业性收费13.35万元。')[0]).toContain('是 12.35');
  });
});
