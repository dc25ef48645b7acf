import { expect, test } from 'vitest';
import { findingsOf, oneLine } from '../../harness.ts';
import { sampleWith } from '../../source/sample.ts';

const END = '没有收取信息处理费。';

const signed = (...lines: readonly string[]) =>
  findingsOf(sampleWith(END, [END, ...lines].join('\n\n    ')))
    .filter(({ rule }) => rule === 'signed-date')
    .map(oneLine);

test.each([
  ['the date alone', ['2023年1月22日']],
  ['below the name', ['清溪县教育局', '2023年1月22日']],
  ['beside the name', ['清溪县教育局 2023年1月22日']],
  ['beside the short name', ['县教育局2023年1月22日']],
  ['with spaces of Word', ['　　　　清溪县教育局', '　　　　2023 年 1 月 22 日']],
  ['in Chinese numerals', ['二〇二三年一月二十二日']],
  ['in parentheses', ['（2023年1月22日）']],
  ['of an older year', ['2021年12月30日']],
  ['as numbers', ['2023.1.22']],
])('a signature of last year: %s', (_, lines) => {
  expect(signed(...lines)).toEqual([expect.stringContaining('那时 2023 年度的统计期限还没有结束')]);
});

test.each([
  ['of this year', ['清溪县教育局', '2024年1月22日']],
  ['in December', ['2023年12月29日']],
  ['inside a sentence', ['目录修订于2023年1月22日']],
  ['not in the last line', ['2023年1月22日', '局办公室印发目录。']],
  ['without a day', ['2023年1月']],
  ['of another body', ['某县档案局2023年1月22日']],
])('no finding for a date %s', (_, lines) => {
  expect(signed(...lines)).toEqual([]);
});
