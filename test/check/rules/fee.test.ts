import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../rule-examples.ts';

const found = (report: string, previous?: string) =>
  findingsInExample(previous === undefined ? {} : { previous }, report).map(({ rule }) => rule);

const six = (figures: string, text = '发出了收费通知。') =>
  `other_matters: { text: ${text}, information_processing_fee: { ${figures} } }`;

describe('a fee that was not paid', () => {
  const unpaid = (text: string) => `
applications: { received: { natural_person: 1 }, outcomes: { other_handling: { fee_unpaid: { natural_person: 1 } } } }
other_matters: { text: "${text}" }`;

  test.each([
    '本年度未收取信息处理费。',
    '没有发出信息处理费收费通知。',
    '未发出政府信息公开信息处理费收费通知书，不存在收取信息处理费的情况。',
    '发出收费通知0件，收取信息处理费0元。',
  ])('is not explained by %s', (text) => {
    expect(found(unpaid(text))).toEqual(['fee-notices-unmentioned']);
  });

  test.each([
    '发出信息处理费收费通知3件，实际收取0元。',
    '对25件申请收取了信息处理费2950元。',
    '申请人收到收费通知后没有缴费的1件。',
    '1件申请逾期未缴费，不再处理；没有收取信息处理费。',
    '信息处理费共计400元。',
  ])('is explained by %s', (text) => {
    expect(found(unpaid(text))).toEqual([]);
  });

  test('is explained by figures, but not by zeros', () => {
    const row = unpaid('没有其他事项。').split('\n')[1];
    const fee = (figures: string) => found(`${row}\nother_matters: { information_processing_fee: { ${figures} } }`);
    expect(fee('notices_issued: 1')).toEqual([]);
    expect(fee('amount_collected_yuan: 0, notices_issued: 0')).toEqual(['fee-notices-unmentioned']);
  });
});

describe('the fee is one of the administrative fees', () => {
  const fees = (wanYuan: string, yuan: string) =>
    found(
      `active_disclosure: { administrative_fees: { amount_wan_yuan: ${wanYuan} } }\n${six(`amount_collected_yuan: ${yuan}`)}`,
    );

  test.each([
    ['0.04', '400'],
    ['0.0400', '400.00'],
    ['59237.2449', '2950'],
    ['0.3', '2950'],
    ['0', '0'],
    ['999999999999.0001', '9999999990'],
    ['0.040000', '400'],
    ['0.041', '410.00'],
    ['18651.064104', '186510640'],
  ])('%s 万元 holds %s 元', (wanYuan, yuan) => {
    expect(fees(wanYuan, yuan)).toEqual([]);
  });

  test.each([
    ['0', '10'],
    ['0.03', '400'],
    ['0.0399', '400'],
    ['0.039999', '400'],
    ['0.099999', '1000'],
    ['0.2', '2950'],
    ['0.01', '150'],
  ])('%s 万元 does not hold %s 元', (wanYuan, yuan) => {
    expect(fees(wanYuan, yuan)).toEqual(['fee-in-administrative-fees']);
  });
});

describe('amounts and counts', () => {
  test.each(['amount_notified_yuan: 0', 'amount_notified_yuan: 10', 'amount_notified_yuan: 2230.00'])(
    '%s is a multiple of ten',
    (figure) => {
      expect(found(six(figure))).toEqual([]);
    },
  );

  test.each(['amount_notified_yuan: 5', 'amount_notified_yuan: 10.01', 'amount_notified_yuan: 0.038'])(
    '%s is none',
    (figure) => {
      expect(found(six(figure))).toEqual([figure.includes('0.038') ? 'not-a-count' : 'fee-in-tens']);
    },
  );

  test('one without the other, but not one that is left out', () => {
    expect(found(six('notices_issued: 0, amount_notified_yuan: 100'))).toEqual(['fee-amounts-and-counts']);
    expect(found(six('cases_collected: 1, amount_collected_yuan: 0'))).toEqual(['fee-amounts-and-counts']);
    expect(found(six('cases_collected: 1'))).toEqual([]);
    expect(found(six('notices_issued: 0, cases_collected: 0'))).toEqual([]);
  });
});

describe('more collected than notified', () => {
  const more = six('notices_issued: 1, cases_collected: 2');

  test('is found for cases and for amounts', () => {
    expect(found(more)).toEqual(['fee-collected-as-notified']);
    const amounts = `active_disclosure: { administrative_fees: { amount_wan_yuan: 1 } }\n${six('amount_notified_yuan: 100, amount_collected_yuan: 110')}`;
    expect(found(amounts)).toEqual(['fee-collected-as-notified']);
    expect(found(amounts.replace('110', '100'))).toEqual([]);
  });

  test("is explained by last year's notices", () => {
    expect(found(more, six('notices_issued: 1'))).toEqual([]);
    expect(found(more, six('notices_issued: 0'))).toEqual(['fee-collected-as-notified']);
    expect(found(more, 'year: 2021')).toEqual(['previous-year', 'fee-collected-as-notified']);
  });

  test.each(['含上年发出通知、本年缴费的1件。', '其中1件是2022年发出的通知。'])('is explained by %s', (text) => {
    expect(found(six('notices_issued: 1, cases_collected: 2', `收费通知${text}`))).toEqual([]);
  });
});

describe('section six', () => {
  test.each(['本年度未收取政府信息公开处理费。', '无收费事项。', '没有产生费用。'])('speaks of the fee: %s', (text) => {
    expect(found(`other_matters: { text: ${text} }`)).toEqual([]);
  });

  test('does not, and in a part it does', () => {
    expect(found('other_matters: { text: 没有其他需要报告的事项。 }')).toEqual(['fee-not-mentioned']);
    const parts = 'parts: [{ heading: 信息处理费, text: 没有。 }]';
    expect(found(`other_matters: { text: 说明如下。, ${parts} }`)).toEqual([]);
  });

  test('with figures, right or wrong, it does', () => {
    expect(found(six('notices_issued: 0', '没有其他需要报告的事项。'))).toEqual([]);
    const wrong = 'other_matters: { text: 没有其他需要报告的事项。, information_processing_fee: 380 }';
    expect(found(wrong)).toEqual(['not-a-row']);
  });
});
