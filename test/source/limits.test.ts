import { afterEach, describe, expect, test, vi } from 'vitest';
import { LineCounter, Parser } from 'yaml';
import { MOST } from '../../src/source/bounded-parser.ts';
import { parse } from '../../src/source/parse.ts';
import { findingsOf, oneLine } from '../harness.ts';
import { HOSTILE_FILES } from './hostile-files.ts';

const MANY = 400_000;
const indented = (levels: number) => Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');

test.each([
  ['nested brackets', `year: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
  ['open brackets', '['.repeat(100_000)],
  ['open braces', '{'.repeat(100_000)],
  ['nested maps', `rules: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}\n`],
  ['indented keys', indented(3000)],
  ['lists in lists', '- '.repeat(100_000)],
  ['keys of keys', '? '.repeat(100_000)],
  ['keys of values', ': '.repeat(100_000)],
])('%s without end are one finding', (_, text) => {
  expect(findingsOf(text).map(oneLine)).toEqual([expect.stringContaining('error yaml-too-deep 嵌套太深')]);
});

describe('far more than a report has', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each(Object.entries(HOSTILE_FILES))('%s: one finding, and the parser stops at the limit', (_, text) => {
    const next = vi.spyOn(Parser.prototype, 'next');
    expect(findingsOf(text(MANY)).map(oneLine)).toEqual([expect.stringContaining('error yaml-too-large ')]);
    expect(next.mock.calls.length).toBeLessThanOrEqual(MOST.tokens);
  });

  test('the finding is at the place up to which the file was read', () => {
    const [finding] = parse(`year: 2023\npreface:\n  text: ${'长'.repeat(MANY)}\n`, 'a.yaml').findings;
    expect(finding?.range).toMatchObject({ line: 3, column: 9 });
  });
});

describe('what a large report may have is read', () => {
  test.each([
    ['90 levels', indented(90)],
    ['20,000 values', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['250,000 characters', `preface:\n  text: |\n    ${'长'.repeat(250_000)}\n`],
    ['a megabyte of comments', `${`# ${'注释'.repeat(1000)}\n`.repeat(200)}year: 2023\n`],
  ])('%s', (_, text) => {
    expect(parse(text, 'a.yaml').findings).toEqual([]);
  });

  test('lines are counted as by the library alone', () => {
    const lines = new LineCounter();
    const text = 'a: |\n  b\n\n  c\nd: "e\n  f"\n# g\n';
    for (const _ of new Parser(lines.addNewLine).parse(text));
    expect(parse(text, 'a.yaml').lines.lineStarts).toEqual(lines.lineStarts);
  });
});
