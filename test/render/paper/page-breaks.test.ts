import { expect, test } from 'vitest';
import { pageBreaks, type RowMeasure } from '../../../src/render/paper/page-breaks.ts';

const row = (height: number, more: Partial<RowMeasure> = {}): RowMeasure => ({ height, open: 0, kept: false, ...more });
const rows = (count: number, height = 10) => Array.from({ length: count }, () => row(height));

test('what fits stays whole', () => {
  expect(pageBreaks({ rows: rows(10), first: 100, next: 100 })).toEqual([]);
});

test('as few pages as there can be, the first ones fuller', () => {
  expect(pageBreaks({ rows: rows(17), first: 80, next: 100 })).toEqual([8]);
  expect(pageBreaks({ rows: rows(24), first: 80, next: 100 })).toEqual([8, 18]);
});

test('the last page is not left with a row or two', () => {
  expect(pageBreaks({ rows: rows(9), first: 80, next: 80 })).toEqual([6]);
});

test('a page begins where no label spans, if that costs no page', () => {
  const labelled = rows(12).map((one, index) => (index > 4 && index < 9 ? { ...one, open: 1 } : one));
  expect(pageBreaks({ rows: labelled, first: 80, next: 80 })).toEqual([4]);
  expect(pageBreaks({ rows: labelled, first: 80, next: 50 })).toEqual([7]);
});

test('a heading is not parted from what it heads', () => {
  const headed = rows(12).map((one, index) => (index === 8 || index === 7 ? { ...one, kept: true } : one));
  expect(pageBreaks({ rows: headed, first: 80, next: 80 })).toEqual([6]);
});

test('a row that is higher than a page has no arrangement', () => {
  expect(pageBreaks({ rows: [row(10), row(101)], first: 100, next: 100 })).toBeUndefined();
});
