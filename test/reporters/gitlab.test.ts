import { expect, test } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, resultOf } from './samples.ts';

const issues = (...found: Parameters<typeof gitlab>) => JSON.parse(gitlab(...found));

test('an issue for each finding', () => {
  expect(issues([resultOf([diagnostic()])], OPTIONS)).toEqual([
    {
      description: '甲不等于乙。建议：核对',
      check_name: 'sample-rule',
      fingerprint: 'a.yaml sample-rule@table.row.0',
      severity: 'critical',
      location: { path: 'a.yaml', lines: { begin: 2, end: 2 } },
    },
  ]);
  const [issue] = issues([resultOf([diagnostic()])], { ...OPTIONS, language: 'en' });
  expect(issue.description).toBe('a is not b. Hint: Check it');
});

test('severities in the words of GitLab; what is waived is left out', () => {
  const severities = issues(EVERYTHING, OPTIONS).map(({ severity }: { severity: string }) => severity);
  expect(severities).toEqual(['critical', 'critical', 'minor', 'info']);
});

test('no finding, an empty list', () => {
  expect(gitlab([resultOf([])], OPTIONS)).toBe('[]\n');
});

test('no two fingerprints are the same', () => {
  const twice = [diagnostic(), diagnostic(), diagnostic({ fingerprint: 'sample-rule@table.row.0 #2' })];
  const other = resultOf([diagnostic({ file: 'b.yaml' })], { file: 'b.yaml' });
  const all = issues([resultOf(twice), other], OPTIONS).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  expect(new Set(all).size).toBe(4);
  expect(all[0]).toBe('a.yaml sample-rule@table.row.0');
});

test('a description is one line, whatever a report quotes', () => {
  for (const words of HOSTILE) {
    const [issue] = issues([resultOf([diagnostic({ message: { zh: words, en: words } })])], OPTIONS);
    expect(issue.description).not.toContain('\n');
  }
});
