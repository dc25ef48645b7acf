import { afterEach, describe, expect, test, vi } from 'vitest';
import { LineCounter, Parser } from 'yaml';
import { MOST } from '../../src/source/bounded-parser.ts';
import { parse } from '../../src/source/parse.ts';
import { findingsOf, oneLine } from '../harness.ts';

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

const TOO_LARGE: readonly (readonly [string, string])[] = [
  ['numbers in a list', `year: [${'1,'.repeat(MANY)}1]\n`],
  ['commas', `year: ${'1,'.repeat(MANY)}\n`],
  ['a text', `preface:\n  text: |\n    ${'公开'.repeat(MANY)}\n`],
  ['a folded text', `preface:\n  text: >\n${'    公开\n'.repeat(MANY)}`],
  ['the same key', 'a: 1\n'.repeat(MANY)],
  ['other keys', Array.from({ length: MANY }, (_, index) => `k${index}: 1\n`).join('')],
  ['double quotes', '"'.repeat(MANY)],
  ['single quotes', `year: ${"'".repeat(MANY)}`],
  ['closing brackets', ']'.repeat(MANY)],
  ['anchors', '&a '.repeat(MANY)],
  ['aliases', `b: [${'*a,'.repeat(MANY)}1]`],
  ['tags', '!!str '.repeat(MANY)],
  ['comments', `# 说明\n`.repeat(MANY)],
  ['blank lines', `year: 2023\n${'\n'.repeat(MANY)}`],
  ['spaces', `${' '.repeat(MANY)}a: 1`],
  ['a key', `${'k'.repeat(MANY)}: 1`],
];

describe('far more than a report has', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each(TOO_LARGE)('%s: one finding, and the parser stops at the limit', (_, text) => {
    const next = vi.spyOn(Parser.prototype, 'next');
    expect(findingsOf(text).map(oneLine)).toEqual([expect.stringContaining('error yaml-too-large ')]);
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
