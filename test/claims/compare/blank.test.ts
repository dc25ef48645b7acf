import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/report/report.ts';
import { data, verdicts } from '../judged.ts';

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
