import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/diagnostics/display-width.ts';
import { text } from '../../src/reporters/text.ts';
import { findingsOf } from '../harness.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';

const options = {
  tool: { version: '0.0.0', rules: [] },
  language: 'zh',
  color: false,
  quiet: false,
  verbose: false,
  columns: 80,
} as const;
const print = (content: string, more: Partial<Parameters<typeof text>[1]> = {}) =>
  text([{ file: 'a.yaml', text: content, diagnostics: findingsOf(content, 'a.yaml'), outputs: [], waived: [] }], {
    ...options,
    ...more,
  });

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(
  put(nothingHappened(), 'reconsideration_and_litigation', {
    reconsideration: { upheld: 12, corrected: 3, total: 16 },
    litigation: 0,
  }),
);

test('says in one line that nothing was found, or says nothing at all', () => {
  expect(print(sound)).toBe('✓ 1 份报告，没有发现问题\n');
  expect(print(sound, { language: 'en' })).toBe('✓ 1 report, nothing found\n');
  expect(print(sound, { quiet: true })).toBe('');
});

test('what, where, why and what to do: the whole of a finding', () => {
  expect(print(wrong)).toBe(`a.yaml:15:12  错误  results-total
  行政复议：“总计”等于结果维持、结果纠正、其他结果、尚未审结之和；左边是 16，右
  边是 12 + 3 = 15，相差 1
    14 |     corrected: 3
  > 15 |     total: 16
       |            ^^
  有关：第 13 行，行政复议 · 结果维持：12
  有关：第 14 行，行政复议 · 结果纠正：3

✗ 1 份报告：1 个错误，0 个警告
`);
});

test('operands of zero and the legal source are shown on request', () => {
  expect(print(wrong)).not.toContain('尚未审结：0');
  expect(print(wrong, { verbose: true })).toContain('尚未审结：0');
  expect(print(wrong, { verbose: true })).toContain('依据：国办公开办函〔2021〕30号，表四“总计”');
});

test('written files are named', () => {
  const results = [{ file: 'a.yaml', text: sound, diagnostics: [], outputs: ['out/a.html'], waived: [] }];
  expect(text(results, options)).toBe('→ out/a.html\n✓ 1 份报告，没有发现问题\n');
});

test('colours only where asked for', () => {
  const escapes = new RegExp(String.fromCharCode(27));
  expect(print(wrong)).not.toMatch(escapes);
  expect(print(wrong, { color: true })).toMatch(escapes);
});

describe('a report full of faults', () => {
  const broken = readFileSync(new URL('../../examples/broken.yaml', import.meta.url), 'utf8');

  test.each([
    ['zh', 80],
    ['en', 80],
    ['zh', 40],
    ['en', 120],
  ] as const)('in %s fits %i columns, but for words that can not be broken', (language, columns) => {
    for (const verbose of [false, true]) {
      for (const line of print(broken, { language, columns, verbose }).split('\n')) {
        const unbreakable = /[!-ɏ]{25,}/.test(line);
        if (!unbreakable) expect.soft(displayWidth(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  test('counts errors and warnings, in words that fit the number', () => {
    const found = findingsOf(broken);
    const count = (severity: string) => found.filter((one) => one.severity === severity).length;
    expect(print(broken)).toContain(`✗ 1 份报告：${count('error')} 个错误，${count('warning')} 个警告`);
    expect(print(broken, { language: 'en' })).toMatch(/✗ 1 report: \d+ errors, \d+ warnings/);
  });
});

describe('a report with more faults than anyone reads', () => {
  const rows = Array.from({ length: 70 }, (_, index) => `unknown_${index}: 1`).join('\n');
  const many = `${sound}${rows}\n`;
  const shown = (more = {}) => print(many, more).match(/没有“unknown_\d+”这个键/gu)?.length;

  test('shows the first fifty and says how many more there are; --verbose shows all', () => {
    expect(shown()).toBe(50);
    expect(print(many)).toContain('还有 20 处，--verbose 全部列出');
    expect(print(many)).toContain('70 个错误');
    expect(shown({ verbose: true })).toBe(70);
  });
});
