import { describe, expect, test } from 'vitest';
import { findingsOf } from '../harness.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

/** A report whose overview is written as in the lines, with two spaces before each. */
const withOverview = (lines: readonly string[]): string =>
  yamlOf(nothingHappened()).replace(
    /^overview:\n(?: .*\n)*/m,
    `overview:\n${lines.map((line) => `  ${line}\n`).join('')}`,
  );

describe('a finding about words over two lines is at these words, and quotes them on one line', () => {
  test.each([
    ['a block', ['text: |', '    全年平稳。本局新收政府信', '    息公开申请3件。']],
    ['a plain text', ['text: 全年平稳。本局新收政府信', '    息公开申请3件。']],
    ['a quoted text', ['text: "全年平稳。本局新收政府信', '    息公开申请3件。"']],
    ['a block with a full-width indent', ['text: |', '    　　全年平稳。本局新收政府信', '    息公开申请3件。']],
  ])('%s', (_, lines) => {
    const text = withOverview(lines);
    const [found, ...others] = findingsOf(text).filter(({ rule }) => rule === 'prose-against-tables');
    expect(others).toEqual([]);
    const { line, column, endLine } = found?.range ?? { line: 0, column: 0, endLine: 0 };
    expect(text.split('\n')[line - 1]?.slice(column - 1)).toBe('新收政府信');
    expect(endLine).toBe(line + 1);
    expect(found?.message.zh).toContain('“新收政府信息公开申请3件”');
    expect(found?.message.en).toContain('"新收政府信息公开申请3件"');
  });
});
