import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { csv } from '../../src/reporters/csv.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, resultOf } from './samples.ts';

const SUBJECT = { agency: '清溪县教育局', year: 2023 };
const rowsOf = (text: string) => parseCsv(text) as string[][];

test('one row for each finding, with the agency, the year and the cell', () => {
  const text = csv([resultOf([diagnostic({ name: '新收 · 总计' })], { subject: SUBJECT })], OPTIONS);
  expect(text.startsWith('\ufeff机关,年度,文件,')).toBe(true);
  const [header = [], row = [], ...rest] = rowsOf(text);
  expect(rest).toEqual([]);
  const value = (name: string) => row[header.indexOf(name)];
  expect([value('机关'), value('年度'), value('文件'), value('级别'), value('规则')]).toEqual([
    '清溪县教育局',
    '2023',
    'a.yaml',
    '错误',
    'sample-rule',
  ]);
  expect([value('单元格'), value('位置'), value('问题'), value('建议')]).toEqual([
    '新收 · 总计',
    '第 2 行',
    '甲不等于乙',
    '核对',
  ]);
});

test('a published file has the place and the words of the cell', () => {
  const printed = { place: { zh: '第2页第3个表格', en: 'page 2, table 3' }, text: '3 4' };
  const text = csv([resultOf([diagnostic({ printed })])], { ...OPTIONS, language: 'en' });
  expect(text).toContain('"page 2, table 3",3 4,');
});

test('notes only on request; what could not be checked has a row', () => {
  expect(rowsOf(csv(EVERYTHING, OPTIONS))).toHaveLength(1 + 3);
  expect(rowsOf(csv(EVERYTHING, { ...OPTIONS, verbose: true }))).toHaveLength(1 + 4);
  const problems = [{ text: { zh: '打不开', en: 'cannot be opened' }, file: 'b.pdf' }];
  expect(rowsOf(csv([], { ...OPTIONS, problems }))[1]?.join('|')).toContain('b.pdf|不能完成：');
});

test.each(["=cmd|'/c calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '＝1+1', '|x'])('%j is no formula', (words) => {
  const text = csv(
    [resultOf([diagnostic({ message: { zh: words, en: words } })], { subject: { agency: words } })],
    OPTIONS,
  );
  for (const value of rowsOf(text).flat()) expect(value).not.toMatch(/^\s*[=+\-@＝＋－＠|%]/u);
  expect(text).toContain("'");
});

test.each(HOSTILE)('%j stays in its cell', (words) => {
  const text = csv(
    [resultOf([diagnostic({ message: { zh: words, en: words } })], { subject: { agency: words } })],
    OPTIONS,
  );
  const rows = rowsOf(text);
  expect(rows.map((row) => row.length)).toEqual([11, 11]);
});
