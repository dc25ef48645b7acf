import { expect, test } from 'vitest';
import { findingsOf } from '../../harness.ts';
import { nothingHappened, yamlOf } from '../../reports.ts';

const text = (reconsideration: string, second = 'direct') =>
  yamlOf(nothingHappened()).replace(
    'reconsideration_and_litigation: 0',
    `reconsideration_and_litigation:\n  ${reconsideration}: 0\n  litigation: { ${second}: 0, after_reconsideration: 0 }`,
  );
const found = (content: string) => findingsOf(content).filter(({ rule }) => /unknown-key|cell-unknown/.test(rule));

test.each(['reconsideraton', '行政复议', 'Reconsideration'])('%s is the row: it is not also missing', (key) => {
  expect(found(text(key)).map(({ rule }) => rule)).toEqual(['unknown-key']);
});

test('a row that is not there follows from the one strange key beside it', () => {
  const findings = findingsOf(text('qqqqqqqq'));
  const missing = findings.find(({ rule }) => rule === 'cell-unknown');
  expect(findings[missing?.cause ?? -1]?.rule).toBe('unknown-key');
});

test('a row under another heading is not missing too', () => {
  const moved = text('reconsideration').replace('litigation: { direct: 0,', 'direct: 0\n  litigation: {');
  expect(found(moved).map(({ rule, hint }) => `${rule} ${hint?.zh}`)).toEqual([
    'unknown-key 写在 litigation: 里面：有花括号的，加进花括号；没有的，写在下面，比 litigation 多空两格',
  ]);
});

test('a misspelt key elsewhere explains nothing', () => {
  expect(found(text('reconsideration', 'direkt')).map(({ rule }) => rule)).toEqual(['unknown-key']);
  const both = text('reconsideration')
    .replace('  reconsideration: 0\n', '')
    .replace('direct: 0', 'direct: 0, direkt: 0');
  expect(
    found(both)
      .map(({ rule }) => rule)
      .sort(),
  ).toEqual(['cell-unknown', 'unknown-key']);
  expect(found(both).every(({ cause }) => cause === undefined)).toBe(true);
});
