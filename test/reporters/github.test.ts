import { describe, expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, resultOf } from './samples.ts';

const print = (found: Parameters<typeof diagnostic>[0], more = {}) =>
  github([resultOf([diagnostic(found)])], { ...OPTIONS, ...more });

test('a command for each finding, and a summary', () => {
  expect(print({})).toBe(
    '::error file=a.yaml,line=2,col=4,endLine=2,endColumn=5,title=sample-rule::甲不等于乙%0A建议：核对\n' +
      '1 份报告：1 个错误，0 个警告\n',
  );
  expect(print({ severity: 'warning' }, { language: 'en' })).toBe(
    '::warning file=a.yaml,line=2,col=4,endLine=2,endColumn=5,title=sample-rule::a is not b%0AHint: Check it\n' +
      '1 report: 0 errors, 1 warning\n',
  );
});

test('a note is a notice, on request only', () => {
  expect(print({ severity: 'info' })).toBe('1 份报告，没有发现问题\n');
  expect(print({ severity: 'info' }, { verbose: true })).toMatch(
    /^::notice file=[^\n]+\n1 份报告：0 个错误，0 个警告，1 个提示\n$/,
  );
});

test('columns only within a line, which is all that GitHub takes', () => {
  expect(print({ range: { line: 2, column: 4, endLine: 3, endColumn: 1 } })).toContain('line=2,endLine=3,title=');
});

test('what is waived has no command, the summary counts it', () => {
  const printed = github(EVERYTHING, OPTIONS);
  expect(printed.match(/^::/gmu)).toHaveLength(3);
  expect(printed).toMatch(/\n2 份报告：2 个错误（其中 1 个是后果），1 个警告；另有 1 处已豁免，1 处在基线中\n$/);
});

test('quiet leaves out the summary', () => {
  expect(github([resultOf([])], { ...OPTIONS, quiet: true })).toBe('');
});

describe('a report can not start a command of its own', () => {
  test.each(HOSTILE)('%j', (words) => {
    const text = { zh: words, en: words };
    const printed = github(
      [resultOf([diagnostic({ file: words, message: text, hint: text })], { file: words, outputs: [words] })],
      OPTIONS,
    );
    const [command = '', summary, ...rest] = printed.split(/\r\n|\r|\n/u);
    expect([summary, rest]).toEqual(['1 份报告：1 个错误，0 个警告', ['']]);
    // Read as GitHub reads it: properties up to the second ::, parted by commas.
    const [, list = '', message] = /^::error (.*?)::(.*)$/u.exec(command) ?? [];
    const properties = list.split(',').map((property) => property.split('=')[0]);
    expect(properties).toEqual(['file', 'line', 'col', 'endLine', 'endColumn', 'title']);
    expect(message).toContain('%0A建议：');
    expect(command).not.toMatch(/[^\P{Control}\n]/u);
  });
});
