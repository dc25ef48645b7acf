import { describe, expect, test } from 'vitest';
import { displayWidth, wrap } from '../../src/diagnostics/display-width.ts';

test.each([
  ['abc', 3],
  ['年度报告', 8],
  ['（一）', 6],
  ['，。：', 6],
  ['“公开”', 6],
  ['𠮷', 2],
  ['é', 1],
  ['a\u200bb', 2],
  ['１２', 4],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

describe('wrapping', () => {
  test('breaks Chinese between characters, at the width', () => {
    expect(wrap('政府信息公开工作年度报告', 8)).toEqual(['政府信息', '公开工作', '年度报告']);
  });

  test('breaks Latin text between words only', () => {
    expect(wrap('the known parts exceed', 9)).toEqual(['the known', 'parts', 'exceed']);
    expect(wrap('applications.received.total', 9)).toEqual(['applications.received.total']);
  });

  test('keeps a command with its options and files on one line, to be copied', () => {
    expect(wrap('填好之后：report validate reports/new.yaml，再提交', 30)).toEqual([
      '填好之后：',
      'report validate reports/new.yaml，',
      '再提交',
    ]);
    expect(wrap('To build it: report build FILE --template d. Or see it', 32)).toEqual([
      'To build it:',
      'report build FILE --template d. Or',
      'see it',
    ]);
    expect(wrap('逐条看：report validate reports/清溪县教育局-2023.yaml 和“去年”', 30)).toEqual([
      '逐条看：',
      'report validate reports/清溪县教育局-2023.yaml',
      '和“去年”',
    ]);
    expect(wrap('先核对：report validate "去年 的 报告.yaml"，再提交', 20)).toEqual([
      '先核对：',
      'report validate "去年 的 报告.yaml"，',
      '再提交',
    ]);
    expect(wrap('a report does not build it', 12)).toEqual(['a', 'report does', 'not build it']);
  });

  test('keeps a line of settings on one line, to be copied', () => {
    expect(wrap('写 prose: { ignore: [化解] }；写 prose: { words: { own: [全县] } }。', 30)).toEqual([
      '写 prose: { ignore: [化解] }；',
      '写',
      'prose: { words: { own: [全县] } }。',
    ]);
  });

  test('starts no line with a mark that closes, and ends none with one that opens', () => {
    expect(wrap('主动公开，依申请公开', 8)).toEqual(['主动公', '开，依申', '请公开']);
    expect(wrap('第三项（办结', 8)).toEqual(['第三项', '（办结']);
    for (const width of [8, 9, 10, 11, 12]) {
      const lines = wrap('核对“（三）不予公开”、（四）无法提供；以及《条例》第五十条（二）。', width);
      expect(lines.join('')).toBe('核对“（三）不予公开”、（四）无法提供；以及《条例》第五十条（二）。');
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。；：、！？）》”]/u);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“]$/u);
    }
  });

  test('keeps line ends and drops blanks at them', () => {
    expect(wrap('a b\n\nc  ', 10)).toEqual(['a b', '', 'c']);
    expect(wrap('', 10)).toEqual(['']);
  });

  test('no line is wider than asked, but for what can not be broken', () => {
    const text = '“总计”列等于自然人与法人或其他组织各列之和；左边是 17，右边是 14 + 2 = 16，相差 1';
    for (const width of [20, 30, 40, 78]) {
      for (const line of wrap(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});
