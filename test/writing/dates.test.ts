import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/writing/dates.ts';

describe('a day in any usual notation', () => {
  test.each([
    '2026-01-20',
    '2026年1月20日',
    '2026 年 01 月 20 日',
    '2026年元月20日',
    '2026年1月20号',
    '2026-1-20',
    '2026/01/20',
    '2026.1.20',
    '2026\\1\\20',
    '2026—01—20',
    '20260120',
    '20/01/2026',
    '二〇二六年一月二十日',
    '二零二六年一月二十日',
    '二○二六年一月二十日',
    '２０２６年１月２０日',
    '２０２６－１－２０',
    '“2026-01-20”',
    '2026-01-20。',
    '2026-01-20 星期二',
    '2026年1月20日（星期二）',
    '2026-01-20 10:30',
    '2026-01-20T10:30:00+08:00',
    '2026年1月20日上午10时30分',
  ])('%s', (written) => expect(readDate(written)).toEqual({ day: '2026-01-20', sure: true }));
});

describe('a day that is only probably meant', () => {
  test.each(['2026-01-2O', '20/O1/2026', '26-1-20', '46042', '2026-20-01', '2026年1月20日发布'])('%s', (written) =>
    expect(readDate(written)).toEqual({ day: '2026-01-20', sure: false }),
  );
});

describe('no day', () => {
  test.each([
    ['2026年1月', { lacks: 'day' }],
    ['202601', { lacks: 'day' }],
    ['1月20日', { lacks: 'year' }],
    ['2026年2月30日', { noSuchDay: '2026-02-30', lastDay: 28 }],
    ['2026-1-32', { noSuchDay: '2026-01-32', lastDay: 31 }],
    ['2026-13-20', { noSuchDay: '2026-13-20' }],
    ['2026-00-10', { noSuchDay: '2026-00-10' }],
    ['待定', undefined],
    ['', undefined],
    ['2026', undefined],
    ['一月', undefined],
  ])('%s', (written, result) => expect(readDate(written)).toEqual(result));

  test('in a text that is longer than any date', () => expect(readDate(`2026-01-20${' '.repeat(60)}`)).toBeUndefined());
});
