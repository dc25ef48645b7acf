import { expect, test } from 'vitest';
import { figuresOf } from '../../src/check/read-figures.ts';
import { readReport } from '../../src/report/report.ts';
import { nothingHappened } from '../reports.ts';

const figuresIn = (text: string) =>
  figuresOf({ report: readReport({ ...nothingHappened(), other_matters: { text } }) });

test('a figure is shown in its sentence', () => {
  const [, , third] = figuresIn('没有收取信息处理费。全年收到申请16件，其中当面3件。都已答复。');
  expect([third?.before, third?.figure, third?.after]).toEqual(['全年收到申请16件，其中当面', '3件', '']);
});

test('and in what is near, in a sentence with thousands of figures', () => {
  const figures = figuresIn('收到申请16件，'.repeat(3000));
  expect(figures.length).toBeGreaterThan(2500);
  const shown = figures.reduce(
    (sum, { before, figure, after }) => sum + before.length + figure.length + after.length,
    0,
  );
  expect(shown).toBeLessThan(figures.length * 2100);
});
