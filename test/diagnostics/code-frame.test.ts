import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import { displayWidth } from '../../src/diagnostics/display-width.ts';

const frame = (source: string, line: number, column: number, endColumn: number, columns = 80) =>
  codeFrame(source.split('\n'), { line, column, endLine: line, endColumn }, columns).map(({ text }) => text);

test('the line, the one before it, and a pointer as wide as what is meant', () => {
  expect(frame('year: 2023\nagency: x', 2, 9, 10)).toEqual(['  1 | year: 2023', '> 2 | agency: x', '    |         ^']);
});

test('Chinese characters count two columns', () => {
  expect(frame('规章: 12件', 1, 5, 8)).toEqual(['> 1 | 规章: 12件', '    |       ^^^^']);
});

test('line numbers are aligned where they get a digit more', () => {
  const source = Array.from({ length: 10 }, (_, index) => `k${index}: 1`).join('\n');
  expect(frame(source, 10, 1, 3)).toEqual(['   9 | k8: 1', '> 10 | k9: 1', '     | ^^']);
});

test('a place without width still has a pointer', () => {
  expect(frame('rules:', 1, 7, 7)).toEqual(['> 1 | rules:', '    |       ^']);
});

test('what goes on over several lines is marked to the end of its first', () => {
  const lines = codeFrame(['text: |', '  a'], { line: 1, column: 7, endLine: 2, endColumn: 4 });
  expect(lines.at(-1)?.text).toBe('    |       ^');
});

test('an empty line, or none, has no frame', () => {
  expect(frame('a: 1\n\n', 2, 1, 1)).toEqual([]);
  expect(frame('a: 1', 9, 1, 1)).toEqual([]);
});

test('tabs and carriage returns do not move the pointer', () => {
  expect(frame('a:\t12\r\nb: 1', 1, 4, 6)).toEqual(['> 1 | a: 12', '    |    ^^']);
});

describe('a long line is cut around the place', () => {
  const long = `text: ${'公开'.repeat(60)}{{x.y}}${'办结'.repeat(60)}`;
  const start = long.indexOf('{{') + 1;

  test('to the width of the terminal, with the pointer under what is meant', () => {
    for (const columns of [40, 60, 80, 120]) {
      const [, pointer = ''] = frame(long, 1, start, start + 7, columns);
      const [marked = ''] = frame(long, 1, start, start + 7, columns);
      expect(displayWidth(marked)).toBeLessThanOrEqual(columns);
      expect(marked).toContain('…');
      const before = displayWidth(marked.slice(0, marked.indexOf('{{')));
      expect(pointer).toBe(`    | ${' '.repeat(before - 6)}^^^^^^^`);
    }
  });

  test('at its start and at its end', () => {
    expect(frame(long, 1, 1, 5, 40)[0]).toMatch(/^> 1 \| text: 公.*…$/u);
    const end = long.length;
    expect(frame(long, 1, end, end + 1, 40)[0]).toMatch(/^> 1 \| ….*结$/u);
  });
});
