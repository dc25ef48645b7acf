import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { mutate } from './mutate.ts';
import { randomOf } from './random.ts';
import { reduce } from './reduce.ts';
import { REPORT } from './yaml-mutations.ts';

/** Runs `npm run fuzz` without its build. Fails with its output if an input fails. */
const fuzz = (...argv: string[]): string =>
  execFileSync(process.execPath, ['bench/fuzz.mjs', ...argv], { encoding: 'utf8', stdio: 'pipe' });

// PDFs are left out, because they need a browser.
const KINDS = [
  'report',
  'waivers',
  'yaml',
  'expression',
  'markdown',
  'settings',
  'baseline',
  'template',
  'html',
  'docx',
  'import',
];

test('mutated input of every kind: no crash, no wrong result, not too many steps', () => {
  expect(fuzz(...KINDS, '--seed', '15', '--runs', '10', '--workers', '1')).toMatch(/\nall +110 /);
});

test('input that failed once', () => {
  expect(fuzz('--replay')).toMatch(/^[1-9]\d* kept inputs, 0 fail\n$/);
});

describe('the fuzzer itself', () => {
  test('an input follows from its kind, seed and index', () => {
    const text = 'year: 2023\nagency:\n  name: 清溪县教育局\n';
    const make = (index: number) => mutate(text, REPORT, randomOf('report', 1, index));
    const inputs = Array.from({ length: 50 }, (_, index) => make(index));
    expect(inputs).toEqual(Array.from({ length: 50 }, (_, index) => make(index)));
    expect(new Set(inputs).size).toBeGreaterThan(40);
  });

  test('a failing input is reduced to what makes it fail, as text or as bytes', async () => {
    const contains = (words: string) => async (input: Uint8Array) => Buffer.from(input).includes(words, 0, 'latin1');
    const text = `${'一行\n'.repeat(50)}ab: 1\n${'又一行\n'.repeat(50)}`;
    expect(String(await reduce(Buffer.from(text), contains('ab:')))).toBe('ab:');
    const bytes = Buffer.concat([Buffer.alloc(40, 0xff), Buffer.from('ab'), Buffer.alloc(40, 0xfe)]);
    expect(String(await reduce(bytes, contains('ab')))).toBe('ab');
  });
});
