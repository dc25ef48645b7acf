import { describe, expect, test } from 'vitest';
import { fixReport } from '../../src/edit/fix.ts';
import { renderMarkdown } from '../../src/prose/markdown.ts';
import { parse } from '../../src/source/parse.ts';

const HEAD =
  'year: 2023\nagency: { name: 清溪县教育局, level: county, kind: department }\nactive_disclosure: 0\napplications: 0\nreconsideration_and_litigation: 0\n';
const FULL = '政策解读的形式不够多样，图解和问答较少，有的解读发布得不够及时，群众看不懂、找不到。';
const fix = (part: string) => fixReport(parse(HEAD + part, 'report.yaml'));
const part = (text: string) => text.slice(HEAD.length);
const textOf = (data: unknown) => (data as { problems: { text: string } }).problems.text;

describe('empty lines are put between paragraphs', () => {
  test.each([
    ['sentences', '甲。\n    乙。', '甲。\n\n    乙。'],
    ['what cannot be told', `${FULL}\n    ${FULL}`, `${FULL}\n\n    ${FULL}`],
    ['items', '（一）甲\n    1、乙；\n    一是丙', '（一）甲\n\n    1、乙；\n\n    一是丙'],
    ['indents, which stay', '甲\n    　　乙\n    \t丙', '甲\n\n    　　乙\n\n    \t丙'],
    ['below a list', '- 甲\n    - 乙。\n    丙如下：\n    - 丁', '- 甲\n    - 乙。\n\n    丙如下：\n    - 丁'],
    [
      'around rows of a spreadsheet',
      '甲：\n    乙\t1\n    丙\t2\n    丁。',
      '甲：\n\n    乙\t1\n    丙\t2\n\n    丁。',
    ],
    [
      'around rows with spaces between the columns',
      `甲：\n    乙    数\n    丙    1\n    丁    2\n    ${FULL}`,
      `甲：\n\n    乙    数\n    丙    1\n    丁    2\n\n    ${FULL}`,
    ],
    [
      'around cells with a line each',
      `甲：\n    乙\n    数\n    丙\n    1\n    丁\n    2\n    ${FULL}`,
      `甲：\n\n    乙\n    数\n    丙\n    1\n    丁\n    2\n\n    ${FULL}`,
    ],
    ['items with tabs', '1、\t甲\n    2、\t乙', '1、\t甲\n\n    2、\t乙'],
    ['some are there', '甲。\n\n    乙。\n    丙。', '甲。\n\n    乙。\n\n    丙。'],
  ])('%s', (_, before, after) => {
    const [was, is] = [before, after].map(
      (text) => `problems: # 一\n  text: | # 二\n    ${text}\n  # 三\nother_matters: 0\n`,
    );
    const { source } = fix(was ?? '');
    expect(part(source.text)).toBe(is);
    expect(fix(is ?? '').changes).toEqual([]);
    const html = (text: string) => renderMarkdown(text, () => undefined);
    expect(html(textOf(source.data))).toBe(html(textOf(parse(HEAD + was, 'a').data)));
  });

  test('with the line ends of the file; the change says how many', () => {
    const lines = `${HEAD}problems:\n  text: |\n    甲。\n    乙。\n    丙。\n`.replaceAll('\n', '\r\n');
    const { source, changes } = fixReport(parse(lines, 'report.yaml'));
    expect(source.text).toBe(lines.replaceAll('。\r\n    ', '。\r\n\r\n    '));
    expect(changes.map(({ path, message }) => `${path} ${message.zh}`)).toEqual([
      'problems.text 段落之间空一行：加了 2 个空行',
    ]);
  });
});

test.each([
  ['wrapped lines', `  text: |\n    ${FULL.slice(0, 30)}\n    ${FULL.slice(30)}\n`],
  ['quotations', '  text: |\n    > 甲。\n    > 乙。\n'],
  ['tables and headings', '  text: |\n    ### 甲\n    乙\n    | a |\n    |---|\n    | 1 |\n'],
  ['other notations', '  text: "甲。\\n乙。"\n'],
  ['wrapped lines of folded text', '  text: >\n    甲，\n    乙。\n'],
])('nothing is changed in %s', (_, text) => {
  expect(fix(`problems:\n${text}`).changes).toEqual([]);
});
