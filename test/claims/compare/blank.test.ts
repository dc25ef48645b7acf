import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/report/report.ts';
import { data, judge, verdicts } from '../judged.ts';

describe('a blank cell', () => {
  const blank = (carried_over: Record<string, number | null>) =>
    readReport({ ...data, applications: { ...data.applications, carried_over } });

  test('is not zero: a larger number in the prose may be right', () => {
    expect(verdicts('上年结转3件。', blank({ natural_person: null }))).toEqual(['carried_over open']);
    expect(verdicts('上年结转3件。', blank({ natural_person: null, commercial_enterprise: 1 }))).toEqual([
      'carried_over open',
    ]);
    expect(verdicts('上年结转3件。', blank({ total: null, natural_person: null }))).toEqual(['carried_over open']);
    expect(verdicts('没有上年结转的申请。', blank({ natural_person: null }))).not.toContain('conclusion contradicts');
  });

  test('never makes a number smaller', () => {
    expect(verdicts('上年结转3件。', blank({ natural_person: null, commercial_enterprise: 4 }))).toEqual([
      'carried_over contradicts',
    ]);
  });
});

test('the fee is in no table, so nothing has to be filled in there', () => {
  const printed = readReport({ ...data, other_matters: undefined });
  const reasons = (text: string) => judge(text, printed, 'other_matters').map(({ reason }) => reason?.reason);
  expect(reasons('全年收取政府信息公开信息处理费0元。')).toEqual(['fee']);
  expect(reasons('全年没有收取信息处理费。')).toEqual(['fee']);
});
