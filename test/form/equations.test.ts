import { describe, expect, test } from 'vitest';
import { formEquations } from '../../src/form/equations.ts';
import { formCells } from '../../src/form/walk.ts';
import { EVERY_EDITION } from '../reports.ts';

describe.each(EVERY_EDITION)('form of %s', (id, form) => {
  const equations = formEquations(form);
  const of = (rule: string) => equations.filter(({ identity }) => identity.rule === rule);
  const rows = id === '2021' ? 25 : 23;

  test('each identity holds in every column or row', () => {
    const counts = ['applications-balance', 'outcomes-total', 'applicants-total', 'results-total'].map((rule) => [
      rule,
      of(rule).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      'applications-balance': 7,
      'outcomes-total': 7,
      'applicants-total': rows,
      'results-total': 3,
    });
    expect(equations.length).toBe(7 + 7 + rows + 3);
  });

  test('with as many operands as the form has', () => {
    const operands = (rule: string) => new Set(of(rule).map(({ left, right }) => `${left.length} = ${right.length}`));
    expect(operands('applications-balance')).toEqual(new Set(['2 = 2']));
    expect(operands('outcomes-total')).toEqual(new Set([`1 = ${rows - 4}`]));
    expect(operands('applicants-total')).toEqual(new Set(['1 = 6']));
    expect(operands('results-total')).toEqual(new Set(['1 = 4']));
  });

  test('all of them cells of the form', () => {
    const cells = formCells(form);
    for (const { left, right } of equations) for (const path of [...left, ...right]) expect(cells.has(path)).toBe(true);
  });

  test('only the sums down the 总计 column follow from others', () => {
    const derived = equations.filter((equation) => equation.derived).map(({ left }) => left[0]);
    expect(derived).toEqual(['applications.received.total', 'applications.outcomes.total.total']);
  });
});
