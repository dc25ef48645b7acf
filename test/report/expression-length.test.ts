import { expect, test } from 'vitest';
import { evaluate } from '../../src/report/expression.ts';
import { readReport } from '../../src/report/report.ts';
import { nothingHappened, put } from '../reports.ts';

const printed = (name: string) => evaluate(readReport(put(nothingHappened(2023), 'agency.name', name)), 'agency.name');

test('braces print a name, but not a text of any length, which would be in every place', () => {
  expect(printed('局'.repeat(200))).toEqual({ text: '局'.repeat(200) });
  expect(printed('局'.repeat(201))).toEqual({ fault: { kind: 'too-long', path: 'agency.name' } });
});
