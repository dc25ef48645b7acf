import { describe, expect, test } from 'vitest';
import { didYouMean } from '../../src/diagnostics/did-you-mean.ts';
import { readReport } from '../../src/report/report.ts';
import { resolve, suggestPath } from '../../src/report/resolve.ts';
import { nothingHappened } from '../reports.ts';

const report = readReport(nothingHappened());
const textOf = (path: string) => {
  const found = resolve(report, path);
  return found && ('cell' in found ? found.cell.text : found.text);
};

test.each([
  ['applications.received.total', '0'],
  ['year', '2023'],
  ['agency.name', '清溪县教育局'],
  ['title', '清溪县教育局2023年政府信息公开工作年度报告'],
  ['published', '2024-01-22'],
])('%s is %s', (path, text) => {
  expect(textOf(path)).toBe(text);
});

test.each([
  'overview.text',
  'agency',
  'agency.level',
  'applications',
  '',
  'agency.__proto__',
  'constructor',
  'toString',
])('"%s" is nothing that prose may print', (path) => {
  expect(textOf(path)).toBeUndefined();
});

describe('a path that was probably meant', () => {
  test('is the nearest one', () => {
    expect(suggestPath(report, 'applications.recieved.total')).toBe('applications.received.total');
    expect(suggestPath(report, 'nobody.knows.what.this.is')).toBeUndefined();
  });

  test('is never the one that was written', () => {
    expect(suggestPath(report, 'agency.short_name')).not.toBe('agency.short_name');
  });

  test('is not looked for in a text that is far too long', () => {
    expect(didYouMean('x'.repeat(100_000), ['received'])).toBeUndefined();
  });
});
