import { expect, test } from 'vitest';
import { summaryOf } from '../../src/check/prose-summary.ts';
import type { ReadFigure } from '../../src/check/read-figures.ts';
import type { Agreement, Reason } from '../../src/claims/statement.ts';

const figure = (verdict: Agreement, reason?: Reason, isOther = false): ReadFigure => ({
  path: [],
  before: '',
  figure: '',
  after: '',
  claims: [],
  verdict,
  isOther,
  ...(reason && { reason: { reason, text: { zh: '', en: '' } } }),
});

test('figures are counted by verdict, and those that were not compared by reason', () => {
  const figures = [
    ...[1, 2].map(() => figure('agrees')),
    figure('contradicts'),
    figure('open', 'body'),
    figure('open', 'word'),
    figure('open', 'word'),
    figure('open', 'unit', true),
  ];
  const { reasons, ...counts } = summaryOf(figures);
  expect(counts).toEqual({ figures: 7, agree: 2, contradict: 1, open: 3, other: 1, proven: 33 });
  expect(Object.entries(reasons)).toEqual([
    ['word', 2],
    ['body', 1],
  ]);
});

test('what is not complete is never 100 %, and nothing is no share', () => {
  const many = Array.from({ length: 299 }, () => figure('agrees'));
  expect(summaryOf([...many, figure('contradicts')]).proven).toBe(99);
  expect(summaryOf(many).proven).toBe(100);
  expect(summaryOf([figure('open', 'unit', true)]).proven).toBeUndefined();
});
